import type { ColumnFilter } from './filters.ts'

export type Sort = { readonly column: string; readonly descending: boolean }

/** What an officer sees of a list: searched, filtered and sorted. It lives in the address, so that Back and a bookmark bring it back. */
export type TableView = {
  readonly search: string
  readonly sort: readonly Sort[]
  readonly filter: Readonly<Record<string, ColumnFilter>>
}

export const plainView: TableView = { search: '', sort: [], filter: {} }

/** The view as parts of an address; what is empty is left out. */
export type ViewAddress = {
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly filter?: Readonly<Record<string, ColumnFilter>> | undefined
}

const sortText = (sort: readonly Sort[]): string =>
  sort.map(({ column, descending }) => (descending ? `-${column}` : column)).join(',')

/**
 * `{ q: 'fen', sort: 'unit,-points', filter: {...} }`. What is as the list shows itself at first (`start`) is left out, so that a
 * filter taken away there still differs from one never touched.
 */
export function viewToAddress(view: TableView, start: TableView = plainView): ViewAddress {
  const sort = sortText(view.sort)
  return {
    q: view.search === '' ? undefined : view.search,
    sort: sort === sortText(start.sort) ? undefined : sort,
    filter: JSON.stringify(view.filter) === JSON.stringify(start.filter) ? undefined : view.filter,
  }
}

const kinds: ReadonlySet<unknown> = new Set(['contains', 'oneOf', 'between', 'empty'])

const isFilter = (value: unknown): value is ColumnFilter =>
  typeof value === 'object' && value !== null && 'kind' in value && kinds.has(value.kind)

/** Reads an address that anybody may have typed; what cannot be understood is left out. */
export function viewFromAddress(address: Readonly<Record<string, unknown>>, start: TableView = plainView): TableView {
  const { q, sort, filter } = address
  const entries = typeof filter === 'object' && filter !== null ? Object.entries(filter) : []
  return {
    search: q === undefined || q === null ? '' : String(q),
    sort:
      typeof sort === 'string'
        ? sort
            .split(',')
            .filter((part) => part !== '' && part !== '-')
            .map((part) => ({ column: part.replace(/^-/, ''), descending: part.startsWith('-') }))
        : start.sort,
    filter: filter === undefined ? start.filter : Object.fromEntries(entries.filter(([, value]) => isFilter(value))),
  }
}

/** Puts a filter on a column, or takes it away. */
export function withFilter(view: TableView, column: string, filter: ColumnFilter | undefined): TableView {
  const { [column]: _, ...others } = view.filter
  return { ...view, filter: filter ? { ...others, [column]: filter } : others }
}

/** Whether two views show the same. */
export const sameView = (a: TableView, b: TableView): boolean => JSON.stringify(a) === JSON.stringify(b)
