import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CellObject, read } from 'xlsx'
import type { OutCell, OutColumn, OutSheet } from '../../../src-core/kernel/workbook-spec.ts'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import { streamWorkbook, writeWorkbook } from '../../../src-node/spreadsheets/write-workbook.ts'
import { readZipDirectory } from '../../../src-node/spreadsheets/zip-guard.ts'
import { inflateEntry } from '../../../src-node/spreadsheets/zip-inflate.ts'
import { comparableRows, withHucre, withSheetJs } from './other-readers.ts'
import { rowsOf } from './workbook-files.ts'

const text = (header: string, more: Partial<OutColumn> = {}): OutColumn => ({ header, type: 'text', ...more })

const sheet = (rows: OutSheet['rows'], more: Partial<OutSheet> = {}): OutSheet => ({
  name: 'Veri',
  columns: [
    text('Sicil No'),
    text('Konu'),
    { header: 'Sayı', type: 'integer' },
    { header: 'Ücret', type: 'decimal' },
    { header: 'Tarih', type: 'date' },
  ],
  rows,
  ...more,
})

/** The text of one part of a workbook. */
function partOf(bytes: Uint8Array, name: string): string {
  const entry = readZipDirectory(bytes).get(name)
  return entry ? inflateEntry(bytes, entry).toString('utf8') : ''
}

const open = (bytes: Uint8Array) => openWorkbook(bytes, { fileName: 'a.xlsx' })

describe('values', () => {
  const rows: OutCell[][] = [
    ['00123', 'Işıl & <Şahin>', 7, 1234.5, { date: '2026-12-07' }],
    ['007', null, null, -0.25, { date: '1905-07-17' }],
    [
      { value: '12', fill: 'error', note: 'bulunamadı' },
      { value: null, fill: 'warning' },
      { value: 3, fill: 'muted' },
      true,
      { date: '2026-12-07T09:30:00' },
    ],
  ]
  const expected = {
    0: ['Sicil No', 'Konu', 'Sayı', 'Ücret', 'Tarih'],
    1: ['00123', 'Işıl & <Şahin>', 7, 1234.5, '2026-12-07'],
    2: ['007', null, null, -0.25, '1905-07-17'],
    3: ['12', null, 3, true, '2026-12-07T09:30:00'],
  }

  test('come back through our own reader, SheetJS and hucre', async () => {
    const bytes = await writeWorkbook({ sheets: [sheet(rows)] })
    expect(comparableRows(rowsOf(await open(bytes)).map(({ row, cells }) => [row, cells] as const))).toEqual(expected)
    for (const other of [...withSheetJs(bytes), ...(await withHucre(bytes, 'xlsx'))]) {
      expect(other.name).toBe('Veri')
      expect(comparableRows(other.rows)).toEqual(expected)
    }
  })

  test('dates before Excel and numbers that are none are written as text, not lost', async () => {
    const bytes = await writeWorkbook({
      sheets: [sheet([['a', null, Number.NaN, Number.POSITIVE_INFINITY, { date: '1850-01-01' }]])],
    })
    expect(rowsOf(await open(bytes))[1]?.cells).toEqual(['a', null, 'NaN', 'Infinity', '1850-01-01'])
  })

  test('any text comes back to the letter, but for half signs', async () => {
    const unit = fc.oneof(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        ' ',
        '&',
        '<',
        '>',
        '"',
        "'",
        '\0',
        '\u0007',
        '\u001f',
        '\ufffe',
        '\uffff',
        '_x000D_',
        '_',
        'ş',
        'İ',
        '😀',
      ),
      fc.string({ unit: 'binary' }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit }), { minLength: 1, maxLength: 30 }), async (texts) => {
        const bytes = await writeWorkbook({ sheets: [sheet(texts.map((value) => [value, null, value]))] })
        const read = new Map(rowsOf(await open(bytes)).map(({ row, cells }) => [row, cells]))
        for (const [index, value] of texts.entries()) {
          expect(read.get(index + 1)?.[0] ?? '').toBe(value)
          expect(read.get(index + 1)?.[2] ?? '').toBe(value)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a half sign becomes the replacement sign, and a text beyond the longest cell is cut between two signs', async () => {
    const long = `${'x'.repeat(32_766)}😀 son`
    const bytes = await writeWorkbook({ sheets: [sheet([['a\ud83d b', long]])] })
    expect(rowsOf(await open(bytes))[1]?.cells).toEqual(['a\ufffd b', 'x'.repeat(32_766)])
  })

  test('foreign text that begins like a formula is a typed text under a text format in every column', async () => {
    const nasty = ['=1+1', '+90', '-x', '@SUM(A1)', '\t=1', '\r=1']
    const bytes = await writeWorkbook({ sheets: [sheet(nasty.map((value) => [value, value, value, value, value]))] })
    const data = read(bytes, { type: 'buffer', dense: true, cellNF: true }).Sheets.Veri?.['!data'] as CellObject[][]
    for (const [index, value] of nasty.entries()) {
      for (const cell of data[index + 1] as CellObject[])
        expect([cell.t, cell.v, cell.z, cell.f]).toEqual(['s', value, '@', undefined])
    }
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
  })
})

