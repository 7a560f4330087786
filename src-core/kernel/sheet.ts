/**
 * What one cell of a foreign workbook holds, as its author's program meant it. Text stays text (`00123` is never a
 * number), numbers stay numbers, and a number shown as a date by its cell format is a date.
 */
export type Cell =
  | null
  | string
  | number
  | boolean
  /** `iso` is `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`, without a zone; `serial` is the number the file stores. */
  | { readonly iso: string; readonly serial: number }
  /** An error value such as `#REF!`. */
  | { readonly error: string }

/** Zero-based, both ends included. */
export type CellRange = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

export type SheetInfo = {
  readonly name: string
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  /** Rows that carry a value, not the file's own claim about its size. */
  readonly rowCount: number
  readonly columnCount: number
  readonly merges: readonly CellRange[]
  /** Zero-based numbers of the rows with values that the author hid or filtered away. */
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  /** Cells that hold a formula; their `Cell` is the value the author's program stored last. */
  readonly formulaCount: number
  /** Formulas whose program stored no value (some exporters never calculate): these cells read as empty. */
  readonly formulasWithoutValue?: number
}

/** One row: `row` is its zero-based number in the sheet, `cells` may be shorter than the sheet is wide. */
export type SheetRow = { readonly row: number; readonly cells: readonly Cell[] }

/** `xls` also stands for the HTML and XML tables that many systems save under that name. */
export type WorkbookFormat = 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'csv' | 'tsv'

/** Why a file is refused: the `problem` of an INVALID_FILE that comes from reading it. */
export const fileProblems = [
  'empty',
  'notAWorkbook',
  'passwordProtected',
  'truncated',
  'damaged',
  'tooLarge',
  'tooManyRows',
  'tooManyCells',
  'tooManySheets',
  'twoEncodings',
  'unclosedQuote',
  'unsafe',
  'tookTooLong',
  'unreadable',
] as const

export type FileProblem = (typeof fileProblems)[number]

export type WorkbookInfo = {
  readonly format: WorkbookFormat
  /** For text files: what the bytes were read as, and what separates the fields. */
  readonly encoding?: 'utf-8' | 'windows-1254' | 'utf-16le' | 'utf-16be' | 'cp857'
  readonly delimiter?: ';' | ',' | '\t' | '|'
  /** Text that somebody had decoded as windows-1252 before saving; it has been put right (Ð→Ğ, Ý→İ, Þ→Ş, ð→ğ, ý→ı, þ→ş). */
  readonly repairedFrom1252?: boolean
  readonly sheets: readonly SheetInfo[]
}

/** `A1` for (0, 0). */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  let name = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}
