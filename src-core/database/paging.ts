import { type ExpressionBuilder, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { OperationError } from '../kernel/errors.ts'
import type { ColumnFilter, PageRequest } from '../kernel/page.ts'
import { fold } from '../kernel/turkish.ts'

/** How one column of a list is found in the database. */
export type ListColumn = {
  /** What is compared and, without `sort`, ordered by. */
  readonly value: RawBuilder<unknown>
  /** A sort key, where plain order is not Turkish order. */
  readonly sort?: RawBuilder<unknown>
  /** A folded search key, where the column is searched as text. */
  readonly search?: RawBuilder<unknown>
}

export type ListColumns = Readonly<Record<string, ListColumn>>

// biome-ignore lint/suspicious/noExplicitAny: kysely's builders are generic over every table of a query
type Query<O> = SelectQueryBuilder<any, any, O>

const likeSigns = /[\\%_]/g

const contains = (key: RawBuilder<unknown>, text: string): RawBuilder<boolean> =>
  sql<boolean>`${key} like ${`%${text.replace(likeSigns, '\\$&')}%`} escape '\\'`

/** Conditions of a page request; a column that the list does not have is refused as malformed input. */
export function applyFilters<O>(
  query: Query<O>,
  page: PageRequest,
  columns: ListColumns,
  searchKey?: RawBuilder<unknown>,
): Query<O> {
  let filtered = query
  for (const [name, filter] of Object.entries(page.filter))
    filtered = filtered.where(conditionOf(columnOf(columns, name), filter))
  if (searchKey) {
    for (const word of fold(page.search).split(' ').filter(Boolean))
      filtered = filtered.where(contains(searchKey, word))
  }
  return filtered
}

/** Order, then the page; `tieBreak` (the id) makes the order total, so that pages neither repeat nor skip a row. */
export function applyPage<O>(
  query: Query<O>,
  page: PageRequest,
  columns: ListColumns,
  tieBreak: RawBuilder<unknown>,
): Query<O> {
  let ordered = query
  for (const { column, descending } of page.sort) {
    const { sort, value } = columnOf(columns, column)
    // Said in full, because the two databases put what is missing at different ends.
    ordered = ordered.orderBy(sort ?? value, (order) =>
      descending ? order.desc().nullsLast() : order.asc().nullsFirst(),
    )
  }
  return ordered
    .orderBy(tieBreak)
    .limit(Math.max(1, page.end - page.start))
    .offset(page.start)
}

/** How many rows a list has when a page of it came back shorter than asked for; undefined where only counting tells. */
export function totalFrom({ start, end }: PageRequest, rows: number): number | undefined {
  return rows < end - start && (rows > 0 || start === 0) ? start + rows : undefined
}

/** The page, and how many rows the filters leave; they are counted only where the page does not tell. */
export async function fetchPage<O>(
  base: Query<O>,
  page: PageRequest,
  columns: ListColumns,
  options: { readonly searchKey?: RawBuilder<unknown>; readonly tieBreak: RawBuilder<unknown> },
): Promise<{ rows: O[]; total: number }> {
  const filtered = applyFilters(base, page, columns, options.searchKey)
  const rows = await applyPage(filtered, page, columns, options.tieBreak).execute()
  const total = totalFrom(page, rows.length)
  if (total !== undefined) return { rows: rows as O[], total }
  const counted = await filtered
    .clearSelect()
    .clearOrderBy()
    // biome-ignore lint/suspicious/noExplicitAny: the builder's tables are not known here
    .select((build: ExpressionBuilder<any, any>) => build.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows as O[], total: Number((counted as { total: number | string }).total) }
}

function columnOf(columns: ListColumns, name: string): ListColumn {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined
  if (!column) throw new OperationError('INVALID_INPUT', { issues: [{ path: name, problem: 'unknown column' }] })
  return column
}

function conditionOf({ value, search }: ListColumn, filter: ColumnFilter): RawBuilder<boolean> {
  switch (filter.kind) {
    case 'contains':
      return contains(search ?? value, search ? fold(filter.text) : filter.text)
    case 'oneOf': {
      const present = filter.values.filter((item) => item !== null)
      const listed = present.length > 0 ? sql<boolean>`${value} in (${sql.join(present)})` : sql<boolean>`1 = 0`
      return filter.values.includes(null) ? sql<boolean>`(${listed} or ${value} is null)` : listed
    }
    case 'between': {
      const from = filter.from === undefined ? sql<boolean>`1 = 1` : sql<boolean>`${value} >= ${filter.from}`
      return filter.to === undefined ? from : sql<boolean>`(${from} and ${value} <= ${filter.to})`
    }
    case 'empty':
      return filter.empty
        ? sql<boolean>`(${value} is null or ${value} = '')`
        : sql<boolean>`(${value} is not null and ${value} <> '')`
  }
}
