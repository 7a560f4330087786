import { columnName } from '../kernel/sheet.ts'
import type { TableColumn } from './header-names.ts'
import { type ImportIssue, issueOf } from './issue.ts'
import type { Table } from './table.ts'

/** What reading a sheet to its end has filled in and passed over. Numbers of columns with how many of their cells. */
type Reading = {
  readonly filledIn: ReadonlyMap<number, number>
  readonly strays: ReadonlyMap<number, number>
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly TableColumn[]
}

const longestList = 120

/** A list for a sentence, cut at a comma. */
function listed(names: readonly string[]): string {
  const list = names.join(', ')
  return list.length <= longestList ? list : `${list.slice(0, list.lastIndexOf(', ', longestList))} …`
}

/** The findings about a sheet as a whole: one a column filled in, one for all strays, one for hidden rows, one for hidden columns. */
export function readingIssues({ sheet, columns }: Table, reading: Reading): readonly ImportIssue[] {
  const { filledIn, strays, hiddenRows, hiddenColumns } = reading
  const nameOf = (number: number): string => columns.find((one) => one.column === number)?.name ?? columnName(number)
  const issues = [...filledIn].map(([column, count]) =>
    issueOf('W17', { sheet, column }, { column: nameOf(column), count }),
  )
  if (strays.size > 0) {
    const letters = [...strays.keys()].sort((a, b) => a - b).map(columnName)
    const count = strays.values().reduce((sum, n) => sum + n, 0)
    issues.push(issueOf('W27', { sheet }, { columns: listed(letters), count }))
  }
  if (hiddenRows.length > 0) {
    const names = listed(hiddenRows.map((row) => String(row + 1)))
    issues.push(issueOf('W14', { sheet, row: hiddenRows[0] }, { what: 'rows', names, count: hiddenRows.length }))
  }
  if (hiddenColumns.length > 0) {
    const names = listed(hiddenColumns.map((column) => column.name))
    const place = { sheet, column: hiddenColumns[0]?.column }
    issues.push(issueOf('W14', place, { what: 'columns', names, count: hiddenColumns.length }))
  }
  return issues
}
