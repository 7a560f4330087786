import { expect, test } from 'vitest'
import type { UnitNeedRow } from '../../../src-core/needs/collect.contract.ts'
import { type CollectingOffice, officerRole, openCollectingOffice, refusal } from './collecting-office.ts'

const add = (office: CollectingOffice, fields: object): Promise<{ id: string }> =>
  office.run('needs.addUnitNeed', { cycleId: office.cycleId, fields }, officerRole)

const listed = async (office: CollectingOffice, page: object = {}): Promise<readonly UnitNeedRow[]> =>
  ((await office.run('needs.listUnitNeeds', { cycleId: office.cycleId, page })) as unknown as { rows: UnitNeedRow[] })
    .rows

const change = (
  office: CollectingOffice,
  id: string,
  fields: object,
  rowVersion = 1,
): Promise<{ rowVersion: number }> => office.run('needs.changeNeed', { id, rowVersion, fields }, officerRole)

test('a unit asks for a number of people, with names where it knows them', async () => {
  const office = await openCollectingOffice()
  await add(office, {
    unitId: office.training.id,
    topicId: office.excel.id,
    headcount: 12,
    urgency: 3,
    names: 'Ali, Veli',
  })
  await add(office, { unitId: office.records.id, freeText: 'Arşiv düzeni', headcount: 4 })
  const rows = await listed(office, { sort: [{ column: 'unit' }] })
  expect(rows).toMatchObject([
    { unitName: 'Eğitim Şube Müdürlüğü', topicCode: 'BİL-003', headcount: 12, names: 'Ali, Veli' },
    { unitName: 'Özlük Şube Müdürlüğü', freeText: 'Arşiv düzeni', headcount: 4, topicId: null },
  ])
})

test('a unit that asks for the same again is told how many it asked for', async () => {
  const office = await openCollectingOffice()
  await add(office, { unitId: office.training.id, topicId: office.excel.id, headcount: 12 })
  await expect(
    add(office, { unitId: office.training.id, freeText: 'microsoft excel temel', headcount: 3 }),
  ).rejects.toMatchObject({ data: { rule: 'unitNeedExists', details: { headcount: 12 } } })
})

test('a closed unit asks for nothing', async () => {
  const office = await openCollectingOffice()
  await office.run('people.moveStaff', { people: [office.worker], unitId: office.training.id })
  await office.run('people.deactivateUnit', { ...office.records, validTo: null })
  const asked = add(office, { unitId: office.records.id, topicId: office.excel.id, headcount: 3 })
  expect(await refusal(asked)).toBe('unitInactive')
})

test('a need is corrected while the window is open, and its wording can become a topic', async () => {
  const office = await openCollectingOffice()
  const { id } = await add(office, { unitId: office.records.id, freeText: 'cöp toplama', headcount: 4 })
  expect(await change(office, id, { headcount: 6, reason: 'legal' })).toEqual({ rowVersion: 2 })
  await change(office, id, { topicId: office.waste.id }, 2)
  expect(await listed(office)).toMatchObject([
    { headcount: 6, reason: 'legal', topicCode: 'ÇEV-002', freeText: 'cöp toplama' },
  ])
  expect(await refusal(change(office, id, { topicId: null, freeText: null }, 3))).toBe('needAsksNothing')
  office.setNow('2027-01-31T21:00:00.000Z')
  expect(await refusal(change(office, id, { headcount: 7 }, 3))).toBe('collectingClosed')
})

test('a correction that would ask for the same thing twice is refused', async () => {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ topicId: office.excel.id }, { freeText: 'Python' }])
  const { lines } = (await office.run('needs.personForm', {
    cycleId: office.cycleId,
    personId: office.isik.id,
  })) as unknown as { lines: { id: string; freeText: string | null }[] }
  const python = lines.find((line) => line.freeText === 'Python')?.id ?? ''
  expect(await refusal(change(office, python, { topicId: office.excel.id }))).toBe('needExists')
})

test('the head-count of a person stays one', async () => {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ freeText: 'Python' }])
  const form = { cycleId: office.cycleId, personId: office.isik.id }
  const { lines } = (await office.run('needs.personForm', form)) as unknown as { lines: { id: string }[] }
  await change(office, lines[0]?.id ?? '', { headcount: 9, urgency: 2 })
  const { rows } = (await office.run('needs.listNeeds', { cycleId: office.cycleId, page: {} })) as unknown as {
    rows: object[]
  }
  expect(rows).toMatchObject([{ headcount: 1, urgency: 2 }])
})

test('removed needs come back whole, unless somebody entered them anew', async () => {
  const office = await openCollectingOffice()
  const { id } = await add(office, { unitId: office.records.id, freeText: 'Arşiv', headcount: 4 })
  const remove = () => office.run('needs.removeNeeds', { ids: [id] }, officerRole)
  const restore = () => office.run('needs.restoreNeeds', { ids: [id] }, officerRole)
  expect(await remove()).toEqual({ removed: 1 })
  expect(await listed(office)).toEqual([])
  expect(await restore()).toEqual({ restored: 1 })
  expect(await listed(office)).toMatchObject([{ headcount: 4 }])
  await remove()
  await add(office, { unitId: office.records.id, freeText: 'arsiv', headcount: 5 })
  expect(await refusal(restore())).toBe('needExists')
})
