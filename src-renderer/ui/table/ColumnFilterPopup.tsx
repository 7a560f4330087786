import { type CustomFilterDisplayProps, useGridFilterDisplay } from 'ag-grid-react'
import { useRef } from 'react'
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
  const form = useRef<HTMLDivElement>(null)
  useGridFilterDisplay({
    afterGuiAttached: () => {
      const controls = form.current?.querySelectorAll<HTMLElement>('[data-autofocus], input')
      const [first] = [...(controls ?? [])].sort(
        (a, b) => Number(b.matches('[data-autofocus]')) - Number(a.matches('[data-autofocus]')),
      )
      first?.focus()
    },
  })
  return (
    <div ref={form} style={{ padding: 8 }}>
      <FilterForm column={current()} filter={model ?? undefined} onChange={(filter) => onModelChange(filter ?? null)} />
    </div>
  )
}
