import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type SamplePeople, samplePeople } from '../../../src-core/people/sample.ts'

const read = (name: string) => readFileSync(new URL(`../../../resources/sample/${name}`, import.meta.url), 'utf8')

function sample(people: number): SamplePeople {
  let count = 0
  return samplePeople({
    unitsCsv: read('units.csv'),
    titlesCsv: read('titles.csv'),
    newId: () => String(count++).padStart(8, '0'),
    today: '2026-12-15',
    people,
  })
}

const whole = sample(25_000)

test('the sample is the same every time', () => {
  expect(sample(2000)).toEqual(sample(2000))
})

test('the sample has 28 departments, 107 directorates, 111 titles and 25,000 people', () => {
  const kinds = Map.groupBy(whole.units, ({ kind }) => kind)
  expect(kinds.get('department')).toHaveLength(28)
  expect(kinds.get('directorate')).toHaveLength(107)
  expect(whole.titles).toHaveLength(111)
  expect(whole.staff).toHaveLength(25_000)
})

test('registry numbers have leading zeros, are unique within a type and overlap between types', () => {
  const keys = new Set(whole.staff.map(({ employmentType, registryNo }) => `${employmentType} ${registryNo}`))
  expect(keys.size).toBe(25_000)
  expect(whole.staff.filter(({ registryNo }) => registryNo.startsWith('0')).length).toBeGreaterThan(20_000)
  const types = Map.groupBy(whole.staff, ({ registryNo }) => registryNo)
  expect([...types.values()].filter((people) => people.length > 1).length).toBeGreaterThan(1000)
})

test('people belong to units and bear titles of their employment type', () => {
  const units = new Set(whole.units.map(({ id }) => id))
  const titles = new Map(whole.titles.map((title) => [title.id, title.staffStatus]))
  const status = {
    OFFICER: 'Memur',
    CONTRACTED: 'Sözleşmeli',
    CANDIDATE_OFFICER: 'Aday memur',
    WORKER: 'İşçi',
    COMPANY: 'Şirket personeli',
  }
  for (const { unitId, titleId, employmentType } of whole.staff) {
    expect(units.has(unitId)).toBe(true)
    expect(titles.get(titleId ?? '')).toBe(status[employmentType])
  }
})

test('every unit with people has a manager who works in it, and most have a training coordinator', () => {
  const home = new Map(whole.staff.map(({ id, unitId, active }) => [id, active === 1 ? unitId : '']))
  const staffed = whole.units.filter(({ id }) => whole.staff.some(({ unitId }) => unitId === id))
  for (const { id, managerId } of staffed) expect(home.get(managerId ?? '')).toBe(id)
  expect(staffed.filter(({ coordinatorId }) => coordinatorId !== null).length).toBeGreaterThan(135)
})

test('those who left did so after they came', () => {
  const left = whole.staff.filter(({ active }) => active === 0)
  expect(left.length).toBeGreaterThan(300)
  for (const { hireDate, leaveDate } of left) expect((leaveDate ?? '') > (hireDate ?? '')).toBe(true)
  for (const { active, leaveDate } of whole.staff) expect(active === 1).toBe(leaveDate === null)
})
