import { type Cell, type CellRange, columnName, type SheetInfo, type SheetRow } from '../kernel/sheet.ts'
import { isBlank, isFigure, textOf } from './cell-text.ts'
import { type ImportIssue, issueOf } from './issue.ts'
import {
  beginsFooter,
  fillingOf,
  numbersColumns,
  repeatedHeader,
  tallMerges,
  totalsLabel,
  wideRows,
} from './row-kinds.ts'
import type { Table } from './table.ts'

/** One row of data. */
export type TableRow = {
  /** Zero-based row of the sheet. */
  readonly row: number
  /** By column of the sheet; values of merged and grouped cells above are filled in. */
  readonly cells: readonly Cell[]
  /** The columns that were filled in. */
  readonly carried: readonly number[]
  /** The title of the block the row belongs to, such as the unit's name on a row of its own; before the first, `table.block`. */
  readonly block: string | null
}

export type TableReader = {
  /** The row as data, or null when it is a header, a title, a total, empty, or hidden. Give every row, in order. */
  readonly read: (row: SheetRow) => TableRow | null
  /** What was skipped and filled in. Call it once, after the last row. */
  readonly finish: () => readonly ImportIssue[]
}

export type TableReaderOptions = {
  /** Reads rows and columns that the author hid, too. */
  readonly hidden?: boolean
}

type Active = { readonly range: CellRange; readonly values: readonly Cell[] }
type Lone = { readonly row: number; readonly column: number; readonly text: string; used: boolean }

const none: readonly number[] = []
const titleColumns = 2
const fewestColumns = 3