describe('what an officer sees', () => {
  test('the header is bold, filled, frozen, and has filter buttons over all rows', async () => {
    const bytes = await writeWorkbook({ sheets: [sheet([['1'], ['2']], { filter: true })] })
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(xml).toContain('<autoFilter ref="A1:E3"/>')
    const header = Number(/<c r="A1" s="(\d+)"/.exec(xml)?.[1])
    const format =
      partOf(bytes, 'xl/styles.xml')
        .match(/<cellXfs.*<\/cellXfs>/s)?.[0]
        .match(/<xf [^>]*>/g)?.[header] ?? ''
    expect(format).toMatch(/fontId="1" fillId="5"/)
    expect(partOf(bytes, 'xl/workbook.xml')).toContain(
      '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'Veri\'!$A$1:$E$3</definedName>',
    )
  })

  test('columns have their widths, and keep their type below the last row', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        { name: 'Veri', columns: [text('a', { width: 33 }), { header: 'b', type: 'date', width: 400 }], rows: [] },
      ],
    })
    const columns = partOf(bytes, 'xl/worksheets/sheet1.xml').match(/<col [^>]*>/g)
    expect(columns).toEqual([
      expect.stringMatching(/min="1" max="1" width="33" style="\d+"/),
      expect.stringMatching(/min="2" max="2" width="255" style="\d+"/),
    ])
    const styles =
      partOf(bytes, 'xl/styles.xml')
        .match(/<cellXfs.*<\/cellXfs>/s)?.[0]
        .match(/<xf [^>]*>/g) ?? []
    const formats = columns?.map(
      (column) => /numFmtId="(\d+)"/.exec(styles[Number(/style="(\d+)"/.exec(column)?.[1])] ?? '')?.[1],
    )
    expect(formats).toEqual(['49', '164'])
  })

  test('drop-downs reach over the data and the spare rows, from values, from a list sheet, and from values too many for a rule', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `Konu, ${i}`)
    const bytes = await writeWorkbook({
      sheets: [
        {
          name: 'Talep',
          columns: [
            text('karar', { list: { values: ['PLAN', 'RED & ERTELE'] } }),
            text('konu', { list: { sheet: "Konu'lar: tümü", column: 1, rows: 2 } }),
            text('çok', { list: { values: many } }),
            text('boş', { list: { values: [] } }),
          ],
          rows: [['PLAN', 'b', 'Konu, 1', '']],
          spareRows: 10,
        },
        {
          name: "Konu'lar: tümü",
          columns: [text('kod'), text('ad')],
          rows: [
            ['1', 'a'],
            ['2', 'b'],
          ],
        },
      ],
    })
    const rules = partOf(bytes, 'xl/worksheets/sheet1.xml').match(/sqref="[^"]*"><formula1>.*?<\/formula1>/g)
    expect(rules).toEqual([
      'sqref="A2:A12"><formula1>"PLAN,RED &amp; ERTELE"</formula1>',
      "sqref=\"B2:B12\"><formula1>'Konu''lar- tümü'!$B$2:$B$3</formula1>",
      'sqref="C2:C12"><formula1>\'Listeler\'!$A$1:$A$60</formula1>',
    ])
    const workbook = await open(bytes)
    expect(workbook.info.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Talep', 'visible'],
      ["Konu'lar- tümü", 'visible'],
      ['Listeler', 'hidden'],
    ])
    expect(rowsOf(workbook, 2).map(({ cells }) => cells[0])).toEqual(many)
  })

  test('a drop-down from a sheet that is not there is a fault of ours and fails', async () => {
    const columns = [text('a', { list: { sheet: 'yok', column: 0, rows: 1 } })]
    await expect(writeWorkbook({ sheets: [{ name: 'A', columns, rows: [] }] })).rejects.toThrow('yok')
  })

  test('marked cells have their colour and their note, and only those', async () => {
    const rows: OutCell[][] = [
      ['1', 'a'],
      [
        { value: '9', fill: 'error', note: 'E12: yok\nbak' },
        { value: 'b', note: 'x < y' },
      ],
      ['3', { value: null, fill: 'warning' }],
    ]
    const bytes = await writeWorkbook({ sheets: [sheet([]), sheet(rows, { name: 'Düzelt' })] })
    expect(partOf(bytes, 'xl/comments2.xml').match(/<comment ref="\w+"|<t [^>]*>[^<]*/g)).toEqual([
      '<comment ref="A3"',
      '<t xml:space="preserve">E12: yok\nbak',
      '<comment ref="B3"',
      '<t xml:space="preserve">x &lt; y',
    ])
    expect(partOf(bytes, 'xl/drawings/vmldrawing2.vml').match(/<x:Row>2<\/x:Row><x:Column>[01]</g)).toHaveLength(2)
    const { Sheets } = read(bytes, { type: 'buffer', dense: true, cellStyles: true })
    const data = Sheets.Düzelt?.['!data'] as CellObject[][]
    const colours = data.map((cells) => cells.map((cell) => cell?.s?.fgColor?.rgb))
    expect(colours.slice(1).map((row) => row.slice(0, 2))).toEqual([
      [undefined, undefined],
      ['FFC7CE', undefined],
      [undefined, 'FFEB9C'],
    ])
  })

  test('hidden and very hidden sheets are so, and the first shown sheet is the open one', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        sheet([], { name: 'a', visibility: 'veryHidden' }),
        sheet([], { name: 'b' }),
        sheet([], { name: 'c', visibility: 'hidden' }),
      ],
    })
    expect((await open(bytes)).info.sheets.map((each) => each.visibility)).toEqual(['veryHidden', 'visible', 'hidden'])
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('activeTab="1"')
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('tabSelected="1"')
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('tabSelected')
  })

  test('a sheet without a header begins with its rows, and its text wraps', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        { name: 'Oku', columns: [text('', { width: 80 })], header: false, filter: true, rows: [['Uzun bir açıklama']] },
      ],
    })
    expect(rowsOf(await open(bytes))).toEqual([{ row: 0, cells: ['Uzun bir açıklama'] }])
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(xml).not.toMatch(/<pane|<autoFilter/)
    const style = Number(/<c r="A1" s="(\d+)"/.exec(xml)?.[1])
    expect(
      partOf(bytes, 'xl/styles.xml')
        .match(/<cellXfs.*<\/cellXfs>/s)?.[0]
        .match(/<xf .*?(?:\/>|<\/xf>)/g)?.[style],
    ).toContain('wrapText="1"')
  })
})

