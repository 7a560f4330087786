import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { schemaVersion } from '../../src-core/database/migrations/index.ts'
import { OperationError } from '../../src-core/kernel/errors.ts'
import { backupFile, inspect, readManifest } from './backup.ts'
import { exists, hashFile, syncFolder, writeWhole } from './durable.ts'
import { type Head, readHead, saveHead } from './head.ts'
import { versionOf } from './migrate.ts'
import { promoteMarks } from './number-marks.ts'

/** What a restore has to do, noted before the first file is moved, so that a crash in between is finished at the next start. */
type Plan = { readonly aside: string; readonly head: Head }

const planFile = (folder: string) => join(folder, 'restore.json')
const freshFile = (databaseFile: string) => `${databaseFile}.restored`

/**
 * Puts a backup in the place of a store that nobody has open. Refused, with everything left as it was, when its bytes are
 * not those that were written, when it is damaged, of a later program, or of another store.
 */
export async function restoreBackup(folder: string, name: string, databaseFile: string, now: Date): Promise<void> {
  const manifest = await readManifest(folder, name)
  if (!manifest) throw new OperationError('NOT_FOUND', { entity: 'backup', id: name })
  const source = backupFile(folder, name)
  if ((await hashFile(source)) !== manifest.sha256)
    throw new OperationError('STORE_FAILED', { problem: 'damaged', folder })
  await restoreFile(folder, source, databaseFile, now)
}

/** The same with any database file, for instance a copy that an IT department kept elsewhere. */
export async function restoreFile(folder: string, source: string, databaseFile: string, now: Date): Promise<void> {
  const fresh = freshFile(databaseFile)
  await rm(fresh, { force: true })
  try {
    await copyFile(source, fresh)
    const head = inspect(fresh)
    await refuseUnfit(folder, fresh, head)
    await promoteMarks(folder, databaseFile, now)
    const aside = `replaced-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z`
    await writeWhole(planFile(folder), JSON.stringify({ aside, head } satisfies Plan))
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
  await finishRestore(folder, databaseFile)
}

async function refuseUnfit(folder: string, fresh: string, { storeId }: Head): Promise<void> {
  const present = await readHead(folder)
  if (present && present.storeId !== storeId) throw new OperationError('RULE_BROKEN', { rule: 'backupOfOtherStore' })
  const db = new Kysely<never>({
    dialect: new SqliteDialect({ database: new SQLite(fresh, { readonly: true }) }),
  })
  try {
    if ((await versionOf(db)) > schemaVersion) throw new OperationError('STORE_FAILED', { problem: 'newer', folder })
  } finally {
    await db.destroy()
  }
}

/**
 * Does what a noted restore has still to do; nothing when none was noted. The present database is set aside with its
 * `-wal` and `-shm`: beside the restored file SQLite would replay another database's pages into it.
 */
export async function finishRestore(folder: string, databaseFile: string): Promise<void> {
  const plan = await readPlan(folder)
  if (!plan) return
  const fresh = freshFile(databaseFile)
  if (await exists(fresh)) {
    const aside = join(folder, plan.aside)
    await mkdir(aside, { recursive: true })
    for (const suffix of ['', '-wal', '-shm']) {
      if (await exists(`${databaseFile}${suffix}`))
        await rename(`${databaseFile}${suffix}`, join(aside, `akademi.db${suffix}`))
    }
    await rename(fresh, databaseFile)
    await syncFolder(folder)
  }
  await saveHead(folder, plan.head)
  await rm(planFile(folder), { force: true })
}

async function readPlan(folder: string): Promise<Plan | undefined> {
  const text = await readFile(planFile(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : (JSON.parse(text) as Plan)
}
