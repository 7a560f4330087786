import type { CommandCall } from '../database/dispatcher.ts'
import type { ImportBatchTable } from '../database/schema.ts'
import { breaksRule } from '../kernel/errors.ts'
import { undoCommand } from './undo.ts'

/** Days within which an import can be taken back (product: Excel workbooks). */
const undoDays = 30

/** The last instant at which an import can be taken back. */
export const undoableUntil = (batch: Pick<ImportBatchTable, 'createdAt'>): string =>
  new Date(Date.parse(batch.createdAt) + undoDays * 24 * 60 * 60 * 1000).toISOString()

/** Takes an import back, except rows changed since, and notes that. Who may do so has been asked before. */
export async function takeBackImport(
  { write, now, commandId }: Pick<CommandCall<unknown>, 'write' | 'now' | 'commandId'>,
  batch: ImportBatchTable,
) {
  if (batch.state !== 'COMMITTED') breaksRule('importNotCommitted')
  if (undoableUntil(batch) < now) breaksRule('importTooOld', { days: undoDays })
  const result = await undoCommand(write, batch.commandId)
  await write.update('importBatch', batch.id, {
    state: result.kept.length === 0 ? 'UNDONE' : 'PARTLY_UNDONE',
    undoCommandId: commandId,
    report: JSON.stringify({ ...JSON.parse(batch.report), kept: result.kept.slice(0, 1000) }),
  })
  return { ...result, kept: [...result.kept] }
}
