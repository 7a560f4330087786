import type { ColDef, ICellRendererParams } from 'ag-grid-community'
import { StatusWord } from '../values/StatusWord.tsx'
import { ColumnFilterPopup, type FilterPopupParams } from './ColumnFilterPopup.tsx'
import {
  type CellValue,
  type CellWords,
  type Column,
  cellText,
  choiceOf,
  compareCells,
  firstWidth,
  isNumeric,
} from './columns.ts'
import { type ColumnFilter, isMissing, passes } from './filters.ts'

/** Gives back a column as it is declared now; columns may be declared anew at every drawing. */
export type ColumnSource<Row> = (id: string) => Column<Row> | undefined

/** The grid's definition of a column; `ownWidth` is the one the officer gave it. */
export function toColDef<Row>(
  column: Column<Row>,
  now: ColumnSource<Row>,
  words: CellWords,
  ownWidth?: number,
): ColDef<Row, CellValue> {
  const current = () => now(column.id) ?? column
  const drawn = column.render !== undefined || (column.type === 'choice' && column.choices.some((one) => one.tone))
  return {
    colId: column.id,
    headerName: column.title,
    valueGetter: ({ data }) => (data ? current().value(data) : undefined),
    valueFormatter: ({ data }) => (data ? cellText(current(), data, words) : ''),
    comparator: (a, b, _nodeA, _nodeB, descending) => {
      const order = compareCells(current(), a, b)
      // The grid turns the order round; missing values stay last all the same.
      return descending && (isMissing(a) || isMissing(b)) ? -order : order
    },
    ...(drawn && { cellRenderer: Cell, cellRendererParams: { current } satisfies CellParams<Row> }),
    sortable: column.sortable ?? true,
    resizable: true,
    minWidth: column.grow === undefined ? 56 : Math.min(column.width ?? 120, 120),
    initialWidth: ownWidth ?? firstWidth(column),
    ...(column.grow !== undefined && ownWidth === undefined && { initialFlex: column.grow }),
    ...(column.hidden && { initialHide: true }),
    ...(column.pinned && { initialPinned: 'left' as const }),
    ...(column.type !== 'text' && {
      cellClass: isNumeric(column) ? ['ak-figures', 'ag-right-aligned-cell'] : 'ak-figures',
    }),
    ...(isNumeric(column) && { headerClass: 'ag-right-aligned-header' }),
    ...(column.filterable !== false && {
      filter: columnFilter,
      filterParams: filterParamsOf(now, column),
    }),
    ...(!drawn && { tooltipValueGetter: ({ valueFormatted }) => valueFormatted }),
  }
}

/** One object for all: the grid drops what is filtered when a column comes with another one. */
const columnFilter = {
  component: ColumnFilterPopup,
  doesFilterPass: ({ model, node, handlerParams }: PassParams) => passes(model, handlerParams.getValue(node)),
}

const knownParams = new WeakMap<object, Map<string, FilterPopupParams<never>>>()

/** For the same reason the same for every redefinition of a column, such as one whose choices have been read meanwhile. */
function filterParamsOf<Row>(now: ColumnSource<Row>, column: Column<Row>): FilterPopupParams<Row> {
  const ofTable = knownParams.get(now) ?? new Map<string, FilterPopupParams<never>>()
  knownParams.set(now, ofTable)
  const known = ofTable.get(column.id) as FilterPopupParams<Row> | undefined
  const params = known ?? { current: () => now(column.id) ?? column }
  ofTable.set(column.id, params as FilterPopupParams<never>)
  return params
}

type PassParams = {
  readonly model: ColumnFilter
  readonly node: never
  readonly handlerParams: { readonly getValue: (node: never) => CellValue }
}

type CellParams<Row> = { readonly current: () => Column<Row> }

function Cell<Row>({ data, current }: ICellRendererParams<Row, CellValue> & CellParams<Row>) {
  if (!data) return null
  const column = current()
  if (column.render) return column.render(data)
  if (column.type !== 'choice') return null
  const choice = choiceOf(column.choices, column.value(data))
  if (!choice) return null
  return choice.tone ? <StatusWord tone={choice.tone}>{choice.label}</StatusWord> : choice.label
}
