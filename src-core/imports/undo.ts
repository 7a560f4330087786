import { type RecordedTable, recordedTables } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { createdRows, earlierValues, stillNamed } from './imports.repository.ts'

/** A row that an undo left alone, because somebody changed or used it after the import. */
export type KeptRow = {
  readonly table: RecordedTable
  readonly id: string
  readonly because: 'changedSince' | 'usedSince'
}

export type UndoResult = { readonly removed: number; readonly restored: number; readonly kept: readonly KeptRow[] }

/** Rows about the import itself stay: they tell that it happened and that it was taken back. */
const about: readonly RecordedTable[] = ['importBatch', 'importMapping']

/**
 * Takes back what one command did: rows it created are deleted, values it changed get their earlier ones, each only
 * where nobody has changed the row since. Rows that others now name stay too; all that stay are listed.
 */
export async function undoCommand(write: Writer, commandId: string): Promise<UndoResult> {
  const kept: KeptRow[] = []
  const restored = await restoreChanged(write, commandId, kept)
  const removed = await removeCreated(write, commandId, kept)
  return { removed, restored, kept }
}

async function restoreChanged(write: Writer, commandId: string, kept: KeptRow[]): Promise<number> {
  let restored = 0
  for (const table of ofInterest()) {
    const { rows, changedSince } = await earlierValues(write.db, table, commandId)
    kept.push(...changedSince.map((id) => ({ table, id, because: 'changedSince' as const })))
    restored += await write.restoreMany(table, rows)
  }
  return restored
}

/** Children before parents, so that a parent whose children go with it is no longer named. */
async function removeCreated(write: Writer, commandId: string, kept: KeptRow[]): Promise<number> {
  let removed = 0
  for (const table of ofInterest()) {
    const { untouched, changedSince } = await createdRows(write.db, table, commandId)
    kept.push(...changedSince.map((id) => ({ table, id, because: 'changedSince' as const })))
    const named = await namedElsewhere(write.db, table, untouched)
    kept.push(...[...named].map((id) => ({ table, id, because: 'usedSince' as const })))
    removed += await write.removeMany(
      table,
      untouched.filter((id) => !named.has(id)),
    )
  }
  return removed
}

async function namedElsewhere(db: Reader, table: RecordedTable, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return ids.length === 0 ? new Set() : stillNamed(db, table, ids)
}

/** Recorded tables in the order in which references resolve, backwards. */
const ofInterest = (): readonly RecordedTable[] => recordedTables.filter((table) => !about.includes(table)).reverse()
