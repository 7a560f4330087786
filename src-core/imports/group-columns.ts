import type { Cell, CellRange } from '../kernel/sheet.ts'
import { isBlank, textOf } from './cell-text.ts'
import type { TableColumn } from './header-names.ts'

/** Why the empty cells of a column stand for the value above: its cells are merged, or only the first row of each group is filled. */
export type CarriedColumn = { readonly column: number; readonly why: 'merged' | 'grouped' }

const mostFilled = 0.75
const denseFrom = 0.9

type Fill = { readonly count: number; readonly repeats: boolean; readonly onFirst: boolean }

function fillOf(rows: readonly (readonly Cell[])[], column: number): Fill {
  let count = 0
  let repeats = false
  let before = ''
  for (const cells of rows) {
    const cell = cells[column]
    if (isBlank(cell)) continue
    const text = textOf(cell)
    if (text === before) repeats = true
    before = text
    count++
  }
  return { count, repeats, onFirst: !isBlank(rows[0]?.[column]) }
}

/**
 * The columns whose empty cells are to be read with the value above. Merged cells say so themselves. Without them a
 * column is a group column only when everything speaks for it: it stands at the left edge, its first row is filled, it
 * is sparse, no value is written twice in a row, and a column to its right is filled throughout.
 */
export function groupColumns(
  columns: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
  merges: readonly CellRange[],
  below: number,
): readonly CarriedColumn[] {
  const merged = new Set<number>()
  for (const range of merges) {
    if (range.top <= below || range.bottom === range.top) continue
    for (let column = range.left; column <= range.right; column++) merged.add(column)
  }
  const carried: CarriedColumn[] = []
  const fills = columns.map((column) => fillOf(rows, column.column))
  const lastDense = fills.findLastIndex((fill) => rows.length > 0 && fill.count >= rows.length * denseFrom)
  let atEdge = true
  columns.forEach((column, at) => {
    const fill = fills[at]
    if (!fill) return
    const sparse = fill.onFirst && !fill.repeats && fill.count < rows.length && fill.count <= rows.length * mostFilled
    if (merged.has(column.column)) carried.push({ column: column.column, why: 'merged' })
    else if (atEdge && rows.length >= 3 && sparse && at < lastDense)
      carried.push({ column: column.column, why: 'grouped' })
    else if (fill.count < rows.length) atEdge = false
  })
  return carried
}
