import { type RecordedTable, recordedTables } from './schema.ts'
import type { Reader } from './store.ts'

/** Column names of every recorded table in name order, read from the database itself. */
export type RecordedColumns = Readonly<Record<RecordedTable, readonly string[]>>

export async function readRecordedColumns(db: Reader): Promise<RecordedColumns> {
  const tables = await db.introspection.getTables()
  const byName = new Map(tables.map((table) => [table.name, table.columns.map((column) => column.name).sort()]))
  return Object.fromEntries(recordedTables.map((name) => [name, byName.get(name) ?? []])) as unknown as RecordedColumns
}
