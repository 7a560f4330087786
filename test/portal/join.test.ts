import { describe, expect, test } from 'vitest'
import type { Group } from '../../src-core/certificates/group.ts'
import { syncedTables } from '../../src-core/database/schema.ts'
import { verifyStore } from '../../src-core/database/verify.ts'
import type { Pushed } from '../../src-core/sync/protocol.ts'
import { readDataKey } from '../../src-node/crypto/data-key.ts'
import { createSeal } from '../../src-node/crypto/seal.ts'
import { httpPortal } from '../../src-node/sync/http-portal.ts'
import { tokenFile } from '../../src-node/sync/token-file.ts'
import { groupFields, holderFields } from '../core/certificates/certificate-office.ts'
import { postgresSkipped } from '../core/database/founded-postgres.ts'
import { room } from '../sync/office.ts'
import type { Browser } from './browser.ts'
import { type Desk, giveDuties, officerOf, openDesk } from './desks.ts'
import { goodPassword, openTestPortal, type TestPortal } from './open-portal.ts'

const ibans = ['TR330006100519786457841326', 'TR180006200119000006672315'] as const

async function addTrainer({ run }: Desk, name: string, iban: string): Promise<string> {
  const rest = { institution: null, email: null, phone: null, languages: ['tr'], dailyFeeMinor: null, topicIds: [] }
  const { id }: { id: string } = await run('courses.addTrainer', { kind: 'freelance', personId: null, name, ...rest })
  const { sealed }: { sealed: string } = await run('courses.sealTrainerSecret', { secret: 'iban', text: iban })
  await run('courses.setTrainerSecret', { id, rowVersion: 1, secret: 'iban', sealed })
  return id
}

const confirmAs = (browser: Browser) => (code: string) => browser.call('sync.confirmJoin', { code })

const portalRows = ({ portal }: TestPortal, table: (typeof syncedTables)[number]) =>
  portal.opened.store.read((db) => db.selectFrom(table).selectAll().orderBy('id').execute())

async function expectAgreement(site: TestPortal, ...desks: readonly Desk[]): Promise<void> {
  for (const table of syncedTables) {
    const rows = await portalRows(site, table)
    for (const desk of desks) expect(await desk.rows(table), table).toEqual(rows)
  }
  for (const { academy } of desks) {
    const { store, columns } = academy.opened
    expect(await store.snapshot((db) => verifyStore(db, columns))).toMatchObject({ findings: [] })
  }
}

/** Speaks to the portal as the desk could, past its program. */
async function forger(site: TestPortal, desk: Desk) {
  const token = await tokenFile(desk.folder, { seal: createSeal(desk.dataKey) }, () => 'unused').read()
  const there = httpPortal(site.portal.address, token ?? '')
  const epoch = await site.portal.opened.store.read((db) =>
    db.selectFrom('storeInfo').select('value').where('key', '=', 'epoch').executeTakeFirstOrThrow(),
  )
  return async (command: Pick<Pushed, 'operation' | 'input' | 'actor' | 'source'>) => {
    const commandId = crypto.randomUUID()
    const at = '2026-12-15T09:00:00.000Z'
    const answer = await there.push({ epoch: epoch.value, commands: [{ ...command, commandId, at, touched: {} }] })
    return answer.state === 'taken' ? answer.results[0] : answer
  }
}

