import { formatMoney, formatNumber } from '../../../src-core/kernel/numbers.ts'
import type { Column } from './columns.ts'

/** The sums of the columns that have one, ready to read: `Kişi: 137`. */
export function sumsOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  language: 'tr' | 'en',
): readonly string[] {
  return columns.flatMap((column) => {
    if ((column.type !== 'number' && column.type !== 'money') || !column.sum) return []
    const sum = rows.reduce((total, row) => total + (column.value(row) ?? 0), 0)
    const text = column.type === 'money' ? formatMoney(sum, language) : formatNumber(sum, column.decimals, language)
    return [`${column.title}: ${text}`]
  })
}
