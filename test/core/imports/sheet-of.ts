import type { Cell, CellRange, SheetInfo, SheetRow } from '../../../src-core/kernel/sheet.ts'

export type TestSheet = { readonly info: SheetInfo; readonly rows: readonly SheetRow[] }

/** A sheet as a reader gives it: rows without a value left out. `A1:B2` names merged cells. */
export function sheetOf(
  grid: readonly (readonly (Cell | undefined)[])[],
  options: Partial<Omit<SheetInfo, 'merges'>> & { readonly merges?: readonly string[] } = {},
): TestSheet {
  const rows = grid
    .map((cells, row) => ({ row, cells: cells.map((cell) => cell ?? null) }))
    .filter((row) => row.cells.some((cell) => cell !== null && cell !== ''))
  const info: SheetInfo = {
    name: 'Sayfa1',
    visibility: 'visible',
    rowCount: rows.length,
    columnCount: Math.max(0, ...grid.map((cells) => cells.length)),
    hiddenRows: [],
    hiddenColumns: [],
    formulaCount: 0,
    ...options,
    merges: (options.merges ?? []).map(rangeOf),
  }
  return { info, rows }
}

function rangeOf(name: string): CellRange {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(name)
  if (!match) throw new Error(`Not a range: ${name}`)
  const column = (letters: string): number =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const [, left = '', top, right = '', bottom] = match
  return { top: Number(top) - 1, left: column(left), bottom: Number(bottom) - 1, right: column(right) }
}
