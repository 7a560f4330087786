import type { ColumnFilter } from '../../../../src-core/kernel/page.ts'

/** The address of the list of needs, filtered to what stands behind a number. */
export function needsAt(filter: Readonly<Record<string, ColumnFilter>>): string {
  const text = encodeURIComponent(JSON.stringify(filter))
  return `/needs/list?filter=${text}`
}

/** A filter that reads as words where it is shown; the list takes any spelling. */
export const named = (text: string): ColumnFilter => ({ kind: 'contains', text })

export const oneOf = (...values: readonly (string | number | null)[]): ColumnFilter => ({
  kind: 'oneOf',
  values: [...values],
})
