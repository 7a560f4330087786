import SQLite from 'better-sqlite3'
import type { Bulk, Reader, Store, Transaction } from '../../src-core/database/store.ts'
import { explainSqliteError } from './sqlite-errors.ts'
import { type Prepare, preparing, sqliteKysely } from './sqlite-kysely.ts'
import { createWriteLine, runGroup, type Steps, type Waiting } from './write-line.ts'

export type SqliteOptions = {
  readonly file: string
  readonly id: string
  /** A worker thread beside the process that owns the store gets the same file. */
  readonly busyTimeout?: number
}

export type SqliteStore = Store & {
  /** Waits for everybody, closes every connection, runs `work` on the file, and opens again whatever came of it. */
  whileClosed(work: () => Promise<void>): Promise<void>
}

/** A connection that reads over one state at a time. */
type Snapshot = { readonly database: SQLite.Database; readonly db: Reader }

/** Most of them that stay open when nobody reads: opening one takes longer than most of what is read with it. */
const restingAtMost = 4

type Connections = {
  readonly writing: SQLite.Database
  readonly reading: SQLite.Database
  readonly writer: Reader
  readonly prepare: Prepare
  readonly reader: Reader
}

/**
 * The officer's store: one writing connection whose users stand in line, one reading connection that SQLite itself
 * keeps from writing. Every commit is on the disk before it is acknowledged (`synchronous=FULL`).
 */
export function openSqlite({ file, id, busyTimeout = 10_000 }: SqliteOptions): SqliteStore {
  const line = createWriteLine(together)
  let connections: Connections | undefined = connect()
  const resting: Snapshot[] = []
  let readers = 0
  let idle: (() => void) | undefined
  let closed: Promise<unknown> = Promise.resolve()
  /** The disk failed to confirm a commit; nothing is written before it has confirmed that one. */
  let unconfirmed = false

  function connect(): Connections {
    const writing = new SQLite(file, { timeout: busyTimeout, fileMustExist: true })
    try {
      writing.pragma('journal_mode = wal')
      writing.pragma('synchronous = full')
      writing.pragma('foreign_keys = on')
      writing.pragma('cache_size = -32000')
      writing.pragma('journal_size_limit = 67108864')
      const reading = openReading()
      const prepare = preparing(writing)
      return { writing, reading, prepare, writer: sqliteKysely(writing, prepare), reader: sqliteKysely(reading) }
    } catch (error) {
      writing.close()
      throw error
    }
  }

  function openReading(): SQLite.Database {
    const reading = new SQLite(file, { readonly: true, timeout: busyTimeout })
    reading.pragma('cache_size = -32000')
    return reading
  }

  /** Opens again where an earlier opening failed (the disk was away for a moment). */
  function connected(): Connections {
    connections ??= connect()
    return connections
  }

  function disconnect(): void {
    for (const { database } of resting.splice(0)) database.close()
    connections?.reading.close()
    connections?.writing.close()
    connections = undefined
  }

  async function reading<T>(work: () => Promise<T>): Promise<T> {
    await closed
    readers++
    try {
      return await work()
    } finally {
      readers--
      if (readers === 0) idle?.()
    }
  }

  async function snapshot<T>(work: (db: Reader) => Promise<T>): Promise<T> {
    const { database, db } = resting.pop() ?? openSnapshot()
    try {
      database.exec('begin')
      const result = await work(db)
      database.exec('commit')
      return result
    } finally {
      // Who was still reading when the store was closed leaves nothing open behind.
      if (database.inTransaction || !connections || resting.length === restingAtMost) database.close()
      else resting.push({ database, db })
    }
  }

  function openSnapshot(): Snapshot {
    const database = openReading()
    return { database, db: sqliteKysely(database) }
  }

  async function together(group: Iterable<Waiting<Transaction>>): Promise<void> {
    const everybody = group[Symbol.iterator]()
    let writing: SQLite.Database
    try {
      const { writing: open } = connected()
      writing = open
      if (unconfirmed) confirm(writing)
      // Taking the lock at once: a transaction that first reads could find at its first write that another thread wrote.
      writing.exec('begin immediate')
    } catch (error) {
      everybody.next().value?.reject(error)
      return
    }
    const { writer, prepare } = connected()
    const bulk: Bulk = {
      run: async (sql, rows) => {
        const statement = prepare(sql)
        for (const row of rows) statement.run(...row)
      },
    }
    const rest = { [Symbol.iterator]: () => everybody }
    // A savepoint copies every page that changes after it. The first has none: taking it back is taking back all.
    const steps: Steps = {
      savepoint: (first) => first || writing.exec('savepoint writer'),
      release: (first) => first || writing.exec('release writer'),
      takeBack: (error, first) => {
        // A full disk or a failed write has already rolled all back by itself.
        if (!writing.inTransaction) throw error
        writing.exec(first ? 'rollback; begin immediate' : 'rollback to writer; release writer')
      },
      commit: () => writing.exec('commit'),
    }
    // Whoever was in it has heard what happened.
    await runGroup(rest, { db: writer, bulk }, steps).catch(() => writing.inTransaction && writing.exec('rollback'))
  }

  function confirm(writing: SQLite.Database): void {
    writing.pragma('wal_checkpoint(truncate)')
    unconfirmed = false
  }

  async function whileClosed(work: () => Promise<void>): Promise<void> {
    const turn = line.alone(async () => {
      if (readers > 0) {
        await new Promise<void>((resolve) => {
          idle = resolve
        })
        idle = undefined
      }
      disconnect()
      try {
        await work()
      } finally {
        connected()
      }
    })
    closed = turn.catch(() => undefined)
    await turn
  }

  async function reopen(): Promise<boolean> {
    try {
      await whileClosed(async () => writeThrough(new SQLite(file, { timeout: busyTimeout, fileMustExist: true })))
      unconfirmed = false
    } catch {
      unconfirmed = true
    }
    return !unconfirmed
  }

  return {
    dialect: 'sqlite',
    id,
    read: (work) => reading(() => work(connected().reader)),
    snapshot: (work) => reading(() => snapshot(work)),
    write: (work) => line.join(work),
    alone: (work) => line.alone(work),
    reopen,
    whileClosed,
    explain: (error) => explainSqliteError(error),
    close: () => line.alone(async () => disconnect()),
  }
}

/**
 * After a failed sync the system may take pages for written that are not. Copying the log's pages into the database writes
 * and syncs them once more.
 */
function writeThrough(database: SQLite.Database): void {
  try {
    database.pragma('wal_checkpoint(truncate)')
  } finally {
    database.close()
  }
}
