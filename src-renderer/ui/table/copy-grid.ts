import type { GridApi } from 'ag-grid-community'
import { type CellWords, cellText } from './columns.ts'
import { toTsv } from './copy.ts'
import type { ColumnSource } from './grid-columns.tsx'

/** Puts rows with a line of headings on the clipboard, in the columns and the order that are shown. */
export async function copyRows<Row>(
  api: GridApi<Row>,
  rows: readonly Row[],
  now: ColumnSource<Row>,
  words: CellWords,
): Promise<void> {
  const columns = api.getAllDisplayedColumns().flatMap((shown) => now(shown.getColId()) ?? [])
  const lines = rows.map((row) => columns.map((column) => cellText(column, row, words)))
  await navigator.clipboard.writeText(toTsv([columns.map((column) => column.title), ...lines]))
}

/** Puts the text of one cell on the clipboard. */
export async function copyCell<Row>(
  columnId: string,
  row: Row,
  now: ColumnSource<Row>,
  words: CellWords,
): Promise<void> {
  const column = now(columnId)
  if (column) await navigator.clipboard.writeText(cellText(column, row, words))
}
