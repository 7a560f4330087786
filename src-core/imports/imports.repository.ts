import { sql } from 'kysely'
import { referencesTo } from '../database/references.ts'
import type { ImportBatchTable, RecordedTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

type Values = Record<string, unknown>

/** Ids of the rows a command created in one table: still as created, and changed or deleted since. */
export async function createdRows(db: Reader, table: RecordedTable, commandId: string) {
  const untouched: string[] = []
  const changedSince: string[] = []
  const runs = await db
    .selectFrom('commandChange')
    .select(['rowId', 'lastRowId'])
    .where('commandId', '=', commandId)
    .where('tableName', '=', table)
    .where('kind', '=', 'insert')
    .execute()
  for (const { rowId, lastRowId } of runs) {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'rowVersion', 'deletedAt'])
      .where('id', '>=', rowId)
      .where('id', '<=', lastRowId ?? rowId)
      .execute()
    for (const row of rows) {
      if (row.rowVersion === 1) untouched.push(row.id)
      else if (row.deletedAt === null) changedSince.push(row.id)
    }
  }
  return { untouched, changedSince }
}

/** What rows held before a command changed them, where the command's change is still the last one. */
export async function earlierValues(db: Reader, table: RecordedTable, commandId: string) {
  // Every recorded table has the columns read here; one name stands for all so that the query has one type.
  const anyTable = table as 'needLine'
  const changes = await db
    .selectFrom('commandChange as change')
    .innerJoin(`${anyTable} as row`, 'row.id', 'change.rowId')
    .select([
      'change.rowId as id',
      'change.before as before',
      'change.rowVersion as rowVersion',
      'row.rowVersion as present',
    ])
    .where('change.commandId', '=', commandId)
    .where('change.tableName', '=', table)
    .where('change.kind', '<>', 'insert')
    .orderBy('change.seq', 'desc')
    .execute()
  const rows = new Map<string, Values>()
  const changedSince = new Set<string>()
  for (const { id, before, rowVersion, present } of changes) {
    const known = rows.get(id)
    if (known) Object.assign(known, JSON.parse(before ?? '{}'))
    else if (present === rowVersion) rows.set(id, JSON.parse(before ?? '{}'))
    else changedSince.add(id)
  }
  return { rows: [...rows].map(([id, patch]) => ({ id, patch })), changedSince: [...changedSince] }
}

/** Those of the rows that a live row of another table still names. */
export async function stillNamed(
  db: Reader,
  table: RecordedTable,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  for (const reference of referencesTo[table] ?? []) {
    for (let from = 0; from < ids.length; from += 500) {
      const column = sql<string>`${sql.ref(reference.column)}`
      const rows = await db
        .selectFrom(reference.table)
        .select(column.as('id'))
        .distinct()
        .where(column, 'in', ids.slice(from, from + 500))
        .where('deletedAt', 'is', null)
        .execute()
      for (const row of rows) named.add(row.id)
    }
  }
  return named
}

export const batchById = (db: Reader, id: string) =>
  db.selectFrom('importBatch').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

/** The newest first. */
export const batches = (db: Reader): Promise<ImportBatchTable[]> =>
  db.selectFrom('importBatch').selectAll().where('deletedAt', 'is', null).orderBy('id', 'desc').limit(1000).execute()

/** What somebody brought into a cycle, the newest first. */
export const batchesBy = (db: Reader, actorId: string, cycleId: string): Promise<ImportBatchTable[]> =>
  db
    .selectFrom('importBatch')
    .selectAll()
    .where('createdBy', '=', actorId)
    .where('cycleId', '=', cycleId)
    .where('kind', '=', 'needs')
    .where('deletedAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()

/** An earlier import of the same bytes that still stands. */
export const standingBatchOf = (db: Reader, kind: string, fileHash: string) =>
  db
    .selectFrom('importBatch')
    .selectAll()
    .where('kind', '=', kind as ImportBatchTable['kind'])
    .where('fileHash', '=', fileHash)
    .where('state', '=', 'COMMITTED')
    .where('deletedAt', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()

export const mappingOf = (db: Reader, kind: string, fingerprint: string) =>
  db
    .selectFrom('importMapping')
    .selectAll()
    .where('kind', '=', kind)
    .where('fingerprint', '=', fingerprint)
    .where('deletedAt', 'is', null)
    .orderBy('updatedAt', 'desc')
    .executeTakeFirst()
