import type { RecordedColumns } from '../database/recorded-columns.ts'
import { type RecordedTable, syncedTables } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/store.ts'
import type { TableRows } from './protocol.ts'
import { type AnyRow, fromValues, syncedTable } from './rows.ts'

const rowsAtOnce = 2000

/** Keeps rows aside until all have come; a row that comes again replaces the earlier one. */
export async function keepIncoming(
  { db, bulk }: Transaction,
  columns: RecordedColumns,
  tables: readonly TableRows[],
): Promise<void> {
  const statement = db
    .insertInto('syncIncoming')
    .values({ tableName: '', rowId: '', row: '' })
    .onConflict((conflict) =>
      conflict.columns(['tableName', 'rowId']).doUpdateSet((set) => ({ row: set.ref('excluded.row') })),
    )
    .compile()
  for (const { table: name, rows } of tables) {
    if (rows.length === 0) continue
    const table = syncedTable(name)
    if (!table) throw new Error(`Rows came for ${name}`)
    const at = columns[table].indexOf('id')
    await bulk.run(
      statement.sql,
      rows.map((values) => [table, fromValues(columns, table, values).id ?? values[at], JSON.stringify(values)]),
    )
  }
}

/** Commands whose rows came stand beside the rows, under a name that no table has. */
export const commandsName = '#commands'

export async function keepIncomingCommands({ db, bulk }: Transaction, commandIds: readonly string[]): Promise<void> {
  const statement = db
    .insertInto('syncIncoming')
    .values({ tableName: '', rowId: '', row: '' })
    .onConflict((conflict) => conflict.columns(['tableName', 'rowId']).doNothing())
    .compile()
  await bulk.run(
    statement.sql,
    commandIds.map((id) => [commandsName, id, '']),
  )
}

export async function incomingCommands(db: Reader): Promise<readonly string[]> {
  const rows = await db.selectFrom('syncIncoming').select('rowId').where('tableName', '=', commandsName).execute()
  return rows.map((row) => row.rowId)
}

/** Hashes that occur in rows that came; some of them name files. */
export async function incomingHashes(db: Reader): Promise<readonly string[]> {
  const rows = await db.selectFrom('syncIncoming').select('row').where('tableName', '!=', commandsName).execute()
  return [...new Set(rows.flatMap(({ row }) => hashesIn(row)))]
}

/** Every SHA-256 that stands in a text by itself. */
export const hashesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g)].map(([hash]) => hash)),
]

/** All rows that were kept aside, in the order of tables, in pieces. */
export async function* incomingRows(
  db: Reader,
  columns: RecordedColumns,
): AsyncGenerator<{ readonly table: RecordedTable; readonly rows: readonly AnyRow[] }> {
  const kept = await db.selectFrom('syncIncoming').select('tableName').distinct().execute()
  const names = new Set(kept.map(({ tableName }) => tableName))
  for (const table of syncedTables) {
    if (!names.has(table)) continue
    let after = ''
    for (;;) {
      const found = await db
        .selectFrom('syncIncoming')
        .select(['rowId', 'row'])
        .where('tableName', '=', table)
        .where('rowId', '>', after)
        .orderBy('rowId')
        .limit(rowsAtOnce)
        .execute()
      if (found.length > 0) yield { table, rows: found.map(({ row }) => fromValues(columns, table, JSON.parse(row))) }
      const last = found.at(-1)
      if (!last || found.length < rowsAtOnce) break
      after = last.rowId
    }
  }
}

export const clearIncoming = (db: Reader) => db.deleteFrom('syncIncoming').execute()
