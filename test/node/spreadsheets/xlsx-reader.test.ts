import { describe, expect, test } from 'vitest'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import { bareXlsx } from '../../bench/bare-xlsx.ts'
import { cellsOf, main, refusalOf, rowsOf, xlsxOf } from './workbook-files.ts'

describe('texts', () => {
  test('a shared text is read with its entities, runs joined and reading aids left out', async () => {
    const strings = [
      '<si><t>Fen &amp; İmar &lt;1&gt; &quot;x&quot; &apos;y&apos; &#304;&#x131;</t></si>',
      '<si><r><rPr><b/></rPr><t>çok </t></r><r><t xml:space="preserve"> acil</t></r><rPh sb="0" eb="1"><t>okunuş</t></rPh><phoneticPr fontId="1"/></si>',
      '<si><t xml:space="preserve"> iki boşluk </t></si>',
      '<si><t>satır_x000D_\nsonu _x005F_x000D_</t></si>',
      '<si/>',
      '<si><t/></si>',
      '<si><t>son</t></si>',
    ].join('')
    const rows = `<row r="1">${[0, 1, 2, 3, 4, 5, 6].map((i) => `<c r="${'ABCDEFG'[i]}1" t="s"><v>${i}</v></c>`).join('')}</row>`
    expect(await cellsOf(xlsxOf({ rows, strings }))).toEqual({
      0: ['Fen & İmar <1> "x" \'y\' İı', 'çok  acil', ' iki boşluk ', 'satır\r\nsonu _x000D_', null, null, 'son'],
    })
  })

  test('a text inside its cell is read like a shared one', async () => {
    const rows =
      '<row r="2"><c r="A2" t="inlineStr"><is><r><t>Işıl </t></r><r><t>Şahin</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><c r="B2" t="str"><f>A1</f><v>&lt;b&gt;</v></c><c r="C2" t="inlineStr"><is/></c></row>'
    expect(await cellsOf(xlsxOf({ rows }))).toEqual({ 1: ['Işıl Şahin', '<b>'] })
  })

  test('registry numbers and formulas that are text stay text to the letter', async () => {
    const strings = '<si><t>00123</t></si><si><t>=1+1</t></si><si><t>1E5</t></si><si><t>\u00a0a\u00a0</t></si>'
    const rows = `<row r="1">${[0, 1, 2, 3].map((i) => `<c r="${'ABCD'[i]}1" t="s"><v>${i}</v></c>`).join('')}</row>`
    expect((await cellsOf(xlsxOf({ rows, strings })))[0]).toEqual(['00123', '=1+1', '1E5', '\u00a0a\u00a0'])
  })

  test('a cell of 32,767 letters and one beyond it come through whole', async () => {
    const long = 'ş'.repeat(32_767)
    const longer = 'ğ'.repeat(70_000)
    expect((await cellsOf(bareXlsx([[long, longer]])))[0]).toEqual([long, longer])
  })

  test('a letter on the border between two pieces of the file stays whole', async () => {
    const text = 'İıŞşĞğÇçÖöÜü'.repeat(300)
    const rows = Array.from(
      { length: 400 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>${'x'.repeat(i % 7)}${text}</t></is></c></row>`,
    )
    const cells = await cellsOf(xlsxOf({ rows: rows.join('') }))
    expect(Object.values(cells).map((row) => row[0])).toEqual(rows.map((_, i) => 'x'.repeat(i % 7) + text))
  })
})

describe('numbers, dates, truth values and errors', () => {
  test('numbers are the doubles the file writes', async () => {
    const written = [
      '0',
      '-0',
      '1',
      '-15.25',
      '0.1',
      '1E21',
      '1.5e-7',
      '123456789012345',
      '3.0000000000000004',
      '.5',
      ' 7 ',
    ]
    const rows = `<row r="1">${written.map((v) => `<c><v>${v}</v></c>`).join('')}</row>`
    expect((await cellsOf(xlsxOf({ rows })))[0]).toEqual([
      0, 0, 1, -15.25, 0.1, 1e21, 1.5e-7, 123456789012345, 3.0000000000000004, 0.5, 7,
    ])
  })

  test('what stands in a number cell and is no number is kept as text', async () => {
    expect(
      (await cellsOf(xlsxOf({ rows: '<row><c><v>onbeş</v></c><c><v>NaN</v></c><c><v>1e999</v></c></row>' })))[0],
    ).toEqual(['onbeş', 'NaN', '1e999'])
  })

  test('truth values and errors are what they are', async () => {
    const rows = '<row r="1"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c></row>'
    expect((await cellsOf(xlsxOf({ rows })))[0]).toEqual([true, false, { error: '#REF!' }])
  })

  test('a number is a date where its format shows a day, whoever defined the format', async () => {
    const custom = [
      '<numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>',
      '<numFmt numFmtId="165" formatCode="[$-41F]d mmmm yyyy;@"/>',
      '<numFmt numFmtId="166" formatCode="#,##0.00 &quot;days&quot;"/>',
      '<numFmt numFmtId="167" formatCode="[Red]0.00;[Blue]-0.00"/>',
      '<numFmt numFmtId="168" formatCode="mmm yy"/>',
      '<numFmt numFmtId="169" formatCode="[h]:mm:ss"/>',
    ].join('')
    const ids = [0, 14, 22, 164, 165, 166, 167, 168, 169, 20, 49, 57]
    const rows = `<row r="1">${ids.map((_, s) => `<c s="${s}"><v>46363</v></c>`).join('')}</row>`
    const date = { iso: '2026-12-07', serial: 46363 }
    expect((await cellsOf(xlsxOf({ rows, formats: { custom, ids } })))[0]).toEqual([
      46363,
      date,
      date,
      date,
      date,
      46363,
      46363,
      date,
      46363,
      46363,
      46363,
      date,
    ])
  })

  test('a year typed into a date cell, midnight, seconds and the ends of the calendar are kept', async () => {
    const serials = [2025, 46363.39600694444, 46363.9999999, 1, 59, 60, 61, 0, -1, 2958465, 2958466]
    const rows = `<row r="1">${serials.map((v) => `<c s="0"><v>${v}</v></c>`).join('')}</row>`
    expect((await cellsOf(xlsxOf({ rows, formats: { ids: [14] } })))[0]).toEqual([
      { iso: '1905-07-17', serial: 2025 },
      { iso: '2026-12-07T09:30:15', serial: 46363.39600694444 },
      { iso: '2026-12-08T00:00:00', serial: 46363.9999999 },
      { iso: '1900-01-01', serial: 1 },
      { iso: '1900-02-28', serial: 59 },
      60,
      { iso: '1900-03-01', serial: 61 },
      0,
      -1,
      { iso: '9999-12-31', serial: 2958465 },
      2958466,
    ])
  })

  test('a workbook that counts from 1904 gives the same days', async () => {
    const workbook = `<workbook xmlns="${main}" xmlns:r="urn:r"><workbookPr date1904="1"/><sheets><sheet name="Veri" sheetId="1" r:id="rId1"/></sheets></workbook>`
    const rows = '<row r="1"><c s="0"><v>44901</v></c><c s="0"><v>0</v></c></row>'
    expect((await cellsOf(xlsxOf({ workbook, rows, formats: { ids: [14] } })))[0]).toEqual([
      { iso: '2026-12-07', serial: 44901 },
      { iso: '1904-01-01', serial: 0 },
    ])
  })

  test('a strict workbook with dates in words of ISO 8601 is read', async () => {
    const rows =
      '<row r="1"><c r="A1" t="d" s="0"><v>2026-12-07T00:00:00</v></c><c r="B1" t="d"><v>2026-12-07T09:30:15Z</v></c></row>'
    expect((await cellsOf(xlsxOf({ rows, strict: true })))[0]).toEqual([
      { iso: '2026-12-07', serial: 46363 },
      { iso: '2026-12-07T09:30:15', serial: 46363.396006944444 },
    ])
  })
})

describe('places', () => {
  test('rows and cells without a reference follow the ones before them', async () => {
    const rows =
      '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="7"><c><v>7</v></c></row><row><c r="B8"><v>8</v></c></row>'
    expect(await cellsOf(xlsxOf({ rows }))).toEqual({ 0: [1, null, null, 4, 5], 6: [7], 7: [null, 8] })
  })

  test('a sheet written with a namespace prefix, spaces and single quotes is read', async () => {
    const sheet = `<?xml version='1.0' encoding='utf-8'?><x:worksheet xmlns:x="${main}"><x:cols><x:col min="2" max="2" hidden="1"/></x:cols><x:sheetData>\n <x:row r='3'\n spans="1:2" ><x:c r='A3' t='str' ><x:f>1+1</x:f><x:v xml:space="preserve"> iki </x:v></x:c>\n<x:c r="B3"><x:v>2</x:v></x:c></x:row >\n</x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>`
    const workbook = await openWorkbook(xlsxOf({ sheet }), { fileName: 'a.xlsx' })
    expect(rowsOf(workbook)).toEqual([{ row: 2, cells: [' iki ', 2] }])
    expect(workbook.info.sheets[0]).toMatchObject({
      merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
      hiddenColumns: [1],
      formulaCount: 1,
    })
  })

  test('merges, hidden rows and columns, and formulas are told with the sheet', async () => {
    const workbook = await openWorkbook(
      xlsxOf({
        beforeRows: '<cols><col min="1" max="1" hidden="1"/><col min="3" max="16384" hidden="true"/></cols>',
        rows: '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><f>A1</f><v>1</v></c></row><row r="2" hidden="1"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3" hidden="1"/><row r="4" ht="30" hidden="0"><c r="A4"><f>A1+1</f></c><c r="B4" t="str"><f>""</f><v></v></c></row>',
        afterRows: '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="XFC5:XFD1048576"/></mergeCells>',
      }),
      { fileName: 'a.xlsx' },
    )
    expect(workbook.info).toEqual({
      format: 'xlsx',
      sheets: [
        {
          name: 'Veri',
          visibility: 'visible',
          rowCount: 2,
          columnCount: 4,
          merges: [
            { top: 0, left: 0, bottom: 1, right: 1 },
            { top: 4, left: 16_382, bottom: 1_048_575, right: 16_383 },
          ],
          hiddenRows: [1],
          hiddenColumns: [0, 2, 3],
          formulaCount: 4,
          formulasWithoutValue: 1,
        },
      ],
    })
  })

  test('sheets keep their order, names and visibility; charts are no sheets', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="&#x1F600;${'😀'.repeat(30)}" sheetId="9" r:id="rId1"/><sheet name="Grafik" sheetId="2" r:id="rId4"/><sheet name="A &amp; B" sheetId="3" state="veryHidden" r:id="rId5"/></sheets></workbook>`
    const bytes = xlsxOf({
      workbook,
      rows: '<row r="1"><c><v>1</v></c></row>',
      more: [
        [
          'xl/_rels/workbook.xml.rels',
          `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId4" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId5" Type="${office}/worksheet" Target="../xl/worksheets/sheet2.xml"/></Relationships>`,
        ],
        ['xl/worksheets/sheet2.xml', `<worksheet xmlns="${main}"><sheetData/></worksheet>`],
      ],
    })
    const { info } = await openWorkbook(bytes, { fileName: 'a.xlsx' })
    expect(info.sheets.map(({ name, visibility, rowCount }) => [name, visibility, rowCount])).toEqual([
      ['😀'.repeat(31), 'visible', 1],
      ['A & B', 'veryHidden', 0],
    ])
  })

  test('300 columns and the last cell of a sheet are read', async () => {
    const wide = Array.from({ length: 300 }, (_, i) => `sütun ${i}`)
    expect((await cellsOf(bareXlsx([wide])))[0]).toEqual(wide)
    const cells = await cellsOf(xlsxOf({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }))
    expect(cells[1_048_575]?.[16_383]).toBe(1)
  })

  test('a million formatted rows without a value are passed over', async () => {
    const rows: string[] = ['<row r="1"><c r="A1"><v>1</v></c></row>']
    for (let r = 2; r < 1_048_576; r++)
      rows.push(`<row r="${r}" s="1" customFormat="1" ht="15"><c r="A${r}" s="0"/></row>`)
    rows.push('<row r="1048576"><c r="B1048576"><v>2</v></c></row>')
    const workbook = await openWorkbook(xlsxOf({ rows: rows.join('') }), { fileName: 'a.xlsx' })
    expect(rowsOf(workbook)).toEqual([
      { row: 0, cells: [1] },
      { row: 1_048_575, cells: [null, 2] },
    ])
  })
})

describe('what only the general library reads', () => {
  const same = { 0: ['ışık', 2] }

  test('cells out of order', async () => {
    expect(
      await cellsOf(
        xlsxOf({ rows: '<row r="1"><c r="B1"><v>2</v></c><c r="A1" t="inlineStr"><is><t>ışık</t></is></c></row>' }),
      ),
    ).toEqual(same)
  })

  test('comments between the rows', async () => {
    expect(
      await cellsOf(
        xlsxOf({
          rows: '<!-- not --><row r="1"><c r="A1" t="inlineStr"><is><t>ışık</t></is></c><c r="B1"><v>2</v></c></row>',
        }),
      ),
    ).toEqual(same)
  })

  test('its sheets are told like the others', async () => {
    const workbook = await openWorkbook(
      xlsxOf({
        beforeRows: '<cols><col min="2" max="2" hidden="1" width="9"/></cols>',
        rows: '<row r="1"><c r="B1"><v>2</v></c><c r="A1" s="1"><v>46363</v></c></row><row r="2" hidden="1"><c r="A2"><f>1+1</f><v>2</v></c></row>',
        afterRows: '<mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells>',
        formats: { ids: [0, 14] },
      }),
      { fileName: 'a.xlsx' },
    )
    expect(rowsOf(workbook)).toEqual([
      { row: 0, cells: [{ iso: '2026-12-07', serial: 46363 }, 2] },
      { row: 1, cells: [2] },
    ])
    expect(workbook.info.sheets[0]).toMatchObject({
      hiddenRows: [1],
      hiddenColumns: [1],
      formulaCount: 1,
      merges: [{ top: 2, left: 0, bottom: 2, right: 1 }],
    })
  })
})

describe('damage', () => {
  test('a shared text that is not there is refused with sheet and cell', async () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="12"><c r="AB12" t="s"><v>1</v></c></row>'
    const reading = openWorkbook(xlsxOf({ rows, strings: '<si><t>a</t></si>' }), { fileName: 'bozuk.xlsx' })
    expect(await refusalOf(reading)).toEqual({ problem: 'damaged', file: 'bozuk.xlsx', sheet: 'Veri', cell: 'AB12' })
  })

  test('bytes that are no UTF-8 are refused with sheet and cell', async () => {
    const [before, after] = [
      '<worksheet><sheetData><row r="5"><c r="C5" t="inlineStr"><is><t>',
      '</t></is></c></row></sheetData></worksheet>',
    ]
    const sheet = Buffer.concat([Buffer.from(before), Buffer.from([0xde, 0x61]), Buffer.from(after)])
    const bytes = xlsxOf({ more: [['xl/worksheets/sheet1.xml', sheet]] })
    expect(await refusalOf(openWorkbook(bytes, { fileName: 'a.xlsx' }))).toMatchObject({
      problem: 'damaged',
      sheet: 'Veri',
      cell: 'C5',
    })
  })

  test.each([
    ['a row beyond the last', '<row r="1048577"><c><v>1</v></c></row>', 'tooManyRows'],
    ['a column beyond the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>', 'damaged'],
    ['rows that stop in the middle', '<row r="1"><c r="A1"><v>1</v>', 'damaged'],
  ])('%s is refused', async (_, rows, problem) => {
    expect(await refusalOf(openWorkbook(xlsxOf({ rows }), { fileName: 'a.xlsx' }))).toMatchObject({ problem })
  })

  test('a row in every thousand that reaches to the last column is refused before it fills the memory', async () => {
    const rows = Array.from({ length: 1_100 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`)
    expect(await refusalOf(openWorkbook(xlsxOf({ rows: rows.join('') }), { fileName: 'a.xlsx' }))).toMatchObject({
      problem: 'tooManyCells',
      sheet: 'Veri',
    })
  })
})
