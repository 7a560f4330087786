import type { ColumnFilter } from '../../../src-core/kernel/page.ts'
import { fold } from '../../../src-core/kernel/turkish.ts'
import type { CellValue } from './columns.ts'

export type { ColumnFilter } from '../../../src-core/kernel/page.ts'

export const isMissing = (value: CellValue): value is null | undefined | '' =>
  value === null || value === undefined || value === ''

/** Flags are kept as 0 and 1, and named so in filters. */
const comparable = (value: CellValue): string | number | null =>
  isMissing(value) ? null : typeof value === 'boolean' ? Number(value) : value

/** Whether a cell passes: the same answers as the service gives for lists that live there (src-core/database/paging.ts). */
export function passes(filter: ColumnFilter, cell: CellValue): boolean {
  const value = comparable(cell)
  switch (filter.kind) {
    case 'empty':
      return (value === null) === filter.empty
    case 'contains':
      return value !== null && fold(String(value)).includes(fold(filter.text))
    case 'oneOf':
      return filter.values.includes(value)
    case 'between': {
      if (value === null) return false
      return (filter.from === undefined || value >= filter.from) && (filter.to === undefined || value <= filter.to)
    }
  }
}

/** Whether every word of a search occurs in a row's text. `foldedText` is already folded. */
export const matchesSearch = (foldedText: string, search: string): boolean =>
  fold(search)
    .split(' ')
    .every((word) => foldedText.includes(word))
