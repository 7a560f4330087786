import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Transaction } from '../../../src-core/database/store.ts'
import type { FreezeCheck } from '../../../src-core/needs/cycle.contract.ts'
import {
  type CollectingOffice,
  freeze,
  managerRole,
  officerRole,
  openCollectingOffice,
  refusal,
} from './collecting-office.ts'

const checkOf = (office: CollectingOffice): Promise<FreezeCheck> =>
  office.run('needs.checkFreeze', { id: office.cycleId }, { as: ['AU'] })

async function withNeeds(): Promise<CollectingOffice> {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ topicId: office.excel.id, urgency: 3 }, { freeText: 'ekcel ileri' }])
  await office.save(office.cagla.id, [{ topicId: office.waste.id }])
  return office
}

/** Changes the store behind the program's back. */
const tamper = (office: CollectingOffice, change: (db: Transaction['db']) => Promise<unknown>): Promise<unknown> =>
  office.academy.opened.store.write(({ db }) => change(db))

const snapshotFile = (office: CollectingOffice, hash: string) =>
  join(office.folder, 'files', hash.slice(0, 2), hash.slice(2))

test('freezing locks every form and says which ones no manager has looked at', async () => {
  const office = await withNeeds()
  await office.academy.opened.store.write(({ db }) =>
    db.updateTable('tnaForm').set({ state: 'MANAGER_APPROVED' }).where('personId', '=', office.cagla.id).execute(),
  )
  expect(await freeze(office)).toMatchObject({ state: 'FROZEN', frozenAt: '2027-02-01T06:00:00.000Z' })
  const stateOf = async (personId: string) =>
    ((await office.run('needs.personForm', { cycleId: office.cycleId, personId })) as unknown as { state: string })
      .state
  expect(await stateOf(office.isik.id)).toBe('LOCKED_UNREVIEWED')
  expect(await stateOf(office.cagla.id)).toBe('LOCKED')
})

test('the hash is that of the kept snapshot, so any program can confirm it', async () => {
  const office = await withNeeds()
  const { frozenHash } = await freeze(office)
  const text = await readFile(snapshotFile(office, frozenHash ?? ''), 'utf8')
  expect(text.split('\n')).toHaveLength(5)
  expect(text).toContain('"ekcel ileri"')
  expect(await checkOf(office)).toMatchObject({
    holds: true,
    hashNow: frozenHash,
    lines: 3,
    snapshot: 'kept',
    differing: 0,
  })
})

test('only a closed cycle is frozen, and a frozen one has no way back', async () => {
  const office = await withNeeds()
  expect(await refusal(office.move('freezeCycle', {}, officerRole))).toBe('cycle.freeze')
  expect(await refusal(checkOf(office))).toBe('cycleNotFrozen')
  await freeze(office)
  for (const move of ['approveCycle', 'openCycle', 'freezeCycle', 'archiveCycle'])
    expect(await refusal(office.move(move))).toBe(`cycle.${move.replace('Cycle', '')}`)
})

test('a frozen need changed behind the program is named with its field', async () => {
  const office = await withNeeds()
  await freeze(office)
  await tamper(office, (db) =>
    db.updateTable('needLine').set({ urgency: 5 }).where('topicId', '=', office.excel.id).execute(),
  )
  const check = await checkOf(office)
  expect(check).toMatchObject({ holds: false, differing: 1 })
  expect(check.differences).toMatchObject([
    { kind: 'changed', whose: 'Işık Şahin', fields: [{ field: 'urgency', frozen: '3', now: '5' }] },
  ])
})

test('needs taken away and slipped in after freezing are named', async () => {
  const office = await withNeeds()
  await freeze(office)
  await tamper(office, async (db) => {
    await db.updateTable('needLine').set({ deletedAt: '2027-02-02' }).where('topicId', '=', office.waste.id).execute()
    const real = await db.selectFrom('needLine').selectAll().where('freeText', 'is not', null).executeTakeFirstOrThrow()
    await db
      .insertInto('needLine')
      .values({ ...real, id: 'zz-new' })
      .execute()
  })
  const { holds, differences } = await checkOf(office)
  expect(holds).toBe(false)
  expect(differences.map(({ kind, whose }) => `${kind} ${whose}`)).toEqual(['missing Çağla İnce', 'added Işık Şahin'])
})

test('consolidating changes what the needs count for, not what was frozen', async () => {
  const office = await withNeeds()
  await freeze(office)
  await office.run(
    'needs.merge',
    { cycleId: office.cycleId, keys: ['ekcel ileri'], topicId: office.excel.id },
    managerRole,
  )
  expect(await checkOf(office)).toMatchObject({ holds: true })
  const excel = (await office.run('courses.getTopic', { id: office.excel.id })) as unknown as { rowVersion: number }
  await office.run(
    'courses.mergeTopics',
    { id: office.excel.id, rowVersion: excel.rowVersion, intoId: office.waste.id },
    managerRole,
  )
  expect(await checkOf(office)).toMatchObject({ holds: true })
})

test('a lost or damaged snapshot is said, and the hash still tells whether the needs hold', async () => {
  const office = await withNeeds()
  const { frozenHash } = await freeze(office)
  const file = snapshotFile(office, frozenHash ?? '')
  await writeFile(file, 'başka')
  expect(await checkOf(office)).toMatchObject({ holds: true, snapshot: 'damaged' })
  await rm(file)
  expect(await checkOf(office)).toMatchObject({ holds: true, snapshot: 'missing' })
})

test('a cancelled freezing leaves everything open', async () => {
  const office = await withNeeds()
  office.setNow('2027-02-01T08:00:00.000Z')
  const { rowVersion } = await office.cycle()
  const freezing = office.run(
    'needs.freezeCycle',
    { id: office.cycleId, rowVersion },
    { ...officerRole, signal: AbortSignal.abort() },
  )
  expect(await refusal(freezing)).toBe('CANCELLED')
  expect(await office.cycle()).toMatchObject({ state: 'CLOSED', frozenHash: null })
})
