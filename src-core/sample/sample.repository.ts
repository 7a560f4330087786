import { type RecordedTable, recordedTables } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** Whether the store holds anything at all. */
export async function anyRows(db: Reader): Promise<boolean> {
  for (const table of recordedTables as readonly RecordedTable[]) {
    if (await db.selectFrom(table).select('id').limit(1).executeTakeFirst()) return true
  }
  return false
}