/** Both desktops have the same officer, under an account of her own at each; a colleague of hers works at the second. */
async function expectOneDecidesOnceOnly(site: TestPortal, admin: Browser, one: Desk, two: Desk): Promise<void> {
  const holders = [holderFields('Ali Yılmaz')]
  const { id }: { id: string } = await one.run('certificates.addGroup', groupFields())
  await one.run('certificates.addHolders', { groupId: id, holders })
  const group = (desk: Desk): Promise<Group> => desk.run('certificates.getGroup', { id })
  await one.run('certificates.propose', { id, rowVersion: (await group(one)).rowVersion })
  await one.sync()
  await two.sync()
  const { rowVersion, ownAttendance } = await group(two)
  expect(ownAttendance).toBe(true)
  const approve = { operation: 'certificates.approve', input: { id, rowVersion } } as const
  const refused = { data: { rule: 'ownAttendanceReason' } }
  for (const desk of [one, two]) await expect(desk.run(approve.operation, approve.input)).rejects.toMatchObject(refused)
  const [account] = (await two.rows('account')) as unknown as readonly { id: string }[]
  const push = await forger(site, two)
  const pushed = { ...approve, actor: { id: account?.id ?? '', name: 'Burak' }, source: 'window' } as const
  expect(await push(pushed)).toMatchObject({ outcome: 'rejected', refusal: refused })

  const colleague = await officerOf(site, 'ece@belediye.example')
  await giveDuties(admin, 'ece', ['TM'])
  const rights = { roles: ['TM'], language: 'tr' } as const
  await two.run('access.createAccount', {
    ...{ ...rights, userName: 'ece', displayName: 'Ece', password: goodPassword },
  })
  const window = two.window()
  await two.run('access.signIn', { userName: 'ece', password: goodPassword }, window)
  await two.run('access.changePassword', { current: goodPassword, next: `${goodPassword} 8` }, window)
  const { userCode }: { userCode: string } = await two.run('sync.introduce', undefined, window)
  await colleague.call('sync.confirmJoin', { code: userCode })
  await two.settled()
  await two.run(approve.operation, approve.input, window)
  expect(await two.sync()).toMatchObject({ waiting: 0, conflicts: 0 })
  await one.sync()
  expect(await group(one)).toMatchObject({ state: 'APPROVED', decidedByName: 'Görevli ece' })
  const { entries }: { entries: readonly { operation: string; actorName: string }[] } = await one.run(
    'access.history',
    {
      ...{ table: 'certificateGroup', id },
    },
  )
  expect(entries.map(({ operation, actorName }) => `${actorName} ${operation}`)).toEqual([
    'Görevli ece sync.apply',
    ...['propose', 'addHolders', 'addGroup'].map((step) => `Görevli aylin certificates.${step}`),
  ])
}

