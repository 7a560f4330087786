import type { Cell, CellRange, SheetRow } from '../kernel/sheet.ts'
import { isBlank } from './cell-text.ts'
import type { CarriedColumn } from './group-columns.ts'
import { tallMerges } from './row-kinds.ts'

/** A row with the values above filled in, and the columns they were filled into. */
type Completed = { readonly cells: readonly Cell[]; readonly carried: readonly number[] }

type Carrier = {
  /** Takes note of the merged cells that begin in a row. Every row, in order, before anything else is asked. */
  readonly follow: (row: SheetRow) => void
  /** Fills in what merged cells and group columns say about a row, and remembers what it says about the next. */
  readonly complete: (row: SheetRow) => Completed
  /** Forgets the groups: an empty row, a title or a header stands between. Merged cells know their own end. */
  readonly forget: () => void
  /** Whether a column names groups. */
  readonly groups: (column: number) => boolean
  /** Begins a group that stands on a row of its own. */
  readonly begin: (column: number, cell: Cell) => void
}

type Active = { readonly range: CellRange; readonly values: readonly Cell[] }

const none: readonly number[] = []

/** A copy of a row's cells, long enough for a column. */
const copyOf = (cells: readonly Cell[], column: number): Cell[] =>
  Array.from({ length: Math.max(cells.length, column + 1) }, (_, at) => cells[at] ?? null)

/** Carries values of merged cells and group columns down to the rows they stand for. */
export function carrier(carried: readonly CarriedColumn[], merges: readonly CellRange[], below: number): Carrier {
  const beginning = tallMerges(merges, below)
  const merged = new Set(carried.filter((one) => one.why === 'merged').map((one) => one.column))
  const grouped = carried.filter((one) => one.why === 'grouped').map((one) => one.column)
  const above = new Map<number, Cell>()
  let active: readonly Active[] = []

  const follow = (row: SheetRow): void => {
    if (beginning.size === 0) return
    active = active.filter(({ range }) => range.bottom >= row.row)
    for (const range of beginning.get(row.row) ?? []) {
      const values = Array.from({ length: range.right - range.left + 1 }, (_, at) => row.cells[range.left + at] ?? null)
      active = [...active, { range, values }]
    }
  }

  const complete = (row: SheetRow): Completed => {
    let cells: Cell[] | null = null
    let filled: number[] | null = null
    const fill = (column: number, value: Cell): void => {
      if (cells === null || cells.length <= column) cells = copyOf(cells ?? row.cells, column)
      cells[column] = value
      filled = [...(filled ?? []), column]
    }
    for (const { range, values } of active) {
      if (range.top === row.row) continue
      values.forEach((value, at) => {
        const column = range.left + at
        if (merged.has(column) && !isBlank(value) && isBlank(row.cells[column])) fill(column, value)
      })
    }
    for (const column of grouped) {
      const own = row.cells[column]
      if (own === undefined || isBlank(own)) {
        const value = above.get(column)
        if (value !== undefined) fill(column, value)
      } else begin(column, own)
    }
    return { cells: cells ?? row.cells, carried: filled ?? none }
  }

  const begin = (column: number, cell: Cell): void => {
    above.set(column, cell)
    // What stood to the right of it belonged to the group before.
    for (const later of grouped) if (later > column) above.delete(later)
  }

  return { follow, complete, begin, forget: () => above.clear(), groups: (column) => grouped.includes(column) }
}
