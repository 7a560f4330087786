import type { Claims } from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../../src-main/service/program.ts'
import type { Outputs } from '../../src-portal/pages/api.ts'
import type { DirectorySettings } from '../../src-portal/server/directory.ts'
import { topicFields } from '../core/courses/small-catalogue.ts'
import { type Furniture, furnish, type Made, type Runs } from '../core/people/small-office.ts'
import type { Browser } from './browser.ts'
import { client, type Manner, openDirectory } from './open-directory.ts'
import { goodPassword, openSharedPortal } from './open-portal.ts'
import { totp } from './totp.ts'

let directory: Awaited<ReturnType<typeof openDirectory>>
/** As the portal reads them at each sign-in. */
const settings: { -readonly [K in keyof DirectorySettings]: DirectorySettings[K] } = {
  ...client,
  discovery: '',
  registryClaim: 'employee_number',
  secondFactor: 'portal',
}
let site: Awaited<ReturnType<typeof openSharedPortal>>
let office: Runs & Furniture
let boss: Made

/** The small office on one portal: Banu leads the department, Işık coordinates the directorate; the window of 2027 is open. */
beforeAll(async () => {
  directory = await openDirectory()
  settings.discovery = directory.discovery
  site = await openSharedPortal({ directory: settings })
  directory.admit(site.portal.address)
  const { dispatcher } = site.portal
  office = await furnish({
    run: async (operation, input) => (await dispatcher.run(operation, input, program)) as never,
  })
  const { department, training, isik, addStaff, run } = office
  const banu = { registryNo: '7', givenNames: 'Banu', surname: 'Ak', email: 'banu@belediye.example' }
  boss = await addStaff({ ...banu, unitId: department.id })
  await run('people.changeUnit', { ...versionOf(department), fields: { managerId: boss.id } })
  await run('people.changeUnit', { ...versionOf(training), fields: { coordinatorId: isik.id } })
  await run('courses.addTopic', topicFields({ code: 'BİL-003', name: 'Microsoft Excel Temel' }))
  const { id, rowVersion }: Made = await run('needs.createCycle', await run('needs.suggestCycle', {}))
  await run('needs.approveCycle', { id, rowVersion })
  await run('needs.advanceCycles')
})

afterAll(async () => {
  await site.close()
  await directory.close()
})

const versionOf = ({ id, rowVersion }: Made) => ({ id, rowVersion })

const browsers = new Map<string, Browser>()
const secrets = new Map<string, string>()

/** Somebody of the office in a browser; with `duties` behind a second factor. */
async function enter(email: string, duties = true): Promise<Browser> {
  const known = browsers.get(email)
  if (known) return known
  await site.newBrowser().post('/api/accounts/activate', { email, language: 'tr' })
  const browser = await site.enter(email)
  if (duties) {
    const { body } = await browser.post('/api/auth/two-factor/enable', { password: goodPassword })
    const secret = new URL((body as { totpURI: string }).totpURI).searchParams.get('secret') ?? ''
    await browser.post('/api/auth/two-factor/verify-totp', { code: totp(secret) })
    secrets.set(email, secret)
  }
  browsers.set(email, browser)
  return browser
}

test('a coordinator fetches the workbook of her unit and brings files of a bounded size, and nobody else does', async () => {
  const isik = await enter('isik.sahin@belediye.example')
  const units = (await isik.call('needs.myUnits')) as Outputs['needs']['myUnits']
  expect(units.units.map(({ code }) => code)).toEqual(['IKE-03'])
  const form = await isik.post('/api/needs/myUnitTemplate', { unitId: units.units[0]?.id, language: 'tr' })
  expect(form.headers.get('content-type')).toContain('spreadsheetml')
  expect(decodeURIComponent(form.headers.get('content-disposition') ?? '')).toContain('IKE-03')

  const rows = 'Sicil No;Eğitim Kodu\n000123;BİL-003\n7;BİL-003\n'
  const { body } = await isik.send('needs.uploadMyWorkbook', Buffer.from(rows), 'Fen İşleri.csv')
  expect(body).toMatchObject({ fileName: 'Fen İşleri.csv' })
  const checked = (await isik.call('needs.checkMyWorkbook', body)) as Outputs['needs']['checkMyWorkbook']
  expect(checked.counts).toMatchObject({ lines: 1, errors: 1 })
  expect(checked.issues).toMatchObject([{ code: 'E18', cell: 'A3' }])

  expect(await isik.send('needs.uploadMyWorkbook', new Uint8Array(), 'boş.xlsx')).toMatchObject({
    status: 422,
    body: { code: 'INVALID_FILE', data: { problem: 'empty' } },
  })
  const large = new Uint8Array(5 * 1024 * 1024 + 1)
  expect((await isik.send('needs.uploadMyWorkbook', large, 'b.xlsx')).body).toMatchObject({
    data: { problem: 'tooLarge' },
  })
  expect((await isik.send('needs.uploadMyWorkbook', new Uint8Array(7 * 1024 * 1024), 'b.xlsx')).status).toBe(413)
  expect((await isik.send('needs.myUnits', Buffer.from('x'), 'b.xlsx')).status).toBe(404)
  expect((await site.newBrowser().send('needs.uploadMyWorkbook', Buffer.from('x'), 'b.xlsx')).status).toBe(401)
  const banu = await enter('banu@belediye.example')
  expect((await banu.send('needs.uploadMyWorkbook', Buffer.from('x'), 'b.xlsx')).status).toBe(403)
  expect((await banu.post('/api/needs/myUnits')).status).toBe(403)
})

