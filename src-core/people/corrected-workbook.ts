import { type ImportIssue, sentence } from '../imports/index.ts'
import type { Cell } from '../kernel/sheet.ts'
import type { OutCell, OutValue, WorkbookSpec } from '../kernel/workbook-spec.ts'
import type { ReadSheet } from './list-sheet.ts'
import type { Language } from './staff-words.ts'

const outValue = (cell: Cell | undefined): OutValue => {
  if (cell === undefined || typeof cell !== 'object' || cell === null) return cell ?? null
  return 'error' in cell ? cell.error : { date: cell.iso.slice(0, 10) }
}

/** A sheet as it was read, wrong cells coloured with what is wrong as a note. Corrected, it can be imported again. */
export function correctedWorkbook(sheet: ReadSheet, issues: readonly ImportIssue[], language: Language): WorkbookSpec {
  const columns = (sheet.seen.proposal?.table.columns ?? []).filter(({ hidden }) => !hidden)
  const byCell = Map.groupBy(
    issues.filter(({ row, column }) => row !== null && column !== null),
    ({ row, column }) => `${row} ${column}`,
  )
  const cellOf = (row: number, column: number, cell: Cell | undefined): OutCell => {
    const value = outValue(cell)
    const said = byCell.get(`${row} ${column}`)
    if (!said) return value
    const fill = said.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
    return { value, fill, note: said.map((issue) => sentence(issue, language)).join('\n') }
  }
  return {
    sheets: [
      {
        name: sheet.seen.info.name,
        filter: true,
        columns: columns.map(({ name }) => ({ header: name, type: 'text', width: Math.min(40, name.length + 12) })),
        rows: sheet.rows.map(({ row, cells }) => columns.map(({ column }) => cellOf(row, column, cells[column]))),
      },
    ],
  }
}
