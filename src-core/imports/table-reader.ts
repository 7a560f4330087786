import type { Cell, SheetInfo, SheetRow } from '../kernel/sheet.ts'
import { carrier } from './carry.ts'
import { isBlank, isFigure, textOf } from './cell-text.ts'
import { type ImportIssue, issueOf } from './issue.ts'
import { readingIssues } from './reading-issues.ts'
import { beginsFooter, fillingOf, numbersColumns, repeatedHeader, totalsLabel, wideRows } from './row-kinds.ts'
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

type Lone = { readonly row: number; readonly column: number; readonly text: string; used: boolean }

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
  const wide = wideRows(info.merges)
  const firstColumns = new Set(columns.slice(0, titleColumns).map((column) => column.column))
  const shown = table.carried.filter((one) => listed[one.column] === 1)
  const above = carrier(shown, info.merges, table.headerBottom)
  const filledIn = new Map<number, number>()
  const strays = new Map<number, number>()
  const issues: ImportIssue[] = []
  const hiddenSeen: number[] = []
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

  const read = (row: SheetRow): TableRow | null => {
    if (row.row <= table.headerBottom) return null
    above.follow(row)
    const filling = fillingOf(row.cells, listed)
    const { count, first } = filling
    strayCells(row.cells)
    if (count === 0) return null
    // A form that comes with its rows numbered is empty where only the number stands.
    if (count === 1 && first === table.sequence) return null
    const gap = row.row > last + 1 || afterHeader
    if (gap) above.forget()
    last = row.row
    if (hiddenRows.has(row.row)) {
      hiddenSeen.push(row.row)
      // A filter may hide the row that names the group of the rows still shown.
      above.complete(row)
      return null
    }
    if (afterHeader && numbersColumns(row.cells, count, named)) return null
    afterHeader = false
    const cell = row.cells[first] ?? null
    if (count > 1 && isHeader(row.cells, count)) {
      above.forget()
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
      const inGroup = above.groups(first)
      if (inGroup || wide.has(row.row) || (gap && firstColumns.has(first))) {
        beginTitle(row.row, first, cell)
        above.forget()
        if (inGroup) above.begin(first, cell)
        // Whatever follows a title at once belongs to it, and a lone cell there may be the next, deeper title.
        afterHeader = !inGroup
        return null
      }
    }
    if (title) title.used = true
    const { cells, carried } = above.complete(row)
    for (const column of carried) filledIn.set(column, (filledIn.get(column) ?? 0) + 1)
    return { row: row.row, cells, carried, block: title ? title.text : table.block }
  }

  const finish = (): readonly ImportIssue[] => {
    endTitle()
    const hiddenColumns = options.hidden ? [] : columns.filter((column) => column.hidden)
    return [...issues, ...readingIssues(table, { filledIn, strays, hiddenRows: hiddenSeen, hiddenColumns })]
  }

  return { read, finish }
}
