/** A cell of a workbook that Akademi writes. Text is written as text, whatever it begins with. */
export type OutValue = null | string | number | boolean | { readonly date: string }

export type OutCell =
  | OutValue
  | { readonly value: OutValue; readonly fill?: 'error' | 'warning' | 'muted'; readonly note?: string }

export type OutColumn = {
  readonly header: string
  /** Characters of the standard font. */
  readonly width?: number
  readonly type: 'text' | 'integer' | 'decimal' | 'date'
  /** A drop-down: the values themselves (short lists), or a column of another sheet of the same workbook. */
  readonly list?:
    | { readonly values: readonly string[] }
    | { readonly sheet: string; readonly column: number; readonly rows: number }
}

export type OutSheet = {
  readonly name: string
  readonly visibility?: 'visible' | 'hidden' | 'veryHidden'
  readonly columns: readonly OutColumn[]
  readonly rows: Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>
  /** Bold header in a frozen first row; on unless false. */
  readonly header?: boolean
  /** Filter buttons on the header. */
  readonly filter?: boolean
  /** How many empty rows below the data keep types and drop-downs, for a form that is filled in. */
  readonly spareRows?: number
}

export type WorkbookSpec = { readonly sheets: readonly OutSheet[] }