test('a calendar address needs no session, is known to nobody else, and is gone when it is closed', async () => {
  const isik = await enter('isik.sahin@belediye.example')
  const { token } = (await isik.call('delivery.openMyCalendar')) as { token: string }
  const program = site.newBrowser()
  const answer = await program.get(`/calendar/${token}.ics`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(answer.text).toContain('X-WR-CALNAME:Eğitimlerim')
  expect((await program.get(`/calendar/${'0'.repeat(64)}.ics`)).status).toBe(404)
  await isik.call('delivery.closeMyCalendar')
  expect((await program.get(`/calendar/${token}.ics`)).status).toBe(404)
})

/** Goes to the directory and comes back; gives a browser and where it was sent. */
async function byDirectory(claims: Claims, manner: Manner = 'idToken') {
  const browser = site.newBrowser()
  const { body } = await browser.post('/api/accounts/directory')
  const back = await directory.enter((body as { url: string }).url, claims, manner)
  const { headers } = await browser.get(back.pathname + back.search)
  return { browser, back, to: headers.get('location') ?? '' }
}

type Self = Outputs['access']['portalSelf']['self']

const selfOf = async (browser: Browser): Promise<Self> =>
  ((await browser.call('access.portalSelf')) as Outputs['access']['portalSelf']).self

test('staff come in by the directory under the registry number it names, and nobody else does', async () => {
  expect((await site.newBrowser().get('/api/accounts/doors')).body).toEqual({ directory: true })
  const cagla = await byDirectory({ sub: 's-124', employee_number: '000124', email: 'cagla@belediye.example' })
  expect(cagla.to).toBe('/')
  expect(await selfOf(cagla.browser)).toMatchObject({ name: 'Çağla İnce', roles: ['ST'], password: false })
  const tokens = await site.portal.opened.store.read((db) =>
    db
      .selectFrom('portalCredential')
      .select(['accessToken', 'idToken'])
      .where('providerId', '=', 'directory')
      .execute(),
  )
  expect(tokens).toEqual([{ accessToken: null, idToken: null }])

  // A directory that tells nothing but the subject in its token is asked for the rest.
  const isik = { sub: 's-123', employee_number: '000123', email: 'isik.sahin@belediye.example' }
  const asked = await byDirectory(isik, 'userInfo')
  expect(await selfOf(asked.browser)).toMatchObject({ name: 'Işık Şahin', roles: ['ST'] })

  // A link that was used, somebody whom the list does not have, a token of another's making, a door that was not asked for.
  const again = await cagla.browser.get(cagla.back.pathname + cagla.back.search)
  expect(again.headers.get('location')).toContain('error=')
  const strangers = [
    await byDirectory({ sub: 's-999', employee_number: '000999', email: 'cagla@belediye.example' }),
    await byDirectory({ sub: 's-1', email: 'banu@belediye.example' }),
    await byDirectory({ sub: 's-124', employee_number: '000124', email: 'x@belediye.example' }, 'forged'),
  ]
  for (const { browser, to } of strangers) {
    expect(to).toMatch(/^\/sign-in\?error=/)
    expect(await selfOf(browser)).toBeNull()
  }
  expect((await site.newBrowser().post('/api/auth/sign-in/social', { provider: 'directory' })).status).toBe(404)

  // The directory gives a number to somebody else: the account goes with the registry number, not with the old link.
  const other = await byDirectory({ sub: 's-124', employee_number: '7', email: 'banu@belediye.example' })
  expect(await selfOf(other.browser)).toMatchObject({ name: 'Banu Ak' })
})

test('duties in a session of the directory want the portal’s second factor, unless the directory is trusted with it', async () => {
  const claims = { sub: 's-123', employee_number: '000123', email: 'isik.sahin@belediye.example' }
  await enter('isik.sahin@belediye.example')
  const { browser } = await byDirectory(claims)
  expect(await selfOf(browser)).toMatchObject({ roles: ['ST'], waitingRoles: ['UC'], twoFactor: true })
  for (const path of ['disable', 'enable'])
    expect((await browser.post(`/api/auth/two-factor/${path}`, { password: goodPassword })).status).toBe(403)
  expect((await browser.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401)
  expect(await selfOf(browser)).toMatchObject({ waitingRoles: ['UC'] })
  const secret = secrets.get('isik.sahin@belediye.example') ?? ''
  expect((await browser.post('/api/auth/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200)
  expect(await selfOf(browser)).toMatchObject({ roles: ['ST', 'UC'], waitingRoles: [] })

  settings.secondFactor = 'directory'
  const trusted = await byDirectory(claims)
  expect(await selfOf(trusted.browser)).toMatchObject({ roles: ['ST', 'UC'], waitingRoles: [] })
})