/** Reads the rows below a table's header one at a time, in the order of the sheet. */
export function readTable(table: Table, info: SheetInfo, options: TableReaderOptions = {}): TableReader {
  const { sheet, columns } = table
  const width = Math.max(info.columnCount, ...columns.map((column) => column.column + 1))
  const listed = new Uint8Array(width)
  for (const column of columns) if (options.hidden || !column.hidden) listed[column.column] = 1
  const known = new Set(columns.map((column) => column.column))
  const unknown = Array.from(listed.keys()).filter((column) => !known.has(column))
  const isHeader = repeatedHeader(columns)
  const named = columns.filter((column) => column.named).length
  const hiddenRows = new Set(options.hidden ? [] : info.hiddenRows)
  const merges = tallMerges(info.merges, table.headerBottom)
  const wide = wideRows(info.merges)
  const grouped = table.carried.filter((one) => one.why === 'grouped').map((one) => one.column)
  const mergedColumns = new Set(table.carried.filter((one) => one.why === 'merged').map((one) => one.column))
  const firstColumns = new Set(columns.slice(0, titleColumns).map((column) => column.column))
  const above = new Map<number, Cell>()
  const filledIn = new Map<number, number>()
  const strays = new Map<number, number>()
  const issues: ImportIssue[] = []
  const hiddenSeen: number[] = []
  let active: readonly Active[] = []
  let title: Lone | null = null
  let last = table.headerBottom
  let afterHeader = true
  let inFooter = false

  const strayCells = (cells: readonly Cell[]): void => {
    for (const column of unknown) if (!isBlank(cells[column])) strays.set(column, (strays.get(column) ?? 0) + 1)
    for (let column = width; column < cells.length; column++) {
      if (!isBlank(cells[column])) strays.set(column, (strays.get(column) ?? 0) + 1)
    }
  }

  const endTitle = (): void => {
    if (title && !title.used)
      issues.push(issueOf('W23', { sheet, row: title.row, column: title.column }, { text: title.text }))
    title = null
  }

  const beginTitle = (row: number, column: number, cell: Cell): void => {
    endTitle()
    title = { row, column, text: textOf(cell), used: false }
  }

  /** Fills in what merged cells and group columns say about a row. */
  const complete = (row: SheetRow, counted: boolean): { cells: readonly Cell[]; carried: readonly number[] } => {
    let cells: Cell[] | null = null
    let carried: number[] | null = null
    const fill = (column: number, value: Cell): void => {
      cells ??= Array.from({ length: Math.max(row.cells.length, column + 1) }, (_, at) => row.cells[at] ?? null)
      for (let at = cells.length; at <= column; at++) cells.push(null)
      cells[column] = value
      carried = [...(carried ?? []), column]
      if (counted) filledIn.set(column, (filledIn.get(column) ?? 0) + 1)
    }
    for (const { range, values } of active) {
      if (range.top === row.row) continue
      for (let column = range.left; column <= range.right; column++) {
        const value = values[column - range.left] ?? null
        if (listed[column] === 1 && mergedColumns.has(column) && !isBlank(value) && isBlank(row.cells[column]))
          fill(column, value)
      }
    }
    for (const column of grouped) {
      const own = row.cells[column]
      if (!isBlank(own)) {
        above.set(column, own ?? null)
        // A new group begins: what stood to the right of it belonged to the old one.
        for (const later of grouped) if (later > column) above.delete(later)
      } else {
        const value = above.get(column)
        if (value !== undefined) fill(column, value)
      }
    }
    return { cells: cells ?? row.cells, carried: carried ?? none }
  }

  const follow = (row: SheetRow): void => {
    if (merges.size === 0) return
    active = active.filter(({ range }) => range.bottom >= row.row)
    for (const range of merges.get(row.row) ?? []) {
      const values = Array.from({ length: range.right - range.left + 1 }, (_, at) => row.cells[range.left + at] ?? null)
      active = [...active, { range, values }]
    }
  }

  const read = (row: SheetRow): TableRow | null => {
    if (row.row <= table.headerBottom) return null
    follow(row)
    const filling = fillingOf(row.cells, listed)
    const { count, first } = filling
    strayCells(row.cells)
    if (count === 0) return null
    // A form that comes with its rows numbered is empty where only the number stands.
    if (count === 1 && first === table.sequence) return null
    const gap = row.row > last + 1 || afterHeader
    if (gap) above.clear()
    last = row.row
    if (hiddenRows.has(row.row)) {
      hiddenSeen.push(row.row)
      // A filter may hide the row that names the group of the rows still shown.
      complete(row, false)
      return null
    }
    if (afterHeader && numbersColumns(row.cells, count, named)) return null
    afterHeader = false
    const cell = row.cells[first] ?? null
    if (count > 1 && isHeader(row.cells, count)) {
      above.clear()
      afterHeader = true
      inFooter = false
      return null
    }
    if (gap && beginsFooter(row.cells, filling, named)) {
      inFooter = true
      endTitle()
      beginTitle(row.row, first, cell)
      endTitle()
    }
    if (inFooter) return null
    const label = totalsLabel(row.cells, first)
    if (label !== null) {
      issues.push(issueOf('W15', { sheet, row: row.row, column: first }, { text: label }))
      return null
    }
    if (count === 1 && typeof cell === 'string' && !isFigure(cell) && columns.length >= fewestColumns) {
      const inGroup = grouped.includes(first)
      if (inGroup || wide.has(row.row) || (gap && firstColumns.has(first))) {
        beginTitle(row.row, first, cell)
        above.clear()
        if (inGroup) above.set(first, cell)
        // Whatever follows a title at once belongs to it, and a lone cell there may be the next, deeper title.
        afterHeader = !inGroup
        return null
      }
    }
    if (title) title.used = true
    const { cells, carried } = complete(row, true)
    return { row: row.row, cells, carried, block: title ? title.text : table.block }
  }

  const finish = (): readonly ImportIssue[] => {
    endTitle()
    const nameOf = (column: number): string => columns.find((one) => one.column === column)?.name ?? columnName(column)
    for (const [column, count] of filledIn)
      issues.push(issueOf('W17', { sheet, column }, { column: nameOf(column), count }))
    if (strays.size > 0) {
      const letters = [...strays.keys()].sort((a, b) => a - b).map(columnName)
      const count = [...strays.values()].reduce((sum, n) => sum + n, 0)
      issues.push(issueOf('W27', { sheet }, { columns: letters.join(', '), count }))
    }
    if (hiddenSeen.length > 0) {
      const names = hiddenSeen.map((row) => row + 1).join(', ')
      issues.push(
        issueOf(
          'W14',
          { sheet, row: hiddenSeen[0] },
          { what: 'rows', names: shortened(names), count: hiddenSeen.length },
        ),
      )
    }
    const hiddenColumns = options.hidden ? [] : columns.filter((column) => column.hidden)
    if (hiddenColumns.length > 0) {
      const names = hiddenColumns.map((column) => column.name).join(', ')
      issues.push(
        issueOf(
          'W14',
          { sheet, column: hiddenColumns[0]?.column },
          { what: 'columns', names: shortened(names), count: hiddenColumns.length },
        ),
      )
    }
    return issues
  }

  return { read, finish }
}

const longestList = 120

/** A list for a sentence, cut at a comma. */
const shortened = (list: string): string =>
  list.length <= longestList ? list : `${list.slice(0, list.lastIndexOf(', ', longestList))} …`
