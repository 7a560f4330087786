import type { Column } from '../../ui/table/columns.ts'
import { FilterBar } from '../../ui/table/FilterBar.tsx'
import type { TableView } from '../../ui/table/view.ts'
import { SavedViews } from './SavedViews.tsx'

type Props<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly view: TableView
  readonly onView: (view: TableView) => void
}

/** The filters of a screen whose view is in its address, and the views of it that the officer has saved. */
export function ListFilters<Row>(props: Props<Row>) {
  return (
    <>
      <FilterBar {...props} />
      <SavedViews />
    </>
  )
}
