import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { readRecordedColumns } from '../../src-core/database/recorded-columns.ts'
import type { Database } from '../../src-core/database/schema.ts'
import { verifyStore } from '../../src-core/database/verify.ts'
import type { CallOptions } from '../../src-core/kernel/context.ts'
import { isOperationError, OperationError } from '../../src-core/kernel/errors.ts'
import type { BackupCheck } from '../../src-core/kernel/ports.ts'
import { backupFile, readManifest } from './backup.ts'
import { hashFile } from './durable.ts'
import { explainSqliteError } from './sqlite-errors.ts'

const damaged: BackupCheck = { intact: false, entries: 0, rows: 0, findings: 0 }

/** Reads a backup through: its bytes against its manifest, SQLite's own check, the chain and the sums of its log. */
export async function checkBackup(folder: string, name: string, options: CallOptions): Promise<BackupCheck> {
  const manifest = await readManifest(folder, name)
  if (!manifest) throw new OperationError('NOT_FOUND', { entity: 'backup', id: name })
  const file = backupFile(folder, name)
  options.report?.({ stage: 'checkBackup', done: 0, total: 0 })
  if ((await hashFile(file)) !== manifest.sha256) return damaged
  const database = new SQLite(file, { readonly: true })
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database }) })
  try {
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') return damaged
    const { entries, rows, findings, head } = await verifyStore(db, await readRecordedColumns(db), options)
    const agrees = entries === 0 || head === manifest.hash
    return { intact: agrees, entries, rows, findings: findings.length }
  } catch (error) {
    if (isOperationError(error) || explainSqliteError(error)?.data === undefined) throw error
    return damaged
  } finally {
    database.close()
  }
}
