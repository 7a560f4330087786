import { CompiledQuery, sql } from 'kysely'
import type { RecordedColumns } from '../database/recorded-columns.ts'
import { type RecordedTable, syncedTables } from '../database/schema.ts'
import { textOf } from '../database/statement.ts'
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
  return inPieces(ids, async (some, mostly) => {
    const text = textOf(db, `rows ${table} ${mostly.length}`, () =>
      db.selectFrom(table).selectAll().where('id', 'in', mostly),
    )
    return (await db.executeQuery<AnyRow>(CompiledQuery.raw(text, [...some]))).rows
  })
}

/** Which of some ids are there. */
export async function idsThere(db: Reader, table: RecordedTable, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await inPieces(ids, async (some, mostly) => {
    const text = textOf(db, `ids ${table} ${mostly.length}`, () =>
      db.selectFrom(table).select('id').where('id', 'in', mostly),
    )
    return (await db.executeQuery<{ id: string }>(CompiledQuery.raw(text, [...some]))).rows
  })
  return new Set(rows.map(({ id }) => id))
}

const few = [...Array(8).keys()].map(String)
const many = [...Array(idsAtOnce).keys()].map(String)

/**
 * Asks for some ids a bounded number at a time. The last piece is filled up with an id of its own, so that there are two texts
 * to write and prepare and not one for every number of ids.
 */
async function inPieces<T>(
  ids: readonly string[],
  ask: (some: readonly string[], places: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const found: T[] = []
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const some = ids.slice(at, at + idsAtOnce)
    const places = some.length <= few.length ? few : many
    for (const row of await ask([...some, ...Array(places.length - some.length).fill(some[0])], places)) found.push(row)
  }
  return found
}

export const toValues = (columns: RecordedColumns, table: RecordedTable, row: AnyRow): Value[] =>
  columns[table].map((name) => row[name] ?? null)

/** Fails when a message has another number of values than the table has columns. */
export function fromValues(columns: RecordedColumns, table: RecordedTable, values: readonly Value[]): AnyRow {
  const names = columns[table]
  if (names.length !== values.length) throw new Error(`A row of ${table} came with ${values.length} values`)
  const row: Record<string, Value> = {}
  for (const [at, name] of names.entries()) row[name] = values[at] ?? null
  return row as AnyRow
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
