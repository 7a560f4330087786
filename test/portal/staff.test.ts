import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { program } from '../../src-main/service/program.ts'
import { openPost } from '../../src-node/mail/smtp.ts'
import { startMailClock } from '../../src-portal/server/mail-clock.ts'
import { furnish } from '../core/people/small-office.ts'
import { goodPassword, openTestPortal, type TestPortal } from './open-portal.ts'
import { totp } from './totp.ts'

const furnished = ({ portal }: TestPortal) =>
  furnish({ run: async (operation, input) => (await portal.dispatcher.run(operation, input, { ...program })) as never })

const rolesOf = async (browser: Awaited<ReturnType<TestPortal['enter']>>) => {
  const { self } = (await browser.call('access.portalSelf')) as {
    self: { roles: string[]; waitingRoles: string[] } | null
  }
  return self && [self.roles, self.waitingRoles]
}

test('a staff account follows the staff list: who is on it gets in, duties wait for a second factor, who leaves is out', async () => {
  const site = await openTestPortal()
  const office = await furnished(site)
  const { addStaff, department, training } = office
  const boss = await addStaff({
    registryNo: '7',
    givenNames: 'Banu',
    surname: 'Ak',
    unitId: department.id,
    email: 'Banu@Belediye.example',
  })
  await addStaff({
    registryNo: '8',
    givenNames: 'Ece',
    surname: 'Ün',
    unitId: training.id,
    email: 'ortak@belediye.example',
  })
  await addStaff({
    registryNo: '9',
    givenNames: 'Can',
    surname: 'Ün',
    unitId: training.id,
    email: 'ortak@belediye.example',
  })
  const stranger = site.newBrowser()
  for (const email of ['nobody@belediye.example', 'ortak@belediye.example']) {
    expect((await stranger.post('/api/accounts/activate', { email, language: 'tr' })).body).toEqual({})
    expect(await site.linkTo(email)).toBe('no mail')
  }

  await stranger.post('/api/accounts/activate', { email: 'BANU@belediye.example', language: 'tr' })
  const browser = await site.enter('banu@belediye.example')
  expect(await rolesOf(browser)).toEqual([['ST'], []])
  await office.run('people.changeUnit', { ...idOf(training), fields: { managerId: boss.id } })
  expect(await rolesOf(browser)).toEqual([['ST'], ['UM']])
  expect((await browser.post('/api/needs/unitForms')).body).toMatchObject({ code: 'NOT_ALLOWED' })
  const { body } = await browser.post('/api/auth/two-factor/enable', { password: goodPassword })
  const { totpURI } = body as { totpURI: string }
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  expect((await browser.post('/api/auth/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200)
  expect(await rolesOf(browser)).toEqual([['ST', 'UM'], []])

  const other = site.newBrowser()
  const signIn = await other.post('/api/auth/sign-in/email', { email: 'banu@belediye.example', password: goodPassword })
  expect(signIn.body).toMatchObject({ twoFactorRedirect: true })
  expect(await rolesOf(other)).toBeNull()
  expect((await other.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401)
  expect((await other.post('/api/auth/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200)
  expect((await browser.get('/api/auth/list-sessions')).body).toHaveLength(2)
  await browser.post('/api/auth/revoke-other-sessions')
  expect(await rolesOf(other)).toBeNull()

  await office.run('people.deactivateStaff', { ...idOf(boss), leaveDate: '2026-12-15' })
  expect(await rolesOf(browser)).toBeNull()
})

const idOf = ({ id, rowVersion }: { id: string; rowVersion: number }) => ({ id, rowVersion })

type Received = { readonly to: string; readonly raw: string }

/** A mail server on loopback; answers each letter as it is told to. */
async function openMailServer(answer: (count: number) => Error | undefined) {
  const received: Received[] = []
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(parts).toString('utf8') })
        done(answer(++count))
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as { port: number }
  return { received, url: `smtp://127.0.0.1:${port}` }
}

test('a mail is written with its cause, sent once by one of several processes, and tried again under the same Message-ID', async () => {
  const busy = Object.assign(new Error('greylisted'), { responseCode: 451 })
  const server = await openMailServer((count) => (count === 1 ? busy : undefined))
  const site = await openTestPortal()
  let now = new Date('2026-12-15T07:00:00.000Z')
  const clockOf = () =>
    startMailClock({
      seal: { open: (sealed) => sealed },
      store: site.portal.opened.store,
      post: openPost(server.url, 'Akademi <akademi@belediye.example>'),
      address: site.portal.address,
      clock: () => now,
      everyMs: 0,
      onProblem: (error) => expect(error).toBeUndefined(),
    })
  const [first, second] = [clockOf(), clockOf()]
  onTestFinished(async () => {
    await first.stop()
    await second.stop()
  })
  await site.newBrowser().post('/api/accounts/register', citizen)
  await Promise.all([first.sendDue(), second.sendDue()])
  expect(server.received).toHaveLength(1)
  await first.sendDue()
  expect(server.received).toHaveLength(1)
  now = new Date('2026-12-15T07:15:00.000Z')
  await Promise.all([first.sendDue(), second.sendDue()])
  const ids = server.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(server.received.map(({ to }) => to)).toEqual([citizen.email, citizen.email])
  const left = await site.portal.opened.store.read((db) =>
    db.selectFrom('mail').select(['state', 'data', 'attempts']).execute(),
  )
  expect(left).toEqual([{ state: 'SENT', data: '{}', attempts: 1 }])
})

const citizen = {
  name: 'Deniz Aydın',
  email: 'deniz@example.org',
  audience: 'CITIZEN',
  institution: null,
  language: 'tr',
  noticeVersion: '2026-12',
}
