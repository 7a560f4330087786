import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isKnownHeader } from '../../../src-core/imports/columns.ts'
import { findTable, type Table, type TableOptions } from '../../../src-core/imports/table.ts'
import { readTable } from '../../../src-core/imports/table-reader.ts'
import type { Cell } from '../../../src-core/kernel/sheet.ts'
import { sheetOf, type TestSheet } from './sheet-of.ts'

function tableOf(sheet: TestSheet, options: TableOptions = {}): Table {
  const { table } = findTable(sheet.info, sheet.rows, { isKnown: isKnownHeader, ...options })
  if (!table) throw new Error('no table')
  return table
}

function read(sheet: TestSheet, options: TableOptions = {}) {
  const table = tableOf(sheet, options)
  const reader = readTable(table, sheet.info)
  const rows = sheet.rows.flatMap((row) => reader.read(row) ?? [])
  return { table, rows, issues: reader.finish() }
}

const names = (table: Table) => table.columns.map((column) => column.name)
const codes = (issues: readonly { code: string }[]) => issues.map((issue) => issue.code)

const header = ['Sicil No', 'Adı Soyadı', 'Eğitim Konusu', 'Aciliyet']
const data: Cell[][] = [
  ['00123', 'Ayşe Yılmaz', 'Excel', 3],
  ['00124', 'Ali Veli', 'Zaman Yönetimi', 5],
  ['00125', 'Işık Çelik', 'KVKK', 4],
]

describe('the header', () => {
  test('is found in the first row', () => {
    const { table, rows } = read(sheetOf([header, ...data]))
    expect([table.headerTop, table.headerBottom]).toEqual([0, 0])
    expect(names(table)).toEqual(header)
    expect(rows.map((row) => row.cells[0])).toEqual(['00123', '00124', '00125'])
  })

  test('is found on any of the first thirty rows, and the lines above it are kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 29 }), (at) => {
        const above: Cell[][] = Array.from({ length: at }, (): Cell[] => [])
        above[0] = ['T.C. İSTANBUL BÜYÜKŞEHİR BELEDİYESİ']
        above[1] = ['Birim:', 'Fen İşleri Dairesi Başkanlığı']
        const { table, rows } = read(sheetOf([...above, header, ...data]))
        expect(table.headerTop).toBe(at)
        expect(table.above).toEqual(['T.C. İSTANBUL BÜYÜKŞEHİR BELEDİYESİ', 'Birim: Fen İşleri Dairesi Başkanlığı'])
        expect(rows).toHaveLength(3)
      }),
    )
  })

  test('of words nobody knows is told by what stands below it', () => {
    const sheet = sheetOf([
      ['Kuzu', 'Deve', 'Kaz'],
      ['elma', 5, 'evet'],
      ['armut', 7, 'hayır'],
      ['ayva', 9, 'evet'],
      ['incir', 2, 'evet'],
    ])
    expect(tableOf(sheet).headerTop).toBe(0)
  })

  test('is not the title of the form, even when the title is one merged cell', () => {
    const sheet = sheetOf([['2027 YILI EĞİTİM İHTİYAÇ FORMU'], header, ...data], { merges: ['A1:D1'] })
    const { table } = read(sheet)
    expect(table.headerTop).toBe(1)
    expect(names(table)).toEqual(header)
  })

  test('missing is one finding and no table', () => {
    const found = findTable(sheetOf(data).info, sheetOf(data).rows, { isKnown: isKnownHeader })
    expect(found.table).toBeNull()
    expect(found.issues).toMatchObject([{ code: 'E10', severity: 'error', sheet: 'Sayfa1', cell: null }])
    const empty = sheetOf([])
    expect(codes(findTable(empty.info, empty.rows).issues)).toEqual(['E10'])
  })

  test('can be pointed at', () => {
    const sheet = sheetOf([
      ['a', 'b'],
      ['x', 'y'],
      ['p', 'q'],
      ['r', 's'],
    ])
    const table = tableOf(sheet, { rows: { top: 1, bottom: 1 } })
    expect(names(table)).toEqual(['x', 'y'])
    expect(names(tableOf(sheet, { rows: { top: 0, bottom: 1 } }))).toEqual(['a / x', 'b / y'])
  })

  test('stands alone in a template that nobody filled', () => {
    expect(read(sheetOf([['Form'], [], header])).rows).toEqual([])
  })

  test('loses its stars, line breaks and non-breaking spaces', () => {
    const { table } = read(sheetOf([['Sicil\u00a0No *', ' Adı\nSoyadı:', 'Eğitim Konusu', '(1-5) Aciliyet'], ...data]))
    expect(names(table)).toEqual(['Sicil No', 'Adı Soyadı', 'Eğitim Konusu', '(1-5) Aciliyet'])
  })

  test('names columns alike apart and says so', () => {
    const sheet = sheetOf([
      ['Sicil No', 'Konu', 'Konu', 'KONU'],
      ['1', 'a', 'b', 'c'],
      ['2', 'd', 'e', 'f'],
    ])
    const { table, issues } = findTable(sheet.info, sheet.rows, { isKnown: isKnownHeader })
    expect(table && names(table)).toEqual(['Sicil No', 'Konu', 'Konu (2)', 'KONU (3)'])
    expect(issues).toMatchObject([{ code: 'W26', values: { name: 'Konu', names: 'Konu, Konu (2), KONU (3)' } }])
  })

  test('may be called __proto__ or constructor', () => {
    const sheet = sheetOf([['__proto__', 'constructor', 'Konu', 'toString'], ...data])
    const { table, rows } = read(sheet)
    expect(names(table)).toEqual(['__proto__', 'constructor', 'Konu', 'toString'])
    expect(rows[0]?.cells[0]).toBe('00123')
  })

  test('may have 300 columns', () => {
    const wide = ['Sicil No', ...Array.from({ length: 299 }, (_, at) => `Eğitim ${at + 1}`)]
    const { table, rows } = read(sheetOf([wide, ...data]))
    expect(table.columns).toHaveLength(300)
    expect(rows).toHaveLength(3)
  })

  test('gives forms of one kind the same fingerprint, and others another', () => {
    const [one, same] = [
      tableOf(sheetOf([header, ...data])),
      tableOf(sheetOf([['x'], [], header.map((h) => `${h} *`), ...data])),
    ]
    expect(same.fingerprint).toBe(one.fingerprint)
    expect(tableOf(sheetOf([header.toReversed(), ...data])).fingerprint).not.toBe(one.fingerprint)
  })
})