describe('sheet names', () => {
  test('become what Excel accepts and stay apart', async () => {
    const wanted = [
      'Fen: İşleri / [2027] *?',
      "'tırnak'",
      '',
      'History',
      'aynı',
      'AYNI',
      '😀'.repeat(31),
      'x'.repeat(40),
      'x'.repeat(35),
      'a\nb\u0007',
      '\ud800kırık',
    ]
    const bytes = await writeWorkbook({ sheets: wanted.map((name) => sheet([['1']], { name })) })
    const names = (await open(bytes)).info.sheets.map((each) => each.name)
    expect(names).toEqual([
      'Fen- İşleri - -2027- --',
      'tırnak',
      'Sayfa3',
      'History (2)',
      'aynı',
      'AYNI (2)',
      '😀'.repeat(15),
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
      'a b',
      '\ufffdkırık',
    ])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  })
})

describe('long sheets', () => {
  test('rows may come from a generator, at once or in time, and the bytes go to a sink in order', async () => {
    async function* later() {
      for (let i = 0; i < 3_000; i++) yield [`${i}`, 'ortak']
    }
    const pieces: Uint8Array[] = []
    let waiting = 0
    await streamWorkbook({ sheets: [sheet(later())] }, async (bytes) => {
      expect(++waiting).toBe(1)
      await new Promise((resolve) => setImmediate(resolve))
      waiting--
      pieces.push(bytes)
    })
    const workbook = await open(Buffer.concat(pieces))
    expect(workbook.info.sheets[0]?.rowCount).toBe(3_001)
    expect(rowsOf(workbook).at(-1)).toEqual({ row: 3_000, cells: ['2999', 'ortak'] })
  })

  test('the same workbook gives the same bytes', async () => {
    const spec = () => ({ sheets: [sheet([['1', 'a', 2]])] })
    expect(await writeWorkbook(spec())).toEqual(await writeWorkbook(spec()))
  })

  test('a failing source of rows fails the writing', async () => {
    const failing = (function* () {
      yield ['1']
      throw new Error('kaynak bitti')
    })()
    await expect(writeWorkbook({ sheets: [sheet(failing)] })).rejects.toThrow('kaynak bitti')
  })
})
