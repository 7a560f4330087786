import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Database } from '../../src-core/database/schema.ts'
import type { Bulk, Store } from '../../src-core/database/store.ts'
import { createQueue } from './queue.ts'
import { explainSqliteError } from './sqlite-errors.ts'

export type SqliteOptions = {
  readonly file: string
  readonly id: string
  /** A worker thread beside the process that owns the store gets the same file. */
  readonly busyTimeout?: number
}

/**
 * The officer's store: one writing connection whose users stand in line, one reading connection that SQLite itself
 * keeps from writing. Every commit is on the disk before it is acknowledged (`synchronous=FULL`).
 */
export function openSqlite({ file, id, busyTimeout = 10_000 }: SqliteOptions): Store {
  const writing = new SQLite(file, { timeout: busyTimeout })
  writing.pragma('journal_mode = wal')
  writing.pragma('synchronous = full')
  writing.pragma('foreign_keys = on')
  writing.pragma('cache_size = -32000')
  const reading = new SQLite(file, { readonly: true, timeout: busyTimeout })
  reading.pragma('cache_size = -32000')
  const writer = new Kysely<Database>({ dialect: new SqliteDialect({ database: writing }) })
  const reader = new Kysely<Database>({ dialect: new SqliteDialect({ database: reading }) })
  const queue = createQueue()

  const bulk: Bulk = {
    run: async (sql, rows) => {
      const statement = writing.prepare(sql)
      for (const row of rows) statement.run(...row)
    },
  }

  return {
    dialect: 'sqlite',
    id,
    read: (work) => work(reader),
    write: (work) => queue(() => writer.transaction().execute((db) => work({ db, bulk }))),
    alone: (work) => queue(work),
    explain: (error) => explainSqliteError(error),
    close: async () => {
      await queue(async () => {
        await reader.destroy()
        await writer.destroy()
      })
    },
  }
}
