import { expect, test } from 'vitest'
import type { StaffRow } from '../../../src-core/people/staff.ts'
import { check, commit, uploaded, workbook } from './list-files.ts'
import { openSmallOffice, type SmallOffice } from './small-office.ts'

const header = ['Sicil No', 'Adı Soyadı', 'Statü', 'Birim', 'Aktif', 'Ayrılış Tarihi']
const number = (at: number) => String(at).padStart(6, '0')
const row = (at: number, unit: string, active = 'Evet', left = '') => [
  number(at),
  `Kişi${at} Soy${at}`,
  'Memur',
  unit,
  active,
  left,
]

/** 100 officers in the training directorate and 200 in the records directorate, besides the two of the small office. */
async function openBigOffice(): Promise<
  SmallOffice & { file(rows: readonly (readonly string[])[], staff?: object): Promise<object> }
> {
  const office = await openSmallOffice()
  const file = (rows: readonly (readonly string[])[], staff: object = {}) =>
    uploaded(office, workbook([header, ...rows]), { staff })
  await commit(office, await file(all))
  return { ...office, file }
}

const training = 'Eğitim Şube Müdürlüğü'
const records = 'Özlük Şube Müdürlüğü'
const first = [
  ['000123', 'Işık Şahin', 'Memur', training, 'Evet', ''],
  ['000124', 'Çağla İnce', 'Memur', training, 'Evet', ''],
]
const all = [
  ...first,
  ...Array.from({ length: 100 }, (_, at) => row(1000 + at, training)),
  ...Array.from({ length: 200 }, (_, at) => row(2000 + at, records)),
]

const inactive = async (office: SmallOffice) =>
  (
    (await office.run('people.listStaff', { filter: { active: { kind: 'oneOf', values: [0] } } })) as {
      rows: readonly StaffRow[]
    }
  ).rows

test('nobody leaves by being absent from a list that is not the whole', async () => {
  const office = await openBigOffice()
  const result = await check(office, await office.file(first))
  expect(result.counts).toMatchObject({ rows: 2, same: 2, gone: 0 })
})

test('a whole list ends the work of those who are absent from it', async () => {
  const office = await openBigOffice()
  const input = await office.file(all.slice(0, -3), { mode: 'snapshot', leaveDate: '2026-11-30' })
  const result = await check(office, input)
  expect(result.counts).toMatchObject({ gone: 3, same: 299 })
  expect(result.staff).toMatchObject({ losses: { gone: 3, staff: 302, units: [], mustConfirm: false } })
  await commit(office, input)
  expect((await inactive(office)).map(({ registryNo, leaveDate }) => `${registryNo} ${leaveDate}`)).toEqual([
    '002197 2026-11-30',
    '002198 2026-11-30',
    '002199 2026-11-30',
  ])
})

test('more than two in a hundred of all, or five of a unit, leave only when the very number is confirmed', async () => {
  const office = await openBigOffice()
  const input = (staff: object) => office.file(all.slice(0, -12), { mode: 'snapshot', ...staff })
  const result = await check(office, await input({}))
  expect(result.staff?.losses).toEqual({
    gone: 12,
    staff: 302,
    units: [{ unitId: office.records.id, name: records, gone: 12, staff: 200 }],
    mustConfirm: true,
  })
  const refusal = { data: { rule: 'tooManyLeave', details: { gone: 12, staff: 302, units: 1, unit: records } } }
  await expect(commit(office, await input({}))).rejects.toMatchObject(refusal)
  await expect(commit(office, await input({ confirmDeactivations: 11 }))).rejects.toMatchObject(refusal)
  expect(await inactive(office)).toEqual([])
  await commit(office, await input({ confirmDeactivations: 12 }))
  expect(await inactive(office)).toHaveLength(12)
})

test('people whom the file itself calls passive count as leaving too', async () => {
  const office = await openBigOffice()
  const input = await office.file([
    row(1000, training, 'Hayır', '15.11.2026'),
    row(1001, training, 'Pasif'),
    row(1002, training, '', '01.12.2026'),
    row(1003, training, '', '01.12.2030'),
  ])
  const result = await check(office, input)
  expect(result.counts).toMatchObject({ left: 3, gone: 0, same: 1 })
  await commit(office, input)
  expect((await inactive(office)).map(({ registryNo, leaveDate }) => `${registryNo} ${leaveDate}`)).toEqual([
    '001000 2026-11-15',
    '001001 2026-12-15',
    '001002 2026-12-01',
  ])
})

test('somebody who is in the file again is back', async () => {
  const office = await openBigOffice()
  await commit(office, await office.file([row(1000, training, 'Hayır', '15.11.2026')]))
  const result = await check(office, await office.file([row(1000, training)]))
  expect(result.changes).toMatchObject([
    { kinds: ['returned'], fields: [{ field: 'leaveDate', from: '2026-11-15', to: null }] },
  ])
  await commit(office, await office.file([row(1000, training)]))
  expect(await inactive(office)).toEqual([])
})

test('a whole list of officers says nothing about the workers', async () => {
  const office = await openBigOffice()
  await office.addStaff({
    registryNo: '5',
    employmentType: 'WORKER',
    givenNames: 'Ali',
    surname: 'Can',
    unitId: office.records.id,
  })
  const result = await check(office, await office.file(all, { mode: 'snapshot' }))
  expect(result.counts.gone).toBe(0)
  expect(result.staff?.completeTypes).toEqual(['OFFICER'])
  const both = await check(office, await office.file(all, { mode: 'snapshot', completeTypes: ['OFFICER', 'WORKER'] }))
  expect(both.changes).toMatchObject([{ kinds: ['gone'], name: 'Ali Can' }])
})

test('somebody whose row has an error is not gone', async () => {
  const office = await openBigOffice()
  const rows = [...all.slice(0, -1), [number(2199), 'Kişi2199 Soy2199', 'Memur', 'Olmayan Birim', 'Evet', '']]
  const result = await check(office, await office.file(rows, { mode: 'snapshot' }))
  expect(result.counts).toMatchObject({ gone: 0, wrongRows: 1 })
})

test('a row without its number or type still keeps whoever it may be about', async () => {
  const office = await openBigOffice()
  const rows = [
    ...all.slice(0, -3),
    ['', 'KİŞİ2199 SOY2199', 'Memur', records, 'Evet', ''],
    [number(2198), 'Kişi2198 Soy2198', 'Başbakan', records, 'Evet', ''],
  ]
  const input = await office.file(rows, { mode: 'snapshot' })
  const result = await check(office, input)
  expect(result.counts).toMatchObject({ gone: 1, wrongRows: 2 })
  expect(result.staff?.unread).toBe(0)
  await commit(office, { ...input, leaveOutErrors: true })
  expect((await inactive(office)).map(({ registryNo }) => registryNo)).toEqual(['002197'])
})

test('a whole list with rows that could be about anybody ends nobody’s work', async () => {
  const office = await openBigOffice()
  const rows = [...all.slice(0, -2), ['', 'Kim Bilir', 'Memur', records, 'Evet', '']]
  const input = await office.file(rows, { mode: 'snapshot' })
  expect((await check(office, input)).staff?.unread).toBe(1)
  await expect(commit(office, { ...input, leaveOutErrors: true })).rejects.toMatchObject({
    data: { rule: 'listNotComplete', details: { rows: 1 } },
  })
  expect(await inactive(office)).toEqual([])
})
