import { expect, test } from 'vitest'
import { daysBetween } from '../../../src-core/needs/today.rules.ts'
import { openTestAcademy } from '../academy.ts'
import { freeze, officerRole, openCollectingOffice } from './collecting-office.ts'

type Items = { items: { kind: string }[] }

test('with no cycle the first thing to do is to set one up', async () => {
  const academy = await openTestAcademy()
  expect(await academy.run('needs.today', undefined, officerRole)).toEqual({ items: [{ kind: 'noCycle', year: 2027 }] })
})

test('an open cycle shows its last day, its answers and the wordings that wait', async () => {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ freeText: 'Python' }])
  const { items } = (await office.run('needs.today', undefined, officerRole)) as unknown as Items
  expect(items).toEqual([
    { kind: 'cycleCloses', cycleId: office.cycleId, year: 2027, on: '2027-01-31', days: 47 },
    { kind: 'response', cycleId: office.cycleId, year: 2027, eligible: 2, answered: 1, silentUnits: 0 },
    { kind: 'freeTexts', cycleId: office.cycleId, year: 2027, count: 1 },
  ])
})

test('a closed cycle waits to be frozen, a frozen one for its decisions', async () => {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ topicId: office.excel.id }])
  office.setNow('2027-02-03T08:00:00.000Z')
  const kinds = async () =>
    ((await office.run('needs.today', undefined, officerRole)) as unknown as Items).items.map(({ kind }) => kind)
  expect(await kinds()).toEqual(['cycleClosed'])
  await freeze(office)
  expect(await kinds()).toEqual(['undecided'])
})

// A database server's backups are made by its own tools, and nobody is told how old they are.
const onServer = process.env.AKADEMI_TEST_STORE === 'postgres'

test.skipIf(onServer)(
  'a backup of two days ago is pressing for manager and administrator, one of yesterday is not',
  async () => {
    const office = await openCollectingOffice()
    await office.academy.opened.backups.create('daily', '2026-12-15T07:00:00.000Z', {
      signal: new AbortController().signal,
      report: () => {},
    })
    const backups = async (...roles: ('TM' | 'SA' | 'TO')[]) =>
      ((await office.run('needs.today', undefined, { as: roles })) as unknown as Items).items.filter(
        ({ kind }) => kind === 'backupOld',
      )
    office.setNow('2026-12-16T20:59:00.000Z')
    expect(await backups('TM')).toEqual([])
    office.setNow('2026-12-16T21:00:00.000Z')
    expect(await backups('TM')).toEqual([{ kind: 'backupOld', on: '2026-12-15', days: -2 }])
    expect(await backups('SA')).toHaveLength(1)
    expect(await backups('TO')).toEqual([])
  },
)

test('a store that was never backed up says so after two days', async () => {
  const office = await openCollectingOffice()
  office.setNow('2026-12-17T08:00:00.000Z')
  const { items } = (await office.run('needs.today', undefined, { as: ['SA'] })) as unknown as Items
  expect(items).toEqual([{ kind: 'backupOld', on: null, days: -2 }])
})

test('nothing of the needs shows to roles that may not see them', async () => {
  const office = await openCollectingOffice()
  expect(await office.run('needs.today', undefined, { as: ['SA'] })).toEqual({ items: [] })
})

test('days are counted by the calendar, over changes of the clock too', () => {
  expect(daysBetween('2026-12-15', '2027-01-31')).toBe(47)
  expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2)
  expect(daysBetween('2027-02-03', '2027-01-31')).toBe(-3)
})