describe('two rows of headers', () => {
  const body: Cell[][] = [
    ['1', 'Ayşe Yılmaz', 'Excel', 3, 'Kanun'],
    ['2', 'Ali Veli', 'KVKK', 5, 'Görev'],
  ]
  const joined = ['Sicil No', 'Adı Soyadı', 'Eğitim / Konu', 'Eğitim / Aciliyet', 'Gerekçe']

  test('are joined where the upper cells are merged over the lower', () => {
    const sheet = sheetOf(
      [['Sicil No', 'Adı Soyadı', 'Eğitim', null, 'Gerekçe'], [null, null, 'Konu', 'Aciliyet'], ...body],
      {
        merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'],
      },
    )
    const { table, rows } = read(sheet)
    expect([table.headerTop, table.headerBottom]).toEqual([0, 1])
    expect(names(table)).toEqual(joined)
    expect(rows).toHaveLength(2)
  })

  test('are joined in a text file, which knows no merged cells', () => {
    const sheet = sheetOf([
      ['Sicil No', 'Adı Soyadı', 'Eğitim', '', 'Gerekçe'],
      ['', '', 'Konu', 'Aciliyet', ''],
      ...body,
    ])
    const { table, rows } = read(sheet)
    expect(names(table)).toEqual(joined)
    expect(rows).toHaveLength(2)
  })

  test('group topic columns under a title row', () => {
    const sheet = sheetOf(
      [
        ['2027 İHTİYAÇ ANKETİ'],
        ['Sicil No', 'Bilişim', null, 'Hukuk', null],
        [null, 'Excel', 'Word', 'KVKK', 'İhale'],
        ['1', 'X', null, 'X', null],
        ['2', null, 'X', null, 'X'],
        ['3', 'X', 'X', null, null],
      ],
      { merges: ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2'] },
    )
    expect(names(tableOf(sheet))).toEqual([
      'Sicil No',
      'Bilişim / Excel',
      'Bilişim / Word',
      'Hukuk / KVKK',
      'Hukuk / İhale',
    ])
  })
})

describe('blocks', () => {
  test('under a title of their own, with the header repeated, are one table', () => {
    const sheet = sheetOf(
      [
        header,
        ['Fen İşleri Dairesi Başkanlığı'],
        ...data,
        [],
        ['Zabıta Dairesi Başkanlığı'],
        header,
        ['00200', 'Can Ak', 'Excel', 1],
        ['TOPLAM', null, null, 13],
        [],
        header,
        ['00201', 'Su Ak', 'Excel', 2],
      ],
      { merges: ['A2:D2', 'A7:D7'] },
    )
    const { rows, issues } = read(sheet)
    expect(rows.map((row) => row.block)).toEqual([
      ...Array.from({ length: 3 }, () => 'Fen İşleri Dairesi Başkanlığı'),
      'Zabıta Dairesi Başkanlığı',
      'Zabıta Dairesi Başkanlığı',
    ])
    expect(issues).toMatchObject([{ code: 'W15', cell: 'A10', values: { text: 'TOPLAM' } }])
  })

  test('a title without merged cells needs an empty row before it', () => {
    const { rows } = read(
      sheetOf([header, ...data, [], ['Zabıta Dairesi Başkanlığı'], ['00200', 'Can Ak', 'Excel', 1]]),
    )
    expect(rows.map((row) => row.block)).toEqual([null, null, null, 'Zabıta Dairesi Başkanlığı'])
  })

  test('the first block takes its title from above the header', () => {
    const rest = [[], ['Zabıta Dairesi Başkanlığı'], header, ['00200', 'Can Ak', 'Excel', 1]]
    const blocks = (...above: Cell[][]) =>
      read(sheetOf([...above, header, ...data.slice(0, 1), ...rest])).rows.map((row) => row.block)
    const both = ['Fen İşleri', 'Zabıta Dairesi Başkanlığı']
    expect(blocks(['Fen İşleri'])).toEqual(both)
    expect(blocks(['Birim Adı: Fen İşleri'], ['Tarih: 12.01.2027'])).toEqual(both)
    expect(blocks(['Form'], ['Birimi', null, 'Fen İşleri', 'Tarih', '12.01.2027'], [])).toEqual(both)
    expect(blocks(['Form', 'No 3'])).toEqual([null, 'Zabıta Dairesi Başkanlığı'])
  })

  test('signatures at the foot are no rows', () => {
    const foot: Cell[][] = [
      [],
      ['Hazırlayan', null, null, 'Onaylayan'],
      ['Can Ak', null, null, 'Su Ak'],
      ['Memur', null, null, 'Müdür'],
    ]
    const { rows, issues } = read(sheetOf([header, ...data, ...foot, [], header, ['00200', 'Can Ak', 'Excel', 1]]))
    expect(rows.map((row) => row.row)).toEqual([1, 2, 3, 10])
    expect(issues).toMatchObject([{ code: 'W23', cell: 'A6', values: { text: 'Hazırlayan' } }])
    expect(
      read(sheetOf([['Konu', 'Kişi', 'Not'], ['Excel', 3, null], ['Word', 4, 'x'], [], ['Onay Süreçleri', 3, null]]))
        .rows,
    ).toHaveLength(3)
  })

  test('a text alone that nothing follows is named, not lost in silence', () => {
    const { rows, issues } = read(sheetOf([header, ...data, [], ['Not: Formu 31 Ocak gününe kadar gönderiniz.']]))
    expect(rows).toHaveLength(3)
    expect(issues).toMatchObject([{ code: 'W23', cell: 'A6' }])
  })

  test('a row with a single figure is a row, not a title', () => {
    const { rows } = read(sheetOf([header, ...data, [], ['00126']]))
    expect(rows).toHaveLength(4)
  })
})

describe('totals', () => {
  test.each([
    'TOPLAM',
    'Genel Toplam:',
    'GENEL TOPLAM (3 kişi)',
    'Ara Toplam',
    'Total',
    'Grand total',
    'Subtotal',
    'Yekûn',
  ])('%s is not read as a row', (label) => {
    const { rows, issues } = read(sheetOf([header, ...data, [null, label, null, 12]]))
    expect(rows).toHaveLength(3)
    expect(codes(issues)).toEqual(['W15'])
  })

  test.each(['Toplam Kalite Yönetimi', 'Total Quality Management', 'Toplantı Yönetimi'])('%s is a topic', (topic) => {
    const sheet = sheetOf([
      ['Konu', 'Kişi Sayısı'],
      ['Excel', 4],
      [topic, 3],
      ['KVKK', 5],
    ])
    expect(read(sheet).rows).toHaveLength(3)
  })

  test('a row called total that holds words is data', () => {
    const { rows } = read(sheetOf([header, ...data, ['Toplam', 'Ali Veli', 'Excel', 3]]))
    expect(rows).toHaveLength(4)
  })
})

describe('values above', () => {
  const grouped: Cell[][] = [
    ['Birim', 'Sicil No', 'Adı Soyadı', 'Konu'],
    ['Fen İşleri', '00123', 'Ayşe Yılmaz', 'Excel'],
    [null, null, null, 'Word'],
    [null, '00124', 'Ali Veli', 'KVKK'],
    ['Zabıta', '00125', 'Su Ak', 'Excel'],
    [null, null, null, 'İmar'],
  ]

  test('of merged cells are carried down exactly as far as the cells reach', () => {
    const sheet = sheetOf([...grouped, [null, '00126', 'Can Ak', 'Excel']], {
      merges: ['A2:A4', 'A5:A6', 'B2:B3', 'C2:C3', 'B5:B6', 'C5:C6'],
    })
    const { rows, issues } = read(sheet)
    expect(rows.map((row) => row.cells.slice(0, 3).join())).toEqual([
      'Fen İşleri,00123,Ayşe Yılmaz',
      'Fen İşleri,00123,Ayşe Yılmaz',
      'Fen İşleri,00124,Ali Veli',
      'Zabıta,00125,Su Ak',
      'Zabıta,00125,Su Ak',
      ',00126,Can Ak',
    ])
    expect(rows[1]?.carried).toEqual([0, 1, 2])
    expect(issues.map((issue) => [issue.code, issue.values.column, issue.values.count])).toEqual([
      ['W17', 'Birim', 3],
      ['W17', 'Sicil No', 2],
      ['W17', 'Adı Soyadı', 2],
    ])
  })

  test('of group columns are carried down without merged cells, too', () => {
    const { rows, table } = read(sheetOf(grouped))
    expect(table.carried.map((one) => [one.column, one.why])).toEqual([
      [0, 'grouped'],
      [1, 'grouped'],
      [2, 'grouped'],
    ])
    expect(rows.map((row) => row.cells.slice(0, 3).join())).toEqual([
      'Fen İşleri,00123,Ayşe Yılmaz',
      'Fen İşleri,00123,Ayşe Yılmaz',
      'Fen İşleri,00124,Ali Veli',
      'Zabıta,00125,Su Ak',
      'Zabıta,00125,Su Ak',
    ])
  })

  test('never reach into another group', () => {
    const { rows } = read(sheetOf([...grouped, ['Park', null, null, 'Sulama']]))
    expect(rows.at(-1)?.cells.slice(0, 3)).toEqual(['Park', null, null])
  })

  test('end at an empty row', () => {
    const { rows } = read(sheetOf([...grouped, [], [null, '00126', 'Can Ak', 'Excel']]))
    expect(rows.at(-1)?.cells[0]).toBeNull()
  })

  test('are left alone in a column that people may leave empty', () => {
    const sheet = sheetOf([
      ['Sicil No', 'Adı Soyadı', 'Konu', 'Not'],
      ['1', 'Ayşe Yılmaz', 'Excel', 'acil'],
      ['2', 'Ali Veli', 'Word', null],
      ['3', 'Su Ak', 'KVKK', null],
      ['4', 'Can Ak', 'İmar', 'yeni görev'],
    ])
    expect(read(sheet).table.carried).toEqual([])
  })

  test('are carried only where the officer wants it', () => {
    const { rows } = read(sheetOf(grouped), { carried: [{ column: 0, why: 'grouped' }] })
    expect(rows[1]?.cells.slice(0, 3)).toEqual(['Fen İşleri', null, null])
  })
})

describe('what is hidden', () => {
  test('rows are not read and are named', () => {
    const { rows, issues } = read(sheetOf([header, ...data], { hiddenRows: [2] }))
    expect(rows.map((row) => row.row)).toEqual([1, 3])
    expect(issues).toMatchObject([{ code: 'W14', row: 2, values: { what: 'rows', names: '3', count: 1 } }])
  })

  test('a hidden row still names the group of the rows after it', () => {
    const sheet = sheetOf(
      [
        ['Birim', 'Sicil No', 'Konu'],
        ['Fen İşleri', '1', 'a'],
        [null, '2', 'b'],
        ['Zabıta', '3', 'c'],
        [null, '4', 'd'],
      ],
      { hiddenRows: [3] },
    )
    expect(read(sheet).rows.map((row) => row.cells[0])).toEqual(['Fen İşleri', 'Fen İşleri', 'Zabıta'])
  })

  test('columns are named', () => {
    const { table, issues } = read(sheetOf([header, ...data], { hiddenColumns: [3] }))
    expect(table.columns[3]).toMatchObject({ name: 'Aciliyet', hidden: true })
    expect(issues).toMatchObject([{ code: 'W14', values: { what: 'columns', names: 'Aciliyet', count: 1 } }])
  })

  test('can be read when asked for', () => {
    const sheet = sheetOf([header, ...data], { hiddenRows: [2], hiddenColumns: [3] })
    const reader = readTable(tableOf(sheet), sheet.info, { hidden: true })
    expect(sheet.rows.flatMap((row) => reader.read(row) ?? [])).toHaveLength(3)
    expect(reader.finish()).toEqual([])
  })
})

describe('forms', () => {
  test('that number their columns below the header have no such row of data', () => {
    const numbered = sheetOf([header, ['1', '2', '3', '4'], ...data, [], header, ['(1)', '(2)', '(3)', '(4)'], ...data])
    const { rows, issues } = read(numbered)
    expect(rows).toHaveLength(6)
    expect(issues).toEqual([])
  })

  test('that number their rows are empty where only the number stands', () => {
    const sheet = sheetOf([
      ['Sıra No', ...header],
      ...data.map((row, at): Cell[] => [at + 1, ...row]),
      [4],
      [5],
      [null],
      [6],
    ])
    expect(read(sheet).rows).toHaveLength(3)
  })

  test('whose first person answers 1, 2, 3 lose nobody', () => {
    const sheet = sheetOf([
      ['Ad Soyad', 'Excel', 'Word', 'KVKK'],
      ['Ayşe Yılmaz', 1, 2, 3],
      ['Ali Veli', 3, 2, 1],
    ])
    expect(read(sheet).rows).toHaveLength(2)
  })
})

describe('columns without a header', () => {
  test('are listed by their letter when the first rows fill them', () => {
    const { table } = read(sheetOf([['Sicil No', 'Adı Soyadı', 'Konu'], ...data]))
    expect(table.columns[3]).toMatchObject({ name: 'D', named: false })
  })

  test('that fill up later are named, not lost in silence', () => {
    const sheet = sheetOf([
      ['Sicil No', 'Adı Soyadı', 'Konu'],
      ...data.map((row) => row.slice(0, 3)),
      ['00126', 'Can Ak', 'Excel', 'bu da var', 7],
    ])
    const { table } = findTable(sheet.info, sheet.rows.slice(0, 4), { isKnown: isKnownHeader })
    if (!table) throw new Error('no table')
    const reader = readTable(table, sheet.info)
    for (const row of sheet.rows) reader.read(row)
    expect(reader.finish()).toMatchObject([{ code: 'W27', values: { columns: 'D, E', count: 2 } }])
  })
})

describe('any sheet', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('Sicil No', 'Konu', 'TOPLAM', 'Adı Soyadı', '__proto__', 'X', ' ', '\u00a0'),
    fc.integer({ min: -5, max: 100000 }),
    fc.boolean(),
    fc.constant({ iso: '2026-03-09', serial: 46090 }),
    fc.constant({ error: '#REF!' }),
  )
  const grid = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 40 })
  const merge = fc
    .tuple(fc.nat(38), fc.nat(6), fc.nat(3), fc.nat(3))
    .map(
      ([row, column, down, right]) =>
        `${String.fromCharCode(65 + column)}${row + 1}:${String.fromCharCode(65 + column + right)}${row + 1 + down}`,
    )

  test('is read without breaking, in order, each value of each data row as it stands', () => {
    fc.assert(
      fc.property(
        grid,
        fc.array(merge, { maxLength: 4 }),
        fc.array(fc.nat(39), { maxLength: 3 }),
        (cells, merges, hiddenRows) => {
          const sheet = sheetOf(cells, { merges, hiddenRows })
          const { table } = findTable(sheet.info, sheet.rows, { isKnown: isKnownHeader })
          if (!table) return
          const reader = readTable(table, sheet.info)
          let last = -1
          for (const row of sheet.rows) {
            const data = reader.read(row)
            if (!data) continue
            expect(data.row).toBeGreaterThan(last)
            expect(hiddenRows).not.toContain(data.row)
            last = data.row
            row.cells.forEach((value, column) => {
              if (!data.carried.includes(column)) expect(data.cells[column]).toEqual(value)
            })
          }
          reader.finish()
        },
      ),
      { numRuns: 500 },
    )
  })
})
