import { expect, test } from 'vitest'
import type { UnitRow } from '../../../src-core/people/unit.ts'
import { check, commit, findings, uploaded, workbook } from './list-files.ts'
import { openSmallOffice, type SmallOffice } from './small-office.ts'

const units = async (office: SmallOffice): Promise<readonly UnitRow[]> =>
  ((await office.run('people.listUnits', {})) as { units: readonly UnitRow[] }).units

const list = (office: SmallOffice, rows: readonly (readonly (string | null)[])[]) =>
  uploaded(office, workbook(rows), { kind: 'units' })

test('new units may stand in any order, children before their parents', async () => {
  const office = await openSmallOffice()
  const input = await list(office, [
    ['code', 'parent_code', 'name_tr', 'name_en', 'kind'],
    ['FEN-01', 'FEN', 'Yapı İşleri Şube Müdürlüğü', 'Building Works Directorate', 'mudurluk'],
    ['FEN', 'GSY7', 'Fen İşleri Dairesi Başkanlığı', 'Department of Public Works', 'daire_baskanligi'],
    ['GSY7', '', 'Genel Sekreter Yardımcılığı-7', 'Deputy Secretary General 7', 'genel_sekreter_yardimciligi'],
  ])
  const result = await check(office, input)
  expect(findings(result)).toEqual([])
  expect(result.counts).toMatchObject({ new: 3, same: 0 })
  await commit(office, input)
  const tree = await units(office)
  expect(tree.slice(0, 3).map(({ code, depth, kind }) => `${code} ${depth} ${kind}`)).toEqual([
    'GSY7 0 generalSecretariat',
    'FEN 1 department',
    'FEN-01 2 directorate',
  ])
})

test('a list of units moves, renames and closes, and leaves alone what it does not name', async () => {
  const office = await openSmallOffice()
  const input = await list(office, [
    ['Birim Kodu', 'Birim Adı', 'Üst Birim', 'Birim Amiri', 'Eğitim Sorumlusu', 'Aktif'],
    ['IKE-03', 'Eğitim ve Gelişim Şube Müdürlüğü', '', '000123 Işık Şahin', 'Çağla İnce', ''],
    ['IKE-04', '', 'IKE-03', '', '', ''],
  ])
  const result = await check(office, input)
  expect(result.changes).toMatchObject([
    {
      kinds: ['moved'],
      key: 'IKE-04',
      fields: [
        { field: 'parentUnit', from: 'İnsan Kaynakları Dairesi Başkanlığı', to: 'Eğitim ve Gelişim Şube Müdürlüğü' },
      ],
    },
    {
      kinds: ['changed'],
      key: 'IKE-03',
      fields: [
        { field: 'unit', from: 'Eğitim Şube Müdürlüğü', to: 'Eğitim ve Gelişim Şube Müdürlüğü' },
        { field: 'manager', from: '', to: 'Işık Şahin' },
        { field: 'coordinator', from: '', to: 'Çağla İnce' },
      ],
    },
  ])
  await commit(office, input)
  const closing = await list(office, [
    ['Birim Kodu', 'Birim Adı', 'Aktif'],
    ['IKE-04', 'Özlük Şube Müdürlüğü', 'Hayır'],
    ['IKE-03', 'Eğitim ve Gelişim Şube Müdürlüğü', 'Hayır'],
  ])
  const second = await check(office, closing)
  expect(findings(second)).toEqual(['C3 E35'])
  await commit(office, { ...closing, leaveOutErrors: true })
  expect((await units(office)).map(({ code, active, depth }) => `${code} ${active} ${depth}`)).toEqual([
    'IKE true 0',
    'IKE-03 true 1',
    'IKE-04 false 2',
  ])
})

test('units that would lie under one another are refused by cell', async () => {
  const office = await openSmallOffice()
  const input = await list(office, [
    ['Birim Kodu', 'Birim Adı', 'Üst Birim'],
    ['IKE', 'İnsan Kaynakları Dairesi Başkanlığı', 'IKE-03'],
    ['X', 'Yeni', 'Y'],
    ['Y', 'Yeni de', 'Hiçbir yer bilinmez'],
  ])
  const result = await check(office, input)
  expect(findings(result).sort()).toEqual(['C2 E36', 'C4 E15'])
})

test('people who are not on record are left out where a list names them as leading a unit', async () => {
  const office = await openSmallOffice()
  const input = await list(office, [
    ['Birim Kodu', 'Birim Amiri', 'Eğitim Sorumlusu'],
    ['IKE-03', '999999', 'Nuri Bilge'],
  ])
  expect(findings(await check(office, input))).toEqual(['B2 W35', 'C2 W35'])
})

test('another unit’s spelling is refused in a list too', async () => {
  const office = await openSmallOffice()
  await office.run('people.changeUnit', { ...office.training, fields: { aliases: ['Eğitim Md.'] } })
  const input = await list(office, [
    ['Birim Kodu', 'Diğer Yazımlar'],
    ['IKE-04', 'Sicil Md. | eğitim md.'],
  ])
  expect(findings(await check(office, input))).toEqual(['B2 E23'])
})

test('a list of titles adds, renames and closes those that nobody bears', async () => {
  const office = await openSmallOffice()
  const rows = [
    ['code', 'title_tr', 'title_en', 'staff_status', 'service_class', 'group', 'level', 'sgk_occupation_code'],
    ['U028', 'Memur', 'Civil Servant (Clerk)', 'memur', 'GİH', 'idari', 'L5', ''],
    ['U036', 'Mühendis', 'Engineer', 'memur', 'THS', 'teknik', 'L4', '0021'],
    ['u036', 'Mimar', 'Architect', 'memur', 'THS', 'teknik', 'L4', ''],
  ]
  const input = await uploaded(office, workbook(rows), { kind: 'titles', leaveOutErrors: true })
  const result = await check(office, input)
  expect(findings(result)).toEqual(['A4 E29'])
  expect(result.changes).toMatchObject([
    { kinds: ['changed'], key: 'U028', fields: [{ field: 'nameEn', from: 'Clerk', to: 'Civil Servant (Clerk)' }] },
    { kinds: ['new'], key: 'U036', name: 'Mühendis' },
  ])
  await commit(office, input)
  const closing = [
    ['Unvan Kodu', 'Unvan', 'Aktif'],
    ['U028', 'Memur', 'Hayır'],
    ['U036', 'Mühendis', 'Hayır'],
  ]
  const second = await check(office, await uploaded(office, workbook(closing), { kind: 'titles' }))
  expect(findings(second)).toEqual(['C2 E35'])
  expect(second.changes).toMatchObject([{ kinds: ['left'], key: 'U036' }])
})
