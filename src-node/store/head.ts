import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type SQLite from 'better-sqlite3'
import { writeWhole } from './durable.ts'

/** Where the log of a store ended; kept beside the database to tell it from another one or an older copy. */
export type Head = { readonly storeId: string; readonly seq: number; readonly hash: string }

const headFile = (folder: string) => join(folder, 'head.json')

/** Undefined in a folder that has not been used, and where the file cannot be read as what it should be. */
export async function readHead(folder: string): Promise<Head | undefined> {
  try {
    const head = JSON.parse(await readFile(headFile(folder), 'utf8')) as Partial<Head>
    const { storeId, seq, hash } = head
    return typeof storeId === 'string' && typeof seq === 'number' && typeof hash === 'string'
      ? { storeId, seq, hash }
      : undefined
  } catch {
    return undefined
  }
}

export const saveHead = (folder: string, head: Head): Promise<void> =>
  writeWhole(headFile(folder), JSON.stringify(head))

/** The same from a database itself; nothing when it is none of ours. */
export function headOf(database: SQLite.Database): Head | undefined {
  const tables = database.prepare("select count(*) as n from sqlite_schema where name in ('storeInfo', 'commandLog')")
  if ((tables.get() as { n: number }).n !== 2) return undefined
  const info = database.prepare("select value from storeInfo where key = 'storeId'").get() as
    | { value: string }
    | undefined
  const last = database.prepare('select seq, hash from commandLog order by seq desc limit 1').get() as
    | { seq: number; hash: string }
    | undefined
  return info && { storeId: info.value, seq: last?.seq ?? 0, hash: last?.hash ?? '' }
}

/** Whether a database is the one that `head` was noted of, at that point or later. */
export function follows(database: SQLite.Database, head: Head): boolean {
  const own = headOf(database)
  if (own?.storeId !== head.storeId) return false
  if (head.seq === 0) return true
  const entry = database.prepare('select hash from commandLog where seq = ?').get(head.seq) as
    | { hash: string }
    | undefined
  return entry?.hash === head.hash
}
