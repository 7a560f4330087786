import { describe, expect, test } from 'vitest'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import { bareZip } from '../../bench/bare-xlsx.ts'
import { rowsOf } from './workbook-files.ts'

const read = async (tables: string, styles = '') => {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
  const bytes = bareZip([
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['content.xml', content],
  ])
  return openWorkbook(bytes, { fileName: 'a.ods' })
}

const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`

describe('cells', () => {
  test('spaces, tabs, breaks, paragraphs, links and runs make the text that is shown', async () => {
    const cells = [
      text('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'),
      text('  çok \n  boşluk '),
      '<table:table-cell office:value-type="string"><text:p>bir</text:p><text:p/><text:p>üç &amp; <text:span>dört</text:span></text:p></table:table-cell>',
      text('<text:a xlink:href="http://127.0.0.1:9/">bağ</text:a>lantı'),
      text('önce<draw:frame><draw:text-box><text:p>resim</text:p></draw:text-box></draw:frame> sonra'),
      '<table:table-cell office:value-type="string"><office:annotation><text:p>bir not</text:p></office:annotation><text:p>değer</text:p></table:table-cell>',
    ]
    const workbook = await read(
      `<table:table table:name="T"><table:table-row>${cells.join('')}</table:table-row></table:table>`,
    )
    expect(rowsOf(workbook)[0]?.cells).toEqual([
      'a   b\tc\nd',
      'çok boşluk ',
      'bir\n\nüç & dört',
      'bağlantı',
      'önce sonra',
      'değer',
    ])
  })

  test('numbers, money, shares, truth values, dates, times and errors keep their kind', async () => {
    const cell = (attributes: string, shown = 'x') =>
      `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`
    const cells = [
      cell('office:value-type="float" office:value="1234.5"'),
      cell('office:value-type="currency" office:value="10"'),
      cell('office:value-type="percentage" office:value="0.25"'),
      cell('office:value-type="boolean" office:boolean-value="true"'),
      cell('office:value-type="date" office:date-value="2026-12-07"'),
      cell('office:value-type="date" office:date-value="2026-12-07T09:30:15.000"'),
      cell('office:value-type="date" office:date-value="1850-05-01"'),
      cell('office:value-type="time" office:time-value="PT08H30M00S"'),
      cell('office:value-type="string" calcext:value-type="error" table:formula="of:=NA()"', '#N/A'),
      cell('office:value-type="string" office:string-value="00123"', ''),
    ]
    const workbook = await read(
      `<table:table table:name="T"><table:table-row>${cells.join('')}</table:table-row></table:table>`,
    )
    expect(rowsOf(workbook)[0]?.cells).toEqual([
      1234.5,
      10,
      0.25,
      true,
      { iso: '2026-12-07', serial: 46363 },
      { iso: '2026-12-07T09:30:15', serial: 46363.396006944444 },
      '1850-05-01',
      8.5 / 24,
      { error: '#N/A' },
      '00123',
    ])
    expect(workbook.info.sheets[0]?.formulaCount).toBe(1)
  })
})

describe('places', () => {
  test('repeated rows and cells are counted, empty ones without being made', async () => {
    const workbook = await read(
      `<table:table table:name="T"><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/>${text('x')}<table:table-cell table:number-columns-repeated="16381"/></table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row><table:table-row>${text('son')}</table:table-row></table:table>`,
    )
    expect(rowsOf(workbook)).toEqual([
      { row: 0, cells: [null, null, 'x'] },
      { row: 1, cells: [null, null, 'x'] },
      { row: 2, cells: [null, null, 'x'] },
      { row: 1_048_573, cells: ['son'] },
    ])
  })

  test('hidden and filtered rows, hidden columns, merges and hidden sheets are named', async () => {
    const workbook = await read(
      `<table:table table:name="Gizli" table:style-name="ta2"><table:table-row>${text('a')}</table:table-row></table:table><table:table table:name="Açık" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-header-rows><table:table-row table:visibility="filter"><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="3"><text:p>b</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row table:visibility="collapse">${text('c')}${text('d')}</table:table-row></table:table>`,
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
    )
    expect(workbook.info.sheets).toMatchObject([
      { name: 'Gizli', visibility: 'hidden' },
      {
        name: 'Açık',
        visibility: 'visible',
        hiddenRows: [0, 1],
        hiddenColumns: [1],
        merges: [{ top: 0, left: 0, bottom: 2, right: 1 }],
      },
    ])
  })

  test('copies of other files that formulas refer to are no sheets', async () => {
    const workbook = await read(
      `<table:table table:name="T"><table:table-row>${text('a')}</table:table-row></table:table><table:table table:name="'file:///x.ods'#S"><table:table-source xlink:href="x.ods"/><table:table-row>${text('b')}</table:table-row></table:table>`,
    )
    expect(workbook.info.sheets.map((sheet) => sheet.name)).toEqual(['T'])
  })
})
