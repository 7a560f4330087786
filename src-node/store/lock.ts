import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { OperationError } from '../../src-core/kernel/errors.ts'

/**
 * Takes a store folder for this process. The lock is an open exclusive transaction, so the operating system frees it
 * when the process ends in whatever way; a file with a process number in it would outlive a crash.
 */
export function lockStore(folder: string): { release(): void } {
  let lock: SQLite.Database | undefined
  try {
    lock = new SQLite(join(folder, 'in-use.lock'), { timeout: 0 })
    lock.pragma('journal_mode = delete')
    lock.exec('begin exclusive')
  } catch (error) {
    lock?.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) {
      throw new OperationError('STORE_FAILED', { problem: 'inUse', folder })
    }
    throw error
  }
  const held = lock
  return { release: () => held.close() }
}
