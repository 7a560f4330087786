import type { RecordedColumns } from '../database/recorded-columns.ts'
import { syncedTables } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { type Cursor, rowsInPage, type TableRows } from './protocol.ts'
import { type AnyRow, lastChange, toValues } from './rows.ts'

export type Place = { readonly table: string; readonly id: string }

export type ResetPage = { readonly tables: TableRows[]; readonly cursor: Cursor; readonly next: Place | null }

/**
 * All rows in the order of tables and ids, a page at a time. `cursor` is where the log stands: rows that change between this page
 * and a later one are found from the first page's cursor on.
 */
export async function pageOfRows(
  db: Reader,
  columns: RecordedColumns,
  after: Place | null,
  limit = rowsInPage,
): Promise<ResetPage> {
  const cursor: Cursor = { change: await lastChange(db), row: '' }
  const tables: TableRows[] = []
  let room = limit
  let from = after
  for (const table of syncedTables) {
    if (from && from.table !== table) continue
    const id = from?.id ?? ''
    from = null
    const found = await db.selectFrom(table).selectAll().where('id', '>', id).orderBy('id').limit(room).execute()
    const rows = found as unknown as readonly AnyRow[]
    if (rows.length > 0) tables.push({ table, rows: rows.map((row) => toValues(columns, table, row)) })
    room -= rows.length
    const last = rows.at(-1)
    if (room <= 0 && last) return { tables, cursor, next: { table, id: last.id } }
  }
  return { tables, cursor, next: null }
}
