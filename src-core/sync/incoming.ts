import type { RecordedColumns } from '../database/recorded-columns.ts'
import { type RecordedTable, syncedTables } from '../database/schema.ts'
import { textOf } from '../database/statement.ts'
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
  const text = textOf(db, 'keep incoming', () =>
    db
      .insertInto('syncIncoming')
      .values({ tableName: '', rowId: '', row: '' })
      .onConflict((conflict) =>
        conflict.columns(['tableName', 'rowId']).doUpdateSet((set) => ({ row: set.ref('excluded.row') })),
      ),
  )
  for (const { table: name, rows } of tables) {
    if (rows.length === 0) continue
    const table = syncedTable(name)
    if (!table) throw new Error(`Rows came for ${name}`)
    const names = columns[table]
    const at = names.indexOf('id')
    await bulk.run(
      text,
      rows.map((values) => {
        if (values.length !== names.length) throw new Error(`A row of ${table} came with ${values.length} values`)
        return [table, values[at], JSON.stringify(values)]
      }),
    )
  }
}

/** Commands whose rows came stand beside the rows, under a name that no table has. */
export const commandsName = '#commands'

export async function keepIncomingCommands({ db, bulk }: Transaction, commandIds: readonly string[]): Promise<void> {
  const text = textOf(db, 'keep incoming command', () =>
    db
      .insertInto('syncIncoming')
      .values({ tableName: '', rowId: '', row: '' })
      .onConflict((conflict) => conflict.columns(['tableName', 'rowId']).doNothing()),
  )
  await bulk.run(
    text,
    commandIds.map((id) => [commandsName, id, '']),
  )
}

/** The ids of those commands, for a statement that looks among them. */
export const incomingCommands = (db: Reader) =>
  db.selectFrom('syncIncoming').select('rowId').where('tableName', '=', commandsName)

/** Every SHA-256 that stands in a text by itself. */
export const hashesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g)].map(([hash]) => hash)),
]

/** All rows that were kept aside, in the order of tables, in pieces; or those alone of which there is one already. */
export async function* incomingRows(
  db: Reader,
  columns: RecordedColumns,
  which: 'all' | 'there' = 'all',
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
        .$if(which === 'there', (query) => query.where('rowId', 'in', db.selectFrom(table).select('id')))
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

/** Whether anything is kept aside. */
export const anyIncoming = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom('syncIncoming').select('rowId').limit(1).executeTakeFirst()) !== undefined

export const clearIncoming = (db: Reader) => db.deleteFrom('syncIncoming').execute()
