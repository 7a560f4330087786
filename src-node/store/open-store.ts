import { randomBytes } from 'node:crypto'
import { access, constants, mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { schemaVersion } from '../../src-core/database/migrations/index.ts'
import { type RecordedColumns, readRecordedColumns } from '../../src-core/database/recorded-columns.ts'
import type { Store } from '../../src-core/database/store.ts'
import { OperationError } from '../../src-core/kernel/errors.ts'
import { uuidV7 } from '../../src-core/kernel/ids.ts'
import type { Backups, FileStore } from '../../src-core/kernel/ports.ts'
import { backUp, listBackups } from './backup.ts'
import { checkBackup } from './check-backup.ts'
import { exists } from './durable.ts'
import { openFileStore } from './file-store.ts'
import { follows, headOf, readHead, saveHead } from './head.ts'
import { lockStore } from './lock.ts'
import { migrate, versionOf } from './migrate.ts'
import { endRest, noteRest, soundAtRest } from './rest.ts'
import { finishRestore, restoreBackup } from './restore.ts'
import { openSqlite, type SqliteStore } from './sqlite.ts'
import { explainSqliteError } from './sqlite-errors.ts'

export const databaseFile = 'akademi.db'

export type OpenedStore = {
  readonly store: Store
  readonly columns: RecordedColumns
  readonly files: FileStore
  readonly backups: Backups
  readonly folder: string
  close(): Promise<void>
}

export type OpenOptions = {
  /** Ends whatever else of this process has the database open, before a backup takes its place. */
  readonly beforeRestore?: () => Promise<void>
}

/**
 * Opens the academy's store in `folder`, making it when there is none. One process at a time; a damaged, newer or
 * unreadable store is refused with STORE_FAILED and left as it was.
 */
export async function openStore(folder: string, now: Date, options: OpenOptions = {}): Promise<OpenedStore> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw explainSqliteError(error, folder) ?? error
  }
  let lock: { release(): void } | undefined
  try {
    lock = lockStore(folder)
    const held = lock
    const file = join(folder, databaseFile)
    let { id, soundAt } = await prepare(folder, file, now)
    const store = openSqlite({ file, id })
    const columns = await store.read(readRecordedColumns)
    const close = async () => {
      try {
        await writeHead(folder, store).finally(store.close)
        await noteRest(folder, file, soundAt)
      } finally {
        held.release()
      }
    }
    const restore = (name: string, at: string) =>
      store.whileClosed(async () => {
        await options.beforeRestore?.()
        await restoreBackup(folder, name, file, new Date(at))
        soundAt = (await prepare(folder, file, new Date(at))).soundAt
      })
    return { ...parts(folder, store), columns, backups: backupsOf(folder, file, restore), close }
  } catch (error) {
    lock?.release()
    throw explainSqliteError(error, folder) ?? withFolder(error, folder)
  }
}

/** Opens a store that this process already holds, for one of its worker threads. */
export async function joinStore(folder: string): Promise<OpenedStore> {
  const known = await readHead(folder)
  const file = join(folder, databaseFile)
  const store = openSqlite({ file, id: known?.storeId ?? '' })
  const columns = await store.read(readRecordedColumns)
  const restore = () => Promise.reject(new Error('A backup is restored by the thread that opened the store'))
  return { ...parts(folder, store), columns, backups: backupsOf(folder, file, restore), close: () => store.close() }
}

const parts = (folder: string, store: SqliteStore) => ({ folder, store, files: openFileStore(join(folder, 'files')) })

const backupsOf = (folder: string, file: string, restore: Backups['restore']): Backups => ({
  list: () => listBackups(folder),
  create: (kind, now, options) => backUp(folder, file, { kind, now: new Date(now), ...options }),
  check: (name, options) => checkBackup(folder, name, options),
  restore,
})

/** Checks the file before anything writes to it and migrates it; gives the store's id and when the file was last read whole. */
async function prepare(folder: string, file: string, now: Date): Promise<{ id: string; soundAt: string }> {
  await finishRestore(folder, file)
  const known = await readHead(folder)
  const there = await exists(file)
  if (known && !there) throw new OperationError('STORE_FAILED', { problem: 'missing', folder })
  const empty = there && (await stat(file)).size === 0
  if (known && empty) throw new OperationError('STORE_FAILED', { problem: 'damaged', folder })
  const soundAt = there && !empty ? await soundAtRest(folder, file, now) : undefined
  if (there && !empty) await inspectUntouched(folder, file, now, soundAt === undefined)
  await endRest(folder)
  const database = new SQLite(file, { timeout: 5000 })
  try {
    database.pragma('journal_mode = wal')
    database.pragma('synchronous = full')
    database.pragma('foreign_keys = on')
    await migrate(over(database), 'sqlite', now.toISOString())
    const id = identify(database, now)
    const head = headOf(database)
    if (head) await saveHead(folder, head)
    return { id, soundAt: soundAt ?? now.toISOString() }
  } finally {
    database.close()
  }
}

/** Everything that can be refused is refused here, over a connection that cannot write; then the backup before a migration. */
async function inspectUntouched(folder: string, file: string, now: Date, whole: boolean): Promise<void> {
  const sideFiles = [`${file}-wal`, `${file}-shm`]
  const absent = (await Promise.all(sideFiles.map(exists))).map((there) => !there)
  const database = new SQLite(file, { readonly: true, timeout: 5000 })
  try {
    if (whole && database.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new OperationError('STORE_FAILED', { problem: 'damaged', folder })
    const version = await versionOf(over(database))
    if (version > schemaVersion) throw new OperationError('STORE_FAILED', { problem: 'newer', folder })
    const known = await readHead(folder)
    if (known && !follows(database, known)) throw new OperationError('STORE_FAILED', { problem: 'replaced', folder })
    // A first start that was cut off leaves a database without a table; one with tables but no version is none of ours.
    const tables = database.prepare("select count(*) as n from sqlite_schema where name not like 'sqlite%'").get()
    if (version === 0 && (tables as { n: number }).n > 0)
      throw new OperationError('STORE_FAILED', { problem: 'damaged', folder })
    // A first start that was cut off between two migrations has no store yet that could be saved.
    if (version > 0 && version < schemaVersion && headOf(database))
      await backUp(folder, file, { kind: 'migration', now })
  } finally {
    database.close()
    // Even a reading connection makes these two and leaves them; whoever looks at a refused folder shall find it as it was.
    for (const [at, path] of sideFiles.entries()) if (absent[at]) await rm(path, { force: true })
  }
}

const over = (database: SQLite.Database) => new Kysely<never>({ dialect: new SqliteDialect({ database }) })

function identify(database: SQLite.Database, now: Date): string {
  const known = headOf(database)
  if (known) return known.storeId
  const id = uuidV7(now.getTime(), randomBytes(10))
  database.prepare("insert into storeInfo (key, value) values ('storeId', ?)").run(id)
  return id
}

async function writeHead(folder: string, store: Store): Promise<void> {
  const last = await store.read((db) =>
    db.selectFrom('commandLog').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst(),
  )
  await saveHead(folder, { storeId: store.id, seq: last?.seq ?? 0, hash: last?.hash ?? '' })
}

const withFolder = (error: unknown, folder: string): unknown =>
  error instanceof OperationError && error.code === 'STORE_FAILED'
    ? new OperationError('STORE_FAILED', { ...(error as OperationError<'STORE_FAILED'>).data, folder })
    : error
