import type { Cell } from '../kernel/sheet.ts'
import { isBlank, isFigure, textOf } from './cell-text.ts'
import type { TableColumn } from './header-names.ts'

/** What the values of one column look like. Counts are of filled cells. */
export type ColumnProfile = {
  readonly column: number
  readonly rows: number
  readonly count: number
  readonly figures: number
  /** Different values as read, with how often each occurs; at most `mostValues`. */
  readonly values: ReadonlyMap<string, number>
  /** Average length of the texts. */
  readonly length: number
  readonly cells: readonly Cell[]
}

const mostValues = 400
const keptCells = 400

/** Looks at one column of a sample. */
function profileColumn(rows: readonly (readonly Cell[])[], column: number): ColumnProfile {
  const values = new Map<string, number>()
  const cells: Cell[] = []
  let count = 0
  let figures = 0
  let length = 0
  for (const row of rows) {
    const cell = row[column]
    if (cell === undefined || isBlank(cell)) continue
    count++
    const text = textOf(cell)
    length += text.length
    if (cells.length < keptCells) cells.push(cell)
    if (isFigure(cell)) figures++
    const times = values.get(text)
    if (times !== undefined) values.set(text, times + 1)
    else if (values.size < mostValues) values.set(text, 1)
  }
  return { column, rows: rows.length, count, figures, values, length: count ? length / count : 0, cells }
}

/** Looks at every column of a sample of data rows, in the order of `columns`. */
export const profileColumns = (
  rows: readonly (readonly Cell[])[],
  columns: readonly TableColumn[],
): readonly ColumnProfile[] => columns.map((column) => profileColumn(rows, column.column))

/** Sentences rather than names or codes: long, and nearly every one different. */
export const isProse = (profile: ColumnProfile): boolean =>
  profile.count > 0 &&
  profile.figures < profile.count / 2 &&
  profile.length >= 12 &&
  profile.values.size >= Math.min(profile.count, mostValues) * 0.6
