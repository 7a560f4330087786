import { sql } from 'kysely'
import type { RecordedColumns } from '../database/recorded-columns.ts'
import { type RecordedTable, syncedTables } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Head, Sums, Value } from './protocol.ts'

export type AnyRow = Readonly<Record<string, Value>> & { readonly id: string }

const idsAtOnce = 400

const synced = new Set<string>(syncedTables)

/** A table's name as it came in a message; nothing for one that is not carried. */
export const syncedTable = (name: string): RecordedTable | undefined =>
  synced.has(name) ? (name as RecordedTable) : undefined

/** The rows with some ids, in no order. */
export async function rowsByIds(db: Reader, table: RecordedTable, ids: readonly string[]): Promise<readonly AnyRow[]> {
  const rows: AnyRow[] = []
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const some = ids.slice(at, at + idsAtOnce)
    rows.push(...((await db.selectFrom(table).selectAll().where('id', 'in', some).execute()) as unknown as AnyRow[]))
  }
  return rows
}

export const toValues = (columns: RecordedColumns, table: RecordedTable, row: AnyRow): Value[] =>
  columns[table].map((name) => row[name] ?? null)

/** Fails when a message has another number of values than the table has columns. */
export function fromValues(columns: RecordedColumns, table: RecordedTable, values: readonly Value[]): AnyRow {
  const names = columns[table]
  if (names.length !== values.length) throw new Error(`A row of ${table} came with ${values.length} values`)
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? null])) as AnyRow
}

/** What the carried tables sum to. */
export async function sumsOf(db: Reader): Promise<Sums> {
  const rows = await db.selectFrom('tableSum').selectAll().execute()
  const synced = rows.filter(({ tableName, count }) => count > 0 && syncedTable(tableName))
  return Object.fromEntries(synced.map(({ tableName, ...sum }) => [tableName, sum]))
}

/** Tables on which two stores do not agree. */
export const disagreeing = (mine: Sums, theirs: Sums): readonly string[] =>
  syncedTables.filter(
    (table) => (mine[table]?.count ?? 0) !== (theirs[table]?.count ?? 0) || mine[table]?.sum !== theirs[table]?.sum,
  )

/** The end of a store's log. */
export async function headOf(db: Reader): Promise<Head> {
  const last = await db
    .selectFrom('commandLog')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { entry: last?.seq ?? 0, hash: last?.hash ?? '' }
}

/** Whether a log has this entry with this link. */
export async function hasHead(db: Reader, { entry, hash }: Head): Promise<boolean> {
  if (entry === 0) return true
  const found = await db.selectFrom('commandLog').select('hash').where('seq', '=', entry).executeTakeFirst()
  return found?.hash === hash
}

/** The newest change of a store's log. */
export async function lastChange(db: Reader): Promise<number> {
  const { rows } = await sql<{
    last: number | null
  }>`select max("seq") as "last" from "commandChange"`.execute(db)
  return Number(rows[0]?.last ?? 0)
}
