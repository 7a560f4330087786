import { randomBytes } from 'node:crypto'
import { access, constants, mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { schemaVersion } from '../../src-core/database/migrations/index.ts'
import { type RecordedColumns, readRecordedColumns } from '../../src-core/database/recorded-columns.ts'
import type { Store } from '../../src-core/database/store.ts'
import { OperationError } from '../../src-core/kernel/errors.ts'
import { uuidV7 } from '../../src-core/kernel/ids.ts'
import type { FileStore } from '../../src-core/kernel/ports.ts'
import { backUp } from './backup.ts'
import { openFileStore } from './file-store.ts'
import { lockStore } from './lock.ts'
import { migrate, versionOf } from './migrate.ts'
import { openSqlite } from './sqlite.ts'
import { explainSqliteError } from './sqlite-errors.ts'

export const databaseFile = 'akademi.db'

export type OpenedStore = {
  readonly store: Store
  readonly columns: RecordedColumns
  readonly files: FileStore
  readonly folder: string
  close(): Promise<void>
}

/**
 * Opens the academy's store in `folder`, making it when there is none. One process at a time; a damaged, newer or
 * unreadable store is refused with STORE_FAILED and left as it was.
 */
export async function openStore(folder: string, now: Date): Promise<OpenedStore> {
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
    const id = await prepare(folder, file, now)
    const store = openSqlite({ file, id })
    const columns = await store.read(readRecordedColumns)
    const close = async () => {
      await writeHead(folder, store)
      await store.close()
      held.release()
    }
    return { store, columns, files: openFileStore(join(folder, 'files')), folder, close }
  } catch (error) {
    lock?.release()
    throw explainSqliteError(error, folder) ?? withFolder(error, folder)
  }
}

/** Opens a store that this process already holds, for one of its worker threads. */
export async function joinStore(folder: string): Promise<Omit<OpenedStore, 'close'> & { close(): Promise<void> }> {
  const known = await readHead(folder)
  const store = openSqlite({ file: join(folder, databaseFile), id: known?.storeId ?? '' })
  const columns = await store.read(readRecordedColumns)
  return { store, columns, files: openFileStore(join(folder, 'files')), folder, close: () => store.close() }
}

/** Checks the file before anything writes to it, migrates it, and gives the store's id. */
async function prepare(folder: string, file: string, now: Date): Promise<string> {
  const size = await stat(file).then(
    (info) => info.size,
    () => -1,
  )
  const head = await readHead(folder)
  if (size === 0 || (size === -1 && head)) throw new OperationError('STORE_FAILED', { problem: 'damaged', folder })
  const database = new SQLite(file, { timeout: 5000 })
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database }) })
  try {
    if (size > 0) {
      const check = database.pragma('quick_check(1)', { simple: true })
      if (check !== 'ok') throw new OperationError('STORE_FAILED', { problem: 'damaged', folder })
      const version = await versionOf(db)
      if (version > schemaVersion) throw new OperationError('STORE_FAILED', { problem: 'newer', folder })
      if (version < schemaVersion && version > 0) await backUp(database, folder, `before-${schemaVersion}`, now)
    }
    database.pragma('journal_mode = wal')
    database.pragma('foreign_keys = on')
    await migrate(db, 'sqlite', now.toISOString())
    const id = identify(database, now)
    if (head) checkHead(database, head, id, folder)
    await saveHead(folder, { storeId: id, ...headOf(database) })
    return id
  } finally {
    await db.destroy()
  }
}

type Head = { readonly storeId: string; readonly seq: number; readonly hash: string }

/**
 * Beside the database stands what its log last ended with. A database file or a `-wal` of another store, or of an
 * earlier day, passes SQLite's own check; it does not hold this entry.
 */
function checkHead(database: SQLite.Database, head: Head, id: string, folder: string): void {
  const entry = database.prepare('select hash from commandLog where seq = ?').get(head.seq) as
    | { hash: string }
    | undefined
  const same = id === head.storeId && (head.seq === 0 || entry?.hash === head.hash)
  if (!same) throw new OperationError('STORE_FAILED', { problem: 'damaged', folder })
}

function identify(database: SQLite.Database, now: Date): string {
  const known = database.prepare("select value from storeInfo where key = 'storeId'").get() as
    | { value: string }
    | undefined
  if (known) return known.value
  const id = uuidV7(now.getTime(), randomBytes(10))
  database.prepare("insert into storeInfo (key, value) values ('storeId', ?)").run(id)
  return id
}

const headOf = (database: SQLite.Database): Omit<Head, 'storeId'> =>
  (database.prepare('select seq, hash from commandLog order by seq desc limit 1').get() as
    | Omit<Head, 'storeId'>
    | undefined) ?? {
    seq: 0,
    hash: '',
  }

const headFile = (folder: string) => join(folder, 'head.json')

export async function readHead(folder: string): Promise<Head | undefined> {
  try {
    return JSON.parse(await readFile(headFile(folder), 'utf8')) as Head
  } catch {
    // Absent in a new folder; a half-written one cannot be, it is renamed into place.
    return undefined
  }
}

export async function saveHead(folder: string, head: Head): Promise<void> {
  const aside = `${headFile(folder)}.new`
  const file = await open(aside, 'w')
  try {
    await file.writeFile(JSON.stringify(head))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, headFile(folder))
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
