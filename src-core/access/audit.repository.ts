import { sql } from 'kysely'
import type { Database, Recorded, RecordedTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { officerNames } from './officer.repository.ts'
import { nameColumns, namedBy, references } from './record-fields.ts'

export type AnyRow = Recorded & Readonly<Record<string, string | number | null>>

/** A record whatever its table, also a removed one. */
export const rowOf = async (db: Reader, table: RecordedTable, id: string): Promise<AnyRow | undefined> =>
  (await db.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst()) as unknown as AnyRow | undefined

const logged = (db: Reader) =>
  db
    .selectFrom('commandChange as change')
    .innerJoin('commandLog as log', 'log.commandId', 'change.commandId')
    .select([
      'change.seq',
      'change.commandId',
      'change.kind',
      'change.count',
      'change.before',
      'change.after',
      'log.at',
      'log.actorId',
      'log.actorName',
      'log.operation',
    ])

/** Changes and removals of one record, oldest first. */
export const changesOf = (db: Reader, table: RecordedTable, id: string) =>
  logged(db)
    .where('change.tableName', '=', table)
    .where('change.kind', 'in', ['update', 'delete'])
    .where('change.rowId', '=', id)
    .orderBy('change.seq')
    .execute()

/**
 * The creation of one record. Many rows created together are noted as the run from the first id to the last; runs of two
 * commands of one millisecond may overlap, so the end of the id, which is the command's own, decides.
 */
export const creationOf = (db: Reader, table: RecordedTable, id: string) =>
  logged(db)
    .where('change.tableName', '=', table)
    .where('change.kind', '=', 'insert')
    .where('change.rowId', '<=', id)
    .where('change.rowId', '>=', id.slice(0, 13))
    .where((is) => is.or([is('change.rowId', '=', id), is('change.lastRowId', '>=', id)]))
    .where(sql`substr(change."rowId", 27)`, '=', id.slice(26))
    .orderBy('change.rowId', 'desc')
    .limit(1)
    .executeTakeFirst()

export type LoggedChange = Awaited<ReturnType<typeof changesOf>>[number]

/** Names of records for a reader, by table and id. Records without a name of their own are named by what they refer to. */
export async function namesOf(
  db: Reader,
  wanted: ReadonlyMap<RecordedTable, ReadonlySet<string>>,
): Promise<(table: RecordedTable, id: string) => string | null> {
  const known = new Map<string, string>()
  const keyOf = (table: RecordedTable, id: string) => `${table}:${id}`
  const borrowed = new Map<RecordedTable, Set<string>>()
  const borrowers: { readonly key: string; readonly of: readonly (readonly [RecordedTable, string])[] }[] = []
  for (const [table, ids] of wanted) {
    const own = nameColumns[table]
    const through = namedBy[table]
    if (table === 'account') {
      for (const [id, name] of await officerNames(db, [...ids])) known.set(keyOf(table, id), name)
      continue
    }
    if (!own && !through) continue
    for (const row of await rowsOf(db, table, [...ids], ['id', ...(own ?? through ?? [])])) {
      if (own) known.set(keyOf(table, String(row.id)), own.map((column) => row[column]).join(' '))
      else {
        const targets = (through ?? []).flatMap((column) => {
          const target = references[column]
          const id = row[column]
          return target && typeof id === 'string' ? [[target, id] as const] : []
        })
        for (const [target, id] of targets) borrowed.set(target, (borrowed.get(target) ?? new Set()).add(id))
        borrowers.push({ key: keyOf(table, String(row.id)), of: targets })
      }
    }
  }
  if (borrowers.length > 0) {
    const names = await namesOf(db, borrowed)
    for (const { key, of } of borrowers) {
      const parts = of.flatMap(([table, id]) => names(table, id) ?? [])
      if (parts.length > 0) known.set(key, parts.join(' · '))
    }
  }
  return (table, id) => known.get(keyOf(table, id)) ?? null
}

const chunk = 500

async function rowsOf(
  db: Reader,
  table: RecordedTable,
  ids: readonly string[],
  columns: readonly string[],
): Promise<readonly Readonly<Record<string, string | number | null>>[]> {
  const rows: Record<string, string | number | null>[] = []
  for (let at = 0; at < ids.length; at += chunk) {
    const some = await db
      .selectFrom(table)
      .select(columns as (keyof Database[typeof table] & string)[])
      .where('id', 'in', ids.slice(at, at + chunk))
      .execute()
    rows.push(...(some as unknown as Record<string, string | number | null>[]))
  }
  return rows
}
