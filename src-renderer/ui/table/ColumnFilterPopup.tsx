import type { CustomFilterDisplayProps } from 'ag-grid-react'
import type { Column } from './columns.ts'
import { FilterForm } from './FilterForm.tsx'
import type { ColumnFilter } from './filters.ts'

export type FilterPopupParams<Row> = { readonly current: () => Column<Row> }

/** The filter form as the grid opens it from a column's header. */
export function ColumnFilterPopup<Row>({
  model,
  onModelChange,
  current,
}: CustomFilterDisplayProps<Row, unknown, ColumnFilter> & FilterPopupParams<Row>) {
  return (
    <FilterForm column={current()} filter={model ?? undefined} onChange={(filter) => onModelChange(filter ?? null)} />
  )
}
