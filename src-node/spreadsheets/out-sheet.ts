import { columnName } from '../../src-core/kernel/sheet.ts'
import type { OutCell, OutColumn, OutSheet, OutValue } from '../../src-core/kernel/workbook-spec.ts'
import { serialOfDate } from './excel-date.ts'
import { limits } from './limits.ts'
import { headerStyle, styleOf } from './out-styles.ts'
import { looksLikeFormula, outAttribute, outText } from './out-text.ts'

/** A note on a cell, zero-based. */
export type OutNote = { readonly row: number; readonly column: number; readonly text: string }

/** What is known of a sheet once its rows are written. */
export type SheetTotals = { rows: number; readonly notes: OutNote[] }

type SharedStrings = { readonly indexOf: (text: string) => number }

export type SheetContext = {
  readonly strings: SharedStrings
  /** The formula behind the drop-down of a column, by its index; the list sheets have been named by then. */
  readonly listFormula: (column: number) => string | undefined
  readonly totals: SheetTotals
  /** The sheet that is shown when the workbook is opened. */
  readonly first: boolean
}

/** The XML of one sheet, piece by piece; rows are taken from the sheet as they are needed. */
export async function* sheetXml(sheet: OutSheet, context: SheetContext): AsyncGenerator<string> {
  const { totals } = context
  const writer = createRowWriter(sheet, context)
  yield sheetHead(sheet, context.first)
  let text = ''
  if (sheet.header !== false) {
    totals.rows = 1
    text = writer.header()
  }
  for await (const cells of sheet.rows) {
    if (totals.rows >= limits.rows) throw new RangeError(`more than ${limits.rows} rows`)
    text += writer.row(cells, totals.rows++)
    if (text.length < pieceLength) continue
    yield text
    text = ''
  }
  yield text
  yield sheetTail(sheet, context)
}

const pieceLength = 128 * 1024

function createRowWriter(sheet: OutSheet, { strings, totals }: SheetContext) {
  const { columns } = sheet
  const names = columns.map((_, column) => columnName(column))
  const plain = columns.map((column) => columnStyle(sheet, column))
  const textStyle = styleOf('text')

  const cellXml = (start: string, value: OutValue, style: number, kind: OutColumn['type'], fill?: OutFill): string => {
    if (value === null) return fill ? `${start} s="${style}"/>` : ''
    if (typeof value === 'string') {
      if (value === '') return fill ? `${start} s="${style}"/>` : ''
      const shown = kind !== 'text' && looksLikeFormula(value) ? (fill ? styleOf('text', fill) : textStyle) : style
      return `${start} s="${shown}" t="s"><v>${strings.indexOf(value)}</v></c>`
    }
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return cellXml(start, String(value), style, kind, fill)
      return `${start} s="${kind === 'text' ? styleOf('general', fill) : style}"><v>${value}</v></c>`
    }
    if (typeof value === 'boolean') return `${start} s="${styleOf('general', fill)}" t="b"><v>${value ? 1 : 0}</v></c>`
    const serial = serialOfDate(value.date)
    // Excel knows no day before 1900.
    if (!(serial >= 1)) return cellXml(start, value.date, style, kind, fill)
    return `${start} s="${styleOf(value.date.length > 10 ? 'dateTime' : 'date', fill)}"><v>${serial}</v></c>`
  }

  return {
    header(): string {
      const cells = columns.map(
        ({ header }, column) =>
          `<c r="${names[column]}1" s="${headerStyle}" t="s"><v>${strings.indexOf(header)}</v></c>`,
      )
      return `<row r="1">${cells.join('')}</row>`
    },
    row(cells: readonly OutCell[], row: number): string {
      const number = row + 1
      let text = `<row r="${number}">`
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column]
        if (cell === null || cell === undefined) continue
        const start = `<c r="${names[column] ?? columnName(column)}${number}"`
        const kind = columns[column]?.type ?? 'text'
        if (typeof cell !== 'object' || 'date' in cell) {
          text += cellXml(start, cell, plain[column] ?? textStyle, kind)
          continue
        }
        text += cellXml(start, cell.value, styleOf(kind, cell.fill), kind, cell.fill)
        if (cell.note) totals.notes.push({ row, column, text: cell.note })
      }
      return `${text}</row>`
    },
  }
}

/** A sheet without a header is one to be read; its text wraps. Wrapping a hundred thousand rows would make opening slow. */
const columnStyle = (sheet: OutSheet, column: OutColumn): number =>
  styleOf(sheet.header === false && column.type === 'text' ? 'prose' : column.type)

type OutFill = NonNullable<Extract<OutCell, { fill?: string }>['fill']>

function sheetHead(sheet: OutSheet, first: boolean): string {
  const frozen = sheet.header !== false
  const pane =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>'
  const columns = sheet.columns.map((column, index) => {
    const width = Math.min(255, column.width ?? Math.min(60, Math.max(12, column.header.length + 3)))
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${columnStyle(sheet, column)}" customWidth="1"/>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen ? pane : ''}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    '<sheetData>',
  ].join('')
}

function sheetTail(sheet: OutSheet, { totals, listFormula }: SheetContext): string {
  const last = Math.min(totals.rows + (sheet.spareRows ?? 0), limits.rows)
  const top = sheet.header === false ? 1 : 2
  const lists = sheet.columns.flatMap((_, column) => {
    const formula = listFormula(column)
    if (!formula || last < top) return []
    const name = columnName(column)
    return [
      `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${name}${top}:${name}${last}"><formula1>${outText(formula)}</formula1></dataValidation>`,
    ]
  })
  return [
    '</sheetData>',
    hasFilter(sheet) ? `<autoFilter ref="${outAttribute(filterRange(sheet, totals))}"/>` : '',
    lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    totals.notes.length > 0 ? '<legacyDrawing r:id="rId1"/>' : '',
    '</worksheet>',
  ].join('')
}

/** Filter buttons stand on a header; without one there is nothing to put them on. */
export const hasFilter = (sheet: OutSheet): boolean =>
  sheet.filter === true && sheet.header !== false && sheet.columns.length > 0

/** The cells that the filter buttons govern. */
export const filterRange = (sheet: OutSheet, { rows }: SheetTotals): string =>
  `A1:${columnName(sheet.columns.length - 1)}${Math.max(rows, 1)}`