for (const over of ['sqlite', 'postgres'] as const) {
  describe(`joining a portal over ${over}`, () => {
    test('the first desktop brings its records, the second takes them over and keeps its work; secrets stay readable to both', async ({
      skip,
    }) => {
      const reason = over === 'postgres' ? postgresSkipped() : undefined
      if (reason) skip(reason)
      const site = await openTestPortal({ over, joinEvery: 0 })
      const admin = await officerOf(site, 'aylin@belediye.example')
      await giveDuties(admin, 'aylin', ['SA', 'TM', 'TO'])
      const one = await openDesk('Aylin', 1)
      const two = await openDesk('Burak', 2)
      await one.run('courses.addRoom', room('A1'))
      const first = await addTrainer(one, 'Ada Can', ibans[0])
      const second = await addTrainer(two, 'Efe Can', ibans[1])
      await two.run('courses.addRoom', room('B1'))

      expect(await one.join(site.portal.address, confirmAs(admin))).toMatchObject({
        waiting: 0,
        paused: null,
        known: true,
      })
      expect(await two.join(`${site.portal.address}/`, confirmAs(admin))).toMatchObject({ waiting: 0, conflicts: 0 })
      await one.sync()
      await expectAgreement(site, one, two)
      expect((await portalRows(site, 'room')).map((row) => (row as { code: string }).code).sort()).toEqual(['A1', 'B1'])

      const { opened } = site.portal
      const seal = createSeal(await readDataKey(opened.store.id))
      const trainers = (await portalRows(site, 'trainer')) as unknown as readonly { id: string; ibanSealed: string }[]
      expect(trainers.map(({ ibanSealed }) => seal.open(ibanSealed)).sort()).toEqual([...ibans].sort())
      for (const desk of [one, two])
        for (const [id, iban] of [
          [first, ibans[0]],
          [second, ibans[1]],
        ] as const)
          expect(await desk.run('courses.showTrainerSecret', { id, secret: 'iban' })).toEqual({ text: iban })
      await expectOneDecidesOnceOnly(site, admin, one, two)
      await expectAgreement(site, one, two)
    })

    test('an officer acts with her duties at the portal; whoever is forged, unknown or removed is refused', async ({
      skip,
    }) => {
      const reason = over === 'postgres' ? postgresSkipped() : undefined
      if (reason) skip(reason)
      const site = await openTestPortal({ over, joinEvery: 0 })
      const admin = await officerOf(site, 'aylin@belediye.example')
      const clerk = await officerOf(site, 'ece@belediye.example')
      await giveDuties(admin, 'ece', ['TO'])
      const one = await openDesk('Aylin', 1)
      const two = await openDesk('Ece', 2)
      await one.join(site.portal.address, confirmAs(admin))

      const citizen = { name: 'Deniz Aydın', email: 'deniz@example.org', audience: 'CITIZEN', institution: null }
      await site.newBrowser().post('/api/accounts/register', { ...citizen, language: 'tr', noticeVersion: '2026-12' })
      const stranger = await site.enter(citizen.email)
      await two.join(site.portal.address, async (code) => {
        expect((await stranger.post('/api/sync/confirmJoin', { code })).body).toMatchObject({ code: 'NOT_ALLOWED' })
        expect((await clerk.post('/api/sync/confirmJoin', { code: 'BCDF-GHJK' })).body).toMatchObject({
          code: 'NOT_FOUND',
        })
        const typed = code.replace('-', ' ').toLowerCase()
        expect(await clerk.call('sync.joinAsked', { code: typed })).toEqual({
          deviceName: 'Masa Ece',
          officerName: 'Ece',
          of: 'desktop',
        })
        await clerk.call('sync.confirmJoin', { code: typed })
      })

      // At her own window Ece administers; at the portal she does not.
      await two.run('access.changeSettings', { institution: 'Başka Belediye', idleMinutes: 60 })
      await two.run('courses.addRoom', room('B1'))
      expect(await two.sync()).toMatchObject({ waiting: 0, conflicts: 1 })
      expect(await two.run('sync.conflicts')).toMatchObject([
        { operation: 'access.changeSettings', refusal: { code: 'NOT_ALLOWED' } },
      ])

      // A desktop none of whose officers has a duty is refused, and keeps what waits.
      await giveDuties(admin, 'ece', [])
      await two.run('courses.addRoom', room('B2'))
      expect(await two.sync()).toMatchObject({ paused: { reason: 'notAllowed' }, waiting: 1 })
      await giveDuties(admin, 'ece', ['TO'])
      expect(await two.sync()).toMatchObject({ paused: null, waiting: 0 })

      const push = await forger(site, two)
      const accounts = (await one.rows('account')) as unknown as readonly { id: string }[]
      const settings = { operation: 'access.changeSettings', input: { institution: 'Sahte', idleMinutes: 9 } } as const
      for (const [actor, source] of [
        [{ id: accounts[0]?.id ?? '', name: 'Aylin' }, 'window'],
        [{ id: 'program', name: 'Akademi' }, 'window'],
        [{ id: 'program', name: 'Akademi' }, 'service'],
        [{ id: 'cli:root', name: 'akademi (root)' }, 'cli'],
        [{ id: '', name: '' }, 'window'],
      ] as const)
        expect(await push({ ...settings, actor, source }), `${actor.id} ${source}`).toMatchObject({
          outcome: 'rejected',
        })
      expect(await portalRows(site, 'setting')).not.toContainEqual(expect.objectContaining({ value: 'Sahte' }))

      // A second officer of the same desktop is not known until she says who she is at the portal.
      await two.run('access.createAccount', {
        ...{
          userName: 'aylin',
          displayName: 'Aylin',
          roles: ['SA', 'TM', 'TO'],
          language: 'tr',
          password: goodPassword,
        },
      })
      const guest = two.window()
      await two.run('access.signIn', { userName: 'aylin', password: goodPassword }, guest)
      await two.run('access.changePassword', { current: goodPassword, next: `${goodPassword} 8` }, guest)
      await two.run('access.changeSettings', { institution: 'Büyükşehir', idleMinutes: 30 }, guest)
      await two.run('sync.now', undefined, guest)
      expect(await two.run('sync.status', undefined, guest)).toMatchObject({
        waiting: 1,
        known: false,
        unknown: ['Aylin'],
      })
      const { userCode }: { userCode: string } = await two.run('sync.introduce', undefined, guest)
      await admin.call('sync.confirmJoin', { code: userCode })
      expect(await two.settled()).toMatchObject({ waiting: 0, unknown: [] })
      expect(await portalRows(site, 'setting')).toContainEqual(expect.objectContaining({ value: 'Büyükşehir' }))

      const devices: readonly { id: string; name: string; own: boolean }[] = await two.run('sync.devices')
      expect(devices.map(({ name, own }) => [name, own]).sort()).toEqual([
        ['Masa Aylin', false],
        ['Masa Ece', true],
      ])
      const id = devices.find(({ own }) => !own)?.id
      await expect(two.run('sync.removeDevice', { id })).rejects.toMatchObject({ data: { rule: 'portalRefused' } })
      expect((await clerk.post('/api/sync/removeJoinedDevice', { id })).body).toMatchObject({ code: 'NOT_FOUND' })
      await one.run('courses.addRoom', room('A9'))
      await two.run('sync.removeDevice', { id }, guest)
      expect(await one.sync()).toMatchObject({ paused: { reason: 'signedOut' }, waiting: 1 })
      expect(await one.rows('room')).toHaveLength(1)

      await two.run('sync.leave')
      expect(await admin.call('sync.joinedDevices')).toEqual({ devices: [] })
    })
  })
}
