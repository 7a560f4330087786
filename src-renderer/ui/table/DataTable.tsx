import './grid-modules.ts'
import { AgGridReact } from 'ag-grid-react'
import { type ReactNode, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../feedback/Note.tsx'
import { density } from '../preferences.ts'
import { EmptyState } from '../screen/EmptyState.tsx'
import { useSetting } from '../stored.ts'
import { ColumnMenu } from './ColumnMenu.tsx'
import type { Column } from './columns.ts'
import classes from './DataTable.module.css'
import { toColDef } from './grid-columns.tsx'
import { gridThemes } from './grid-theme.ts'
import type { ServerRows, TableHandle } from './rows.ts'
import type { Selection } from './selection.ts'
import { TableFooter } from './TableFooter.tsx'
import { useFittingWidths } from './use-fitting-widths.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridLayout } from './use-grid-layout.ts'
import { useGridPlace } from './use-grid-place.ts'
import { useGridRows } from './use-grid-rows.ts'
import { useGridSelection } from './use-grid-selection.ts'
import { useGridView } from './use-grid-view.ts'
import { useGridWords } from './use-grid-words.ts'
import { useNextFrame } from './use-next-frame.ts'
import type { TableView } from './view.ts'

export type DataTableProps<Row> = {
  /** Names the table in the officer's settings; one name, one table. */
  readonly name: string
  /** What the rows are, for who cannot see the heading. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rowId: (row: Row) => string
  /** All rows; undefined while they are being read. Either this or `server`. */
  readonly rows?: readonly Row[] | undefined
  readonly server?: ServerRows<Row>
  /** Search, sort and filters; `useTableView` keeps them in the address. Left out, the table keeps them to itself. */
  readonly view?: TableView
  readonly onView?: (view: TableView) => void
  /** How the list shows itself at first: with no rows in that view, there is nothing yet rather than nothing that fits. */
  readonly start?: TableView
  /** The row whose panel is open. The arrows of the table take the panel along. */
  readonly openId?: string | undefined
  readonly onOpen?: (row: Row) => void
  readonly onOpenWhole?: (row: Row) => void
  /** What can be done with chosen rows. Given this, rows can be chosen. */
  readonly bulk?: (selection: Selection, clear: () => void) => ReactNode
  /** Where there is nothing yet: what belongs here and the one action that fills it. */
  readonly empty?: ReactNode
  /** Exports what is shown: the columns in their order, with the view. */
  readonly onExport?: (columns: readonly string[], view: TableView) => void
  /** Why rows could not be read, in place of them. */
  readonly failure?: ReactNode
  readonly handle?: Ref<TableHandle>
}

/** A row that is still on its way from the service. */
const awaited = { 'ak-awaited': ({ data }: { readonly data?: unknown }) => data === undefined }

/** A list that obeys: sorted, filtered, arranged, copied and walked through like a spreadsheet, sixty thousand rows or six. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, label, columns, rowId, rows, server, openId, onOpen, onOpenWhole, bulk, empty, onExport, failure } =
    props
  const { t } = useTranslation('common')
  const words = useGridWords()
  const [rowDensity] = useSetting(density)
  const root = useRef<HTMLDivElement>(null)
  const due = useNextFrame()

  const declared = useRef(columns)
  declared.current = columns
  // Functions drop out of the text: only what the grid must be told anew counts as a change.
  const shape = JSON.stringify(columns)
  const now = useMemo(() => (id: string) => declared.current.find((column) => column.id === id), [])
  const layout = useGridLayout(name, columns)
  const [widths] = useState(layout.widths)
  const colDefs = useMemo(
    () => (shape ? declared.current.map((column) => toColDef(column, now, words.cells, widths[column.id])) : []),
    [shape, now, words.cells, widths],
  )
  const widthsThatFit = useFittingWidths({ name, declared, words: words.cells })
  const view = useGridView<Row>(props.view, props.onView)
  const data = useGridRows({ rows, server, declared, words: words.cells, search: view.now.search })
  const place = useGridPlace<Row>(name, view.now, data.shown)
  const selection = useGridSelection({
    declared,
    language: words.cells.language,
    shown: data.shown,
    view: view.now,
    server: server !== undefined,
  })
  const keys = useGridKeys({
    api: view.api,
    now,
    words: words.cells,
    rowId,
    openId,
    onOpen,
    onOpenWhole,
    selectAll: selection.all,
    root,
  })
  useImperativeHandle(props.handle, () => ({
    ...keys.handle,
    selection: selection.rightNow,
    clearSelection: selection.clear,
  }))

  const { start } = props
  const filtered =
    (view.now.search !== '' || Object.keys(view.now.filter).length > 0) &&
    !(start && view.now.search === '' && JSON.stringify(view.now.filter) === JSON.stringify(start.filter))
  const loading = server ? data.shown === undefined : rows === undefined
  const nothing = !loading && data.shown === 0 && !failure && data.failed === undefined
  return (
    <div className={classes.table} ref={root}>
      {openId !== undefined && <style>{`[row-id="${CSS.escape(openId)}"]{--ak-row:var(--ak-selected)}`}</style>}
      {(failure || data.failed !== undefined) && (
        <div className={classes.failure}>
          {failure ?? (
            <Note tone="bad" text={t('table.failed')} action={{ label: t('actions.retry'), run: data.retry }} />
          )}
        </div>
      )}
      <div className={classes.grid} data-clickable={onOpen !== undefined || undefined}>
        {due && (
          <AgGridReact<Row>
            // Words of another language want other widths, and some columns are other ones.
            key={words.cells.language}
            theme={gridThemes[rowDensity]}
            columnDefs={colDefs}
            localeText={words.locale}
            gridId={name}
            getRowId={({ data: row }) => rowId(row)}
            initialState={{ ...layout.initial, ...view.initial }}
            {...data.options}
            {...selection.options(bulk !== undefined, t('table.selectRow'))}
            {...keys.events}
            loading={!server && loading}
            loadingRows
            suppressOverlays={['noRows', 'noMatchingRows', ...(server ? (['loading'] as const) : [])]}
            rowClassRules={awaited}
            enableFilterHandlers
            maintainColumnOrder
            suppressDragLeaveHidesColumns
            enableCellTextSelection
            ensureDomOrder
            tooltipShowMode="whenTruncated"
            tooltipShowDelay={500}
            animateRows={false}
            suppressScrollOnNewData
            onGridReady={({ api }) => {
              api.setGridAriaProperty('label', label)
              view.ready(api)
              data.ready(api)
              selection.ready(api)
              place.ready(api)
              widthsThatFit.refit(api)
            }}
            onGridSizeChanged={({ api }) => widthsThatFit.refit(api)}
            onColumnVisible={({ api }) => widthsThatFit.refit(api)}
            onSortChanged={view.changed}
            onFilterChanged={view.changed}
            onStateUpdated={layout.remember}
            onColumnResized={layout.resized}
            onModelUpdated={({ api }) => {
              widthsThatFit.shown(api)
              data.updated()
              selection.updated()
            }}
            onBodyScrollEnd={place.scrolled}
            onSelectionChanged={selection.changed}
          />
        )}
        {nothing && (
          <div className={classes.nothing}>
            {filtered || !empty ? (
              <EmptyState
                title={t('table.noMatch')}
                text={t('table.noMatchHint')}
                {...(filtered && {
                  action: {
                    label: t('table.clearFilters'),
                    run: () => view.change({ ...view.now, search: '', filter: {} }),
                  },
                })}
              />
            ) : (
              empty
            )}
          </div>
        )}
      </div>
      <TableFooter
        shown={loading ? undefined : data.shown}
        total={rows?.length}
        selected={selection.count}
        sums={selection.sums}
        onSelectAll={selection.all}
        onClear={selection.clear}
        bulk={bulk?.(selection.selection, selection.clear)}
        columnMenu={<ColumnMenu columns={columns} {...layout.menu(view.api, widthsThatFit.refit)} />}
        onExport={onExport && (() => onExport(layout.shownColumns(view.api), view.now))}
      />
    </div>
  )
}
