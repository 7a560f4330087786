import { type CellObject, read, set_cptable, type WorkSheet } from 'xlsx'
import * as codePages from 'xlsx/dist/cpexcel.full.mjs'
import type { Cell, SheetInfo, SheetRow } from '../../src-core/kernel/sheet.ts'
import { dateOfSerial, showsDate } from './excel-date.ts'
import { limits } from './limits.ts'
import type { LetterWitness } from './mojibake.ts'
import { refuse } from './refuse.ts'
import type { ReadSheet } from './xlsx-reader.ts'

set_cptable(codePages)

/**
 * Reads through SheetJS what we have no reader of our own for: `.xls`, `.xlsb`, HTML and XML tables, and any `.xlsx` that
 * the fast reader finds unusual. Bytes must have passed the guards before: this library takes a damaged file for an empty
 * one. Texts of HTML stay texts.
 */
export function readWithLibrary(source: Uint8Array | string, witness: LetterWitness): ReadSheet[] {
  const book = read(source, {
    type: typeof source === 'string' ? 'string' : 'buffer',
    raw: true,
    dense: true,
    cellText: false,
    cellHTML: false,
    cellNF: true,
    // One more than there can be, so that too many are noticed.
    sheetRows: limits.rows + 1,
    // Only with styles does it tell hidden rows and columns.
    cellStyles: true,
  })
  if (book.SheetNames.length > limits.sheets) refuse('tooManySheets')
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const room = { cells: limits.cells as number }
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name]
    // Charts and macro sheets have no cells of their own.
    if (!sheet || (sheet['!type'] && sheet['!type'] !== 'sheet')) return []
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden
    return [
      readSheet(name, hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible', sheet, {
        date1904,
        room,
        witness,
      }),
    ]
  })
}

type Context = { readonly date1904: boolean; readonly room: { cells: number }; readonly witness: LetterWitness }

function readSheet(name: string, visibility: SheetInfo['visibility'], sheet: WorkSheet, context: Context): ReadSheet {
  const rows: SheetRow[] = []
  let columnCount = 0
  let formulaCount = 0
  let formulasWithoutValue = 0
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  refuseImpossible(name, data.length, sheet)
  for (const [row, source] of data.entries()) {
    if (source && source.length > limits.columns) refuse('damaged', { sheet: name })
    const cells: Cell[] = []
    for (const [column, object] of (source ?? []).entries()) {
      const value = object ? cellOf(object, context.date1904) : null
      if (object && isFormula(object)) {
        formulaCount++
        if (object.v === undefined) formulasWithoutValue++
      }
      if (value === null) continue
      if (typeof value === 'string') context.witness.see(value)
      while (cells.length < column) cells.push(null)
      cells.push(value)
    }
    if (cells.length === 0) continue
    context.room.cells -= cells.length
    if (context.room.cells < 0) refuse('tooManyCells', { sheet: name, details: { limit: limits.cells } })
    columnCount = Math.max(columnCount, cells.length)
    rows.push({ row, cells })
  }
  const hiddenRows = new Set((sheet['!rows'] ?? []).flatMap((info, row) => (info?.hidden ? [row] : [])))
  const info = {
    name,
    visibility,
    rowCount: rows.length,
    columnCount,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: rows.map((each) => each.row).filter((row) => hiddenRows.has(row)),
    hiddenColumns: (sheet['!cols'] ?? []).flatMap((column, index) =>
      column?.hidden && index < columnCount ? [index] : [],
    ),
    formulaCount,
    ...(formulasWithoutValue ? { formulasWithoutValue } : {}),
  } satisfies SheetInfo
  return { rows, info }
}

/** LibreOffice writes a plain truth value as a formula. */
const isFormula = ({ f, F }: CellObject) =>
  (f !== undefined || F !== undefined) && !/^(true|false)(\(\))?$/i.test(f ?? '')

/** A damaged file may name rows and columns that no sheet has; the arrays would then be walked for minutes. */
function refuseImpossible(name: string, rowCount: number, sheet: WorkSheet): void {
  if (rowCount > limits.rows) refuse('tooManyRows', { sheet: name })
  const known = Math.max(sheet['!rows']?.length ?? 0, (sheet['!cols']?.length ?? 0) * (limits.rows / limits.columns))
  if (known > limits.rows) refuse('damaged', { sheet: name })
}

function cellOf(object: CellObject, date1904: boolean): Cell {
  const { t, v, z } = object
  if (v === undefined || v === null || v === '') return null
  if (t === 'e') return { error: typeof v === 'number' ? (errors[v] ?? `#${v}`) : String(v) }
  if (typeof v === 'number') return z !== undefined && showsDate(z) ? dateOfSerial(v, date1904) : v
  return typeof v === 'boolean' ? v : String(v)
}

/** [MS-XLS] 2.5.10 */
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}
