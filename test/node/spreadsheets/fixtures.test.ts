import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../src-core/kernel/sheet.ts'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import type { Workbook } from '../../../src-node/spreadsheets/workbook.ts'
import { fixture } from './fixtures.ts'
import { comparable, comparableRows, withHucre, withHucreStream, withSheetJs } from './other-readers.ts'
import { rowsOf } from './workbook-files.ts'

const pairs = (workbook: Workbook, sheet: number) =>
  rowsOf(workbook, sheet).map(({ row, cells }) => [row, cells] as const)

/** The need form that every `talepler` file holds, by row. */
const form: Record<number, unknown[]> = {
  0: ['2027 YILI EĞİTİM İHTİYAÇ FORMU'],
  2: ['Birim', 'Sicil No', 'Adı Soyadı', 'Eğitim Konusu', 'Öncelik', 'Talep Tarihi', 'Kayıt Anı', 'Ücret (₺)', 'Onay'],
  3: [
    'Fen İşleri Müdürlüğü',
    '00012345',
    'Işıl Şahin',
    'İş sağlığı & güvenliği',
    1,
    '2026-12-07',
    '2026-12-07T09:30:15',
    1234.5,
    true,
    'Not: çok acil',
  ],
  4: [
    null,
    '00012346',
    'Çağrı Öztürk',
    'Etkili iletişim\n(2. grup)',
    2,
    '2026-12-08',
    '2026-12-08T23:59:59',
    0.1,
    false,
    'bağlantı',
  ],
  5: [null, '00098765', 'İbrahim Ünal', 'Yangın < 5 dk', 3, '1905-07-17', '2026-01-01', -15.25, true, 0.354166666667],
  6: [
    'Zabıta Dairesi Başkanlığı',
    '07',
    'Gülşah\u00a0Iğdır',
    ' baştaki ve sondaki boşluk ',
    5,
    '2027-02-28',
    '2027-03-01T12:00:00',
    1e21,
    true,
  ],
  8: [
    'Park ve Bahçeler',
    '12',
    '=SUM(1,2) değil, metin',
    '+90 212 000 00 00',
    4,
    '2028-02-29',
    '2026-06-30T18:45:00',
    3,
    false,
  ],
  9: ['Toplam', null, 'Toplam satır', null, 15, null, null, 10, '#N/A'],
}

const written = [
  'talepler-libreoffice.xlsx',
  'talepler-libreoffice.xls',
  'talepler-libreoffice.ods',
  'talepler-gnumeric.xlsx',
  'talepler-gnumeric.ods',
  'talepler-gnumeric-95.xls',
  'talepler-exceljs.xlsx',
  'talepler-sheetjs.xlsb',
]

describe.each(written)('%s', (name) => {
  const format = name.split('.').at(-1) as string
  // Code page 1254 has no sign for the lira, and under a Turkish locale Gnumeric does not know NA().
  const expected = name.includes('-95')
    ? JSON.parse(JSON.stringify(form).replace('(₺)', '(?)').replace('#N/A', '#NAME?'))
    : form

  test('every cell of the form is read as its author meant it', async () => {
    const workbook = await openWorkbook(fixture(name), { fileName: name })
    expect(comparableRows(pairs(workbook, 0))).toEqual(expected)
    expect(comparableRows(pairs(workbook, 1))).toEqual({
      0: ['Konu kodu', 'Konu'],
      1: ['K0001', 'Etkili iletişim'],
      2: ['K0002', 'Ağaç budama'],
    })
  })

  test('merges, hidden rows, hidden columns and hidden sheets are named', async () => {
    const { info } = await openWorkbook(fixture(name), { fileName: name })
    expect(info.format).toBe(format)
    expect(info.sheets.map((sheet) => sheet.name)).toEqual(['Eğitim Talepleri', 'Listeler', 'sürüm', 'Boş'])
    // Gnumeric shows every sheet of an .xlsx it writes.
    const hides = name !== 'talepler-gnumeric.xlsx'
    expect(info.sheets.map((sheet) => sheet.visibility !== 'visible')).toEqual([false, hides, hides, false])
    expect(info.sheets.map((sheet) => sheet.rowCount)).toEqual([8, 3, 1, 0])
    const [sheet] = info.sheets
    expect(sheet?.columnCount).toBe(10)
    expect(sheet?.hiddenRows).toEqual([5])
    expect(sheet?.hiddenColumns).toEqual([7])
    expect([...(sheet?.merges ?? [])].sort((a, b) => a.top - b.top)).toEqual([
      { top: 0, left: 0, bottom: 0, right: 8 },
      { top: 3, left: 0, bottom: 5, right: 0 },
      { top: 6, left: 0, bottom: 7, right: 0 },
    ])
    // The library at hand cannot write formulas into this format.
    if (format !== 'xlsb') expect(sheet?.formulaCount).toBeGreaterThanOrEqual(4)
  })
})

