import { readOds } from 'hucre/ods'
import { readXls, readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { type CellObject, read } from 'xlsx'
import type { Cell } from '../../../src-core/kernel/sheet.ts'

/** A sheet as another library reads it: rows by number, values comparable with ours. */
export type OtherSheet = { readonly name: string; readonly rows: ReadonlyMap<number, readonly Cell[]> }

/** A value without what two programs store differently: the last digits of a date's serial number. */
export const comparable = (cell: Cell | undefined): unknown => {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell === 'object' && 'iso' in cell) return cell.iso.replace(/T00:00:00$/, '')
  if (typeof cell === 'object') return cell.error
  return typeof cell === 'number' ? Number(cell.toPrecision(12)) : cell
}

/** The rows with a value, comparable. */
export const comparableRows = (rows: Iterable<readonly [number, readonly Cell[]]>): Record<number, unknown[]> => {
  const result: Record<number, unknown[]> = {}
  for (const [row, cells] of rows) {
    const values = cells.map(comparable)
    while (values.length > 0 && values.at(-1) === null) values.pop()
    if (values.length > 0) result[row] = values
  }
  return result
}

/** SheetJS, dates by its own conversion. */
export function withSheetJs(bytes: Uint8Array): OtherSheet[] {
  const book = read(bytes, { type: 'buffer', dense: true, cellDates: true, UTC: true })
  return book.SheetNames.map((name) => {
    const data: readonly (readonly (CellObject | undefined)[])[] = book.Sheets[name]?.['!data'] ?? []
    return {
      name,
      rows: new Map(Array.from(data.entries(), ([row, cells]) => [row, Array.from(cells ?? [], sheetJsCell)])),
    }
  })
}

function sheetJsCell(object: CellObject | undefined): Cell {
  const value = object?.v
  if (value === undefined || value === null) return null
  if (object?.t === 'e') return { error: object.w ?? errors[Number(value)] ?? String(value) }
  return value instanceof Date ? dateCell(value) : value
}

/** hucre, whole workbook. */
export async function withHucre(bytes: Uint8Array, format: 'xlsx' | 'xls' | 'ods'): Promise<OtherSheet[]> {
  const book = await { xlsx: readXlsx, xls: readXls, ods: readOds }[format](bytes)
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    rows: new Map(Array.from(sheet.rows.entries(), ([row, cells]) => [row, Array.from(cells ?? [], hucreCell)])),
  }))
}

/** hucre's stream, one sheet. */
export async function withHucreStream(bytes: Uint8Array, sheet: number): Promise<OtherSheet['rows']> {
  const rows = new Map<number, readonly Cell[]>()
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) rows.set(index, values.map(hucreCell))
  return rows
}

/** XML 1.0, 2.11 makes every line end a line feed; hucre leaves them as they are. */
const hucreCell = (value: string | number | boolean | Date | null | undefined): Cell => {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n')
  return value === undefined ? null : value instanceof Date ? dateCell(value) : value
}

function dateCell(date: Date): Cell {
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19)
  return { iso, serial: 0 }
}

const errors: Readonly<Record<number, string>> = { 42: '#N/A', 23: '#REF!', 7: '#DIV/0!' }
