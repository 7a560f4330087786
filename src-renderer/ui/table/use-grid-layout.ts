import type { ColumnResizedEvent, GridApi, GridState, StateUpdatedEvent } from 'ag-grid-community'
import { useState } from 'react'
import { useSetting } from '../stored.ts'
import { type Column, firstWidth } from './columns.ts'
import { arrange, layoutOf } from './layout.ts'

const own = (id: string) => !id.startsWith('ag-Grid-')

/** Remembers how the officer arranges the columns of a table. */
export function useGridLayout<Row>(name: string, columns: readonly Column<Row>[]) {
  const remembered = layoutOf(name)
  const [layout] = useSetting(remembered)
  const [first] = useState(layout)
  const atFirstHidden = columns.filter((column) => column.hidden).map((column) => column.id)
  const hidden = new Set(layout.hidden ?? atFirstHidden)

  return {
    initial: {
      partialColumnState: true,
      columnOrder: {
        orderedColIds: [
          ...arrange(
            columns.map((column) => column.id),
            first.order,
          ),
        ],
      },
      columnVisibility: { hiddenColIds: [...(first.hidden ?? atFirstHidden)] },
    } satisfies GridState,

    /** Remembered widths; handed over with the columns, because the grid would make growing columns stiff otherwise. */
    widths: first.widths ?? {},

    remember: ({ state, sources }: StateUpdatedEvent<Row>) => {
      if (sources.includes('gridInitializing')) return
      const order = sources.includes('columnOrder') && state.columnOrder?.orderedColIds.filter(own)
      const unseen = sources.includes('columnVisibility') && (state.columnVisibility?.hiddenColIds ?? [])
      if (order || unseen)
        remembered.set({ ...remembered.get(), ...(order && { order }), ...(unseen && { hidden: unseen }) })
    },

    // Columns also change their width to fill the window; only the officer's own hand is remembered.
    resized: ({ column, finished, source }: ColumnResizedEvent<Row>) => {
      if (!column || !finished || !source.startsWith('ui')) return
      const before = remembered.get()
      remembered.set({ ...before, widths: { ...before.widths, [column.getColId()]: column.getActualWidth() } })
    },

    menu: (api: GridApi<Row> | undefined, refit: (api: GridApi<Row>) => void) => ({
      hidden,
      onToggle: (id: string, shown: boolean) => api?.setColumnsVisible([id], shown),
      onReset: () => {
        api?.applyColumnState({
          applyOrder: true,
          state: columns.map((column) => ({
            colId: column.id,
            width: firstWidth(column),
            flex: column.grow ?? null,
            hide: column.hidden ?? false,
            pinned: column.pinned ? 'left' : null,
          })),
        })
        remembered.set({})
        if (api) refit(api)
      },
    }),

    shownColumns: (api: GridApi<Row> | undefined): readonly string[] =>
      (api?.getAllDisplayedColumns() ?? []).map((column) => column.getColId()).filter(own),
  }
}
