import type { GridApi, GridState } from 'ag-grid-community'
import { useEffect, useRef, useState } from 'react'
import type { ColumnFilter } from './filters.ts'
import { plainView, type Sort, sameView, type TableView } from './view.ts'

type SortModel = readonly { readonly colId: string; readonly sort?: string | null | undefined }[]

export const fromSortModel = (model: SortModel): readonly Sort[] =>
  model.map(({ colId, sort }) => ({ column: colId, descending: sort === 'desc' }))

const toSortModel = (sort: readonly Sort[]) =>
  sort.map(({ column, descending }) => ({ colId: column, sort: descending ? ('desc' as const) : ('asc' as const) }))

function viewOf<Row>(api: GridApi<Row>, search: string): TableView {
  const sorted = api
    .getColumnState()
    .filter((column) => column.sort)
    .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
  return { search, sort: fromSortModel(sorted), filter: api.getFilterModel() as Record<string, ColumnFilter> }
}

/** Keeps the grid's own sort and filters and the screen's view the same, whichever of the two changes. */
export function useGridView<Row>(given: TableView | undefined, onView: ((view: TableView) => void) | undefined) {
  const [own, setOwn] = useState(plainView)
  const [api, setApi] = useState<GridApi<Row>>()
  const now = given ?? own
  const [first] = useState(now)
  // The address follows with a delay: a view that was sent there and comes back must not undo what was typed since.
  const sent = useRef<TableView[]>([])

  const change = (next: TableView) => {
    if (onView) onView(next)
    else setOwn(next)
  }

  useEffect(() => {
    // On the way out (a sign-out, another screen) the grid is gone before the screen is.
    if (!api || api.isDestroyed()) return
    const echo = sent.current.findIndex((view) => sameView(view, now))
    if (echo >= 0) {
      sent.current = sent.current.slice(echo + 1)
      return
    }
    sent.current = []
    const shown = viewOf(api, now.search)
    if (JSON.stringify(shown.sort) !== JSON.stringify(now.sort)) {
      const state = toSortModel(now.sort).map((column, sortIndex) => ({ ...column, sortIndex }))
      api.applyColumnState({ state, defaultState: { sort: null } })
    }
    if (JSON.stringify(shown.filter) !== JSON.stringify(now.filter)) api.setFilterModel({ ...now.filter })
  }, [api, now])

  return {
    api,
    now,
    change,
    ready: (ready: GridApi<Row>) => setApi(ready),
    changed: () => {
      if (!api || api.isDestroyed()) return
      const next = viewOf(api, now.search)
      const last = sent.current.at(-1) ?? now
      if (sameView(next, last)) return
      sent.current = [...sent.current, next]
      change(next)
    },
    initial: {
      sort: { sortModel: toSortModel(first.sort) },
      filter: { filterModel: { ...first.filter } },
    } satisfies GridState,
  }
}
