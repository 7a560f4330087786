import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { OperationError } from '../../src-core/kernel/errors.ts'
import { sha256 } from '../../src-core/kernel/hash.ts'

export type Backup = {
  readonly name: string
  readonly at: string
  readonly bytes: number
  readonly storeId: string
  readonly seq: number
}

type Manifest = Backup & { readonly sha256: string; readonly hash: string }

const keep = 14

const backupsOf = (folder: string) => join(folder, 'backups')

/**
 * Copies a live store through SQLite's backup API (a plain copy of the file would lose what is still in the `-wal`),
 * checks the copy, and only then gives it its name. The fourteen newest are kept.
 */
export async function backUp(database: SQLite.Database, folder: string, label: string, now: Date): Promise<Backup> {
  const backups = backupsOf(folder)
  await mkdir(backups, { recursive: true })
  const name = `${now.toISOString().slice(0, 19).replaceAll(':', '')}Z-${label}`
  const aside = join(backups, `${name}.part`)
  await rm(aside, { force: true })
  await database.backup(aside)
  const facts = inspect(aside)
  const bytes = await readFile(aside)
  const manifest: Manifest = { name, at: now.toISOString(), bytes: bytes.length, sha256: sha256(bytes), ...facts }
  await writeWhole(join(backups, `${name}.json`), JSON.stringify(manifest, null, 2))
  await rename(aside, join(backups, `${name}.db`))
  await dropOldest(folder)
  return manifest
}

/** Opens a copy on its own, checks it and reads where its log ends. Refuses a damaged one. */
function inspect(file: string): { storeId: string; seq: number; hash: string } {
  const copy = new SQLite(file)
  try {
    // A backup is one file: its journal must not need a second one beside it.
    copy.pragma('journal_mode = delete')
    const check = copy.pragma('integrity_check', { simple: true })
    if (check !== 'ok') throw new OperationError('STORE_FAILED', { problem: 'damaged' })
    const info = copy.prepare("select value from storeInfo where key = 'storeId'").get() as
      | { value: string }
      | undefined
    const last = copy.prepare('select seq, hash from commandLog order by seq desc limit 1').get() as
      | { seq: number; hash: string }
      | undefined
    return { storeId: info?.value ?? '', seq: last?.seq ?? 0, hash: last?.hash ?? '' }
  } finally {
    copy.close()
  }
}

/** Backups of a store, newest first; a copy without its manifest is not one. */
export async function listBackups(folder: string): Promise<readonly Backup[]> {
  const names = await readdir(backupsOf(folder)).catch((): string[] => [])
  const found: Backup[] = []
  for (const name of names.filter((entry) => entry.endsWith('.json'))) {
    const manifest = JSON.parse(await readFile(join(backupsOf(folder), name), 'utf8')) as Manifest
    if (!names.includes(`${manifest.name}.db`)) continue
    const { at, bytes, storeId, seq } = manifest
    found.push({ name: manifest.name, at, bytes, storeId, seq })
  }
  return found.sort((a, b) => b.name.localeCompare(a.name))
}

/**
 * Puts a backup in the store's place. The store must be closed. The present database is set aside with its `-wal`, never
 * deleted; no `-wal` or `-shm` may stand beside the restored file, or SQLite would replay another database's pages into it.
 */
export async function restoreBackup(
  folder: string,
  name: string,
  databaseFile: string,
  now: Date,
): Promise<Backup & { hash: string }> {
  const manifest = JSON.parse(await readFile(join(backupsOf(folder), `${name}.json`), 'utf8')) as Manifest
  const bytes = await readFile(join(backupsOf(folder), `${name}.db`))
  if (sha256(bytes) !== manifest.sha256) throw new OperationError('STORE_FAILED', { problem: 'damaged', folder })
  const target = join(folder, databaseFile)
  const aside = join(folder, `replaced-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z`)
  await mkdir(aside, { recursive: true })
  const fresh = `${target}.restored`
  await writeWhole(fresh, bytes)
  inspect(fresh)
  for (const suffix of ['', '-wal', '-shm']) {
    await rename(`${target}${suffix}`, join(aside, `${databaseFile}${suffix}`)).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      },
    )
  }
  await rename(fresh, target)
  return manifest
}

async function dropOldest(folder: string): Promise<void> {
  const all = await listBackups(folder)
  for (const { name } of all.slice(keep)) {
    await rm(join(backupsOf(folder), `${name}.db`), { force: true })
    await rm(join(backupsOf(folder), `${name}.json`), { force: true })
  }
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const aside = `${path}.new`
  const file = await open(aside, 'w')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
}
