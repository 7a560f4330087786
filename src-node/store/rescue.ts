import { join } from 'node:path'
import type { BackupInfo } from '../../src-core/kernel/ports.ts'
import { listBackups } from './backup.ts'
import { lockStore } from './lock.ts'
import { databaseFile, openStore } from './open-store.ts'
import { restoreBackup, restoreFile } from './restore.ts'
import { explainSqliteError } from './sqlite-errors.ts'

/** What a store that does not open can still be brought back from. */
export type RescueSource = { readonly backup: string } | { readonly file: string }

/** Backups of a store that need not open, newest first. */
export const backupsIn = (folder: string): Promise<readonly BackupInfo[]> => listBackups(folder)

/**
 * Brings a store that nobody has open back from one of its backups or from a database file kept elsewhere, and opens it
 * once to be sure. What was there is set aside in the folder, never deleted.
 */
export async function rescueStore(folder: string, source: RescueSource, now: Date): Promise<{ entries: number }> {
  const file = join(folder, databaseFile)
  try {
    const lock = lockStore(folder)
    try {
      if ('backup' in source) await restoreBackup(folder, source.backup, file, now)
      else await restoreFile(folder, source.file, file, now)
    } finally {
      lock.release()
    }
  } catch (error) {
    throw explainSqliteError(error, folder) ?? error
  }
  const { store, close } = await openStore(folder, now)
  try {
    const last = await store.read((db) =>
      db.selectFrom('commandLog').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst(),
    )
    return { entries: last?.seq ?? 0 }
  } finally {
    await close()
  }
}