test('formulas whose program stored no value are told, not read as empty cells in silence', async () => {
  const { info } = await openWorkbook(fixture('talepler-openpyxl.xlsx'), { fileName: 'a.xlsx' })
  expect(info.sheets[0]).toMatchObject({ formulaCount: 4, formulasWithoutValue: 4 })
})

const realAndWritten = [
  'sib-training-needs-survey-2026.xlsx',
  'nbis-elixir-training-survey-courses.xlsx',
  'talepler-openpyxl.xlsx',
  'talepler-libreoffice.xlsx',
  'talepler-gnumeric.xlsx',
  'talepler-exceljs.xlsx',
]

describe.each(realAndWritten)('%s, cell by cell', (name) => {
  test('is what SheetJS reads', async () => {
    const workbook = await openWorkbook(fixture(name), { fileName: name })
    const others = withSheetJs(fixture(name))
    expect(others.map((sheet) => sheet.name)).toEqual(workbook.info.sheets.map((sheet) => sheet.name))
    for (const [index, other] of others.entries()) {
      expect(comparableRows(pairs(workbook, index))).toEqual(
        comparableRows(withoutTimes(other.rows, pairs(workbook, index))),
      )
    }
  })

  test('is what hucre reads, whole and in a stream', async () => {
    const workbook = await openWorkbook(fixture(name), { fileName: name })
    for (const [index, other] of (await withHucre(fixture(name), 'xlsx')).entries()) {
      expect(comparableRows(pairs(workbook, index))).toEqual(
        comparableRows(withoutTimes(other.rows, pairs(workbook, index))),
      )
      const streamed = await withHucreStream(fixture(name), index)
      expect(comparableRows(pairs(workbook, index))).toEqual(
        comparableRows(withoutTimes(streamed, pairs(workbook, index))),
      )
    }
  })
})

test('talepler-libreoffice.xls, cell by cell, is what hucre reads', async () => {
  const bytes = fixture('talepler-libreoffice.xls')
  const workbook = await openWorkbook(bytes, { fileName: 'a.xls' })
  for (const [index, other] of (await withHucre(bytes, 'xls')).entries()) {
    const theirs = comparableRows(withoutTimes(other.rows, pairs(workbook, index)))
    expect(comparableRows(pairs(workbook, index))).toEqual(theirs)
  }
})

describe.each(['talepler-libreoffice.ods', 'talepler-gnumeric.ods'])('%s, cell by cell', (name) => {
  test('is what hucre reads, but for truth values and times, which it gives as numbers and words', async () => {
    const workbook = await openWorkbook(fixture(name), { fileName: name })
    const plain = (rows: Record<number, unknown[]>) =>
      JSON.parse(JSON.stringify(rows), (_, value) =>
        value === true ? 1 : value === false ? 0 : /^PT/.test(value) ? 0.354166666667 : value,
      )
    for (const [index, other] of (await withHucre(fixture(name), 'ods')).entries()) {
      expect(plain(comparableRows(pairs(workbook, index)))).toEqual(plain(comparableRows(other.rows)))
    }
  })
})

describe('the real surveys', () => {
  test('the wide survey has 260 answers under 62 headings', async () => {
    const workbook = await openWorkbook(fixture('sib-training-needs-survey-2026.xlsx'), { fileName: 'sib.xlsx' })
    expect(workbook.info.sheets.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([[261, 62]])
    expect(rowsOf(workbook)[0]?.cells.some((cell) => typeof cell === 'string' && cell.includes('\u00a0'))).toBe(true)
  })

  test('numbers that the parsed survey stores as text stay text', async () => {
    const workbook = await openWorkbook(fixture('nbis-elixir-training-survey-courses.xlsx'), { fileName: 'nbis.xlsx' })
    expect(workbook.info.sheets.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([[49, 23]])
    const texts = rowsOf(workbook).flatMap(({ cells }) =>
      cells.filter((cell) => typeof cell === 'string' && /^\d+$/.test(cell)),
    )
    expect(texts.length).toBeGreaterThan(0)
  })
})

/** Both libraries give a time of day as a day of 1899 or 1900; here a time is the number that it is. */
function withoutTimes(
  theirs: ReadonlyMap<number, readonly Cell[]>,
  ours: readonly (readonly [number, readonly Cell[]])[],
) {
  const numbers = new Map(ours)
  return [...theirs].map(([row, cells]) => {
    const same = cells.map((cell, column) =>
      /^(1899-12-3|1900-01-0)/.test(String(comparable(cell))) ? (numbers.get(row)?.[column] ?? null) : cell,
    )
    return [row, same] as const
  })
}
