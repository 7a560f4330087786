import type { GridApi, GridState, StateUpdatedEvent } from 'ag-grid-community'
import { useState } from 'react'
import { useSetting } from '../stored.ts'
import type { Column } from './columns.ts'
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
      ...(first.widths && {
        columnSizing: {
          columnSizingModel: Object.entries(first.widths).map(([colId, width]) => ({ colId, width })),
        },
      }),
    } satisfies GridState,

    remember: ({ state, sources }: StateUpdatedEvent<Row>) => {
      if (sources.includes('gridInitializing')) return
      const before = remembered.get()
      const order = sources.includes('columnOrder') && state.columnOrder?.orderedColIds.filter(own)
      const unseen = sources.includes('columnVisibility') && (state.columnVisibility?.hiddenColIds ?? [])
      const sized = sources.includes('columnSizing') && state.columnSizing?.columnSizingModel
      if (!order && !unseen && !sized) return
      remembered.set({
        ...before,
        ...(order && { order }),
        ...(unseen && { hidden: unseen }),
        // A column that still grows has no width of its own yet.
        ...(sized && {
          widths: Object.fromEntries(
            sized.flatMap(({ colId, width, flex }) => (own(colId) && width && !flex ? [[colId, width]] : [])),
          ),
        }),
      })
    },

    menu: (api: GridApi<Row> | undefined) => ({
      hidden,
      onToggle: (id: string, shown: boolean) => api?.setColumnsVisible([id], shown),
      onReset: () => {
        api?.resetColumnState()
        remembered.set({})
      },
    }),

    shownColumns: (api: GridApi<Row> | undefined): readonly string[] =>
      (api?.getAllDisplayedColumns() ?? []).map((column) => column.getColId()).filter(own),
  }
}
