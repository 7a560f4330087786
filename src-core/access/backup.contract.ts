import { z } from 'zod'
import { longResult, query, upkeep } from '../kernel/operation.ts'
import { backupSchema } from './backup.ts'

const name = z.string().min(1).max(80)

export const backupContract = {
  /** Newest first. `dailyDue`: none was made yet on this day in Istanbul. */
  backups: query(['SA', 'TM', 'AU']).output(
    z.object({
      backups: z.array(backupSchema),
      dailyDue: z.boolean(),
      /** Entries in the log now, to see how much each backup lacks. */
      entries: z.number().int(),
    }),
  ),
  backUp: upkeep(['SA'], { long: true })
    .input(z.object({ kind: z.enum(['manual', 'daily']).default('manual') }))
    .output(longResult(backupSchema)),
  /** Reads a backup through without touching the store. */
  verifyBackup: query(['SA', 'TM', 'AU'], { long: true })
    .input(z.object({ name }))
    .output(
      longResult(
        z.object({
          /** False: its bytes are no longer those that were written, or the database in it is damaged. */
          intact: z.boolean(),
          entries: z.number().int(),
          rows: z.number().int(),
          /** Places where its log and its records part ways. */
          findings: z.number().int(),
        }),
      ),
    ),
  /**
   * Puts a backup in the store's place. Everything since is no longer there, the present database is set aside in the
   * store's folder, and everybody signs in again.
   */
  restoreBackup: upkeep(['SA']).input(z.object({ name })).output(z.object({})),
  /**
   * For a store that does not open: brings it back from a backup, or with null tries it as it is now. Nobody can sign in
   * to such a store; whoever can start the program beside its files may do this.
   */
  rescue: upkeep('anyone')
    .input(z.object({ backup: name.nullable() }))
    .output(z.object({})),
}
