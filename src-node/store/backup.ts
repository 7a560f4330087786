import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import type { CallOptions } from '../../src-core/kernel/context.ts'
import { OperationError } from '../../src-core/kernel/errors.ts'
import type { BackupInfo, BackupKind } from '../../src-core/kernel/ports.ts'
import { hashFile, syncFolder, writeWhole } from './durable.ts'
import { type Head, headOf } from './head.ts'

/** What is known of a backup; stands beside it as JSON. */
export type Manifest = Omit<BackupInfo, 'entries'> & Head & { readonly sha256: string }

/** How many are kept; a backup is made each day. */
const keep = 14

/** Pages copied at once: 16 MB, so that a writer in between does not make the copy begin again for ever. */
const pagesAtOnce = 4096

export const backupFolder = (folder: string) => join(folder, 'backups')
export const backupFile = (folder: string, name: string) => join(backupFolder(folder), `${name}.db`)
const manifestFile = (folder: string, name: string) => join(backupFolder(folder), `${name}.json`)

export type BackUpOptions = { readonly kind: BackupKind; readonly now: Date } & CallOptions

/**
 * Copies a live store through SQLite's backup API (a plain copy of the file would lose what is still in the `-wal`),
 * checks the copy, and only then gives it its name. The newest fourteen are kept.
 */
export async function backUp(folder: string, databaseFile: string, options: BackUpOptions): Promise<BackupInfo> {
  const { kind, now, signal, report } = options
  await mkdir(backupFolder(folder), { recursive: true })
  const name = `${now.toISOString().slice(0, 19).replaceAll(':', '')}Z-${kind}`
  const aside = join(backupFolder(folder), `${name}.part`)
  await rm(aside, { force: true })
  try {
    await copy(databaseFile, aside, { signal, report })
    report?.({ stage: 'checkBackup', done: 0, total: 0 })
    const head = inspect(aside)
    const { size: bytes } = await stat(aside)
    const manifest: Manifest = { name, at: now.toISOString(), bytes, kind, sha256: await hashFile(aside), ...head }
    await writeWhole(manifestFile(folder, name), JSON.stringify(manifest, null, 2))
    await rename(aside, backupFile(folder, name))
    await syncFolder(backupFolder(folder))
    await dropOldest(folder)
    return infoOf(manifest)
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(`${aside}${suffix}`, { force: true })
  }
}

async function copy(from: string, to: string, { signal, report }: CallOptions): Promise<void> {
  const database = new SQLite(from, { readonly: true, timeout: 10_000 })
  try {
    await database.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        if (signal?.aborted) throw new OperationError('CANCELLED', {})
        report?.({ stage: 'copyStore', done: totalPages - remainingPages, total: totalPages })
        return pagesAtOnce
      },
    })
  } finally {
    database.close()
  }
}

/** Opens a copy on its own, checks it and reads where its log ends. Refuses a damaged one and one of another program. */
export function inspect(file: string): Head {
  const database = new SQLite(file, { fileMustExist: true })
  try {
    // A backup is one file: its journal must not need a second one beside it.
    database.pragma('journal_mode = delete')
    const head = database.pragma('integrity_check', { simple: true }) === 'ok' ? headOf(database) : undefined
    if (!head) throw new OperationError('STORE_FAILED', { problem: 'damaged' })
    return head
  } finally {
    database.close()
  }
}

const infoOf = ({ name, at, bytes, kind, seq }: Manifest): BackupInfo => ({ name, at, bytes, kind, entries: seq })

/** The manifest of a backup, or nothing; a copy without its manifest is not one. */
export async function readManifest(folder: string, name: string): Promise<Manifest | undefined> {
  if (!/^[\w-]+$/.test(name)) return undefined
  try {
    return JSON.parse(await readFile(manifestFile(folder, name), 'utf8')) as Manifest
  } catch {
    return undefined
  }
}

/** Backups of a store, newest first. */
export async function listBackups(folder: string): Promise<readonly BackupInfo[]> {
  const files = await readdir(backupFolder(folder)).catch((): string[] => [])
  const names = files.filter((file) => file.endsWith('.db')).map((file) => file.slice(0, -3))
  const manifests = await Promise.all(names.map((name) => readManifest(folder, name)))
  return manifests
    .filter((manifest) => manifest !== undefined)
    .map(infoOf)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

async function dropOldest(folder: string): Promise<void> {
  for (const { name } of (await listBackups(folder)).slice(keep)) {
    await rm(backupFile(folder, name), { force: true })
    await rm(manifestFile(folder, name), { force: true })
  }
}
