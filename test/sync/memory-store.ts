import SQLite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { type RecordedColumns, readRecordedColumns } from '../../src-core/database/recorded-columns.ts'
import type { Store } from '../../src-core/database/store.ts'
import { migrate } from '../../src-node/store/migrate.ts'
import { explainSqliteError } from '../../src-node/store/sqlite-errors.ts'
import { sqliteKysely } from '../../src-node/store/sqlite-kysely.ts'
import { createQueue } from './queue.ts'

/** A whole store as bytes: copied in a moment, kept as a backup, opened again. */
export type StoreImage = { readonly bytes: Buffer; readonly columns: RecordedColumns }

/** What a test may do at each point at which a process could die; throwing there is dying there. */
export type Interrupt = (point: 'before' | 'inside' | 'after') => void

const prepared = new WeakMap<SQLite.Database, Map<string, SQLite.Statement>>()

/** Preparing takes SQLite longer than running does; a store of one history is asked the same again and again. */
export function prepare(database: SQLite.Database, sql: string): SQLite.Statement {
  const known = prepared.get(database) ?? new Map<string, SQLite.Statement>()
  prepared.set(database, known)
  const statement = known.get(sql) ?? database.prepare(sql)
  known.set(sql, statement)
  return statement
}

const over = (database: SQLite.Database) => sqliteKysely(database, (sql) => prepare(database, sql))

/** A migrated store with nothing in it, made once a file. */
export async function emptyImage(): Promise<StoreImage> {
  const database = new SQLite(':memory:')
  database.pragma('page_size = 1024')
  database.pragma('foreign_keys = on')
  await migrate(over(database) as unknown as Kysely<never>, 'sqlite', '2026-12-15T07:00:00.000Z')
  database.prepare("insert into storeInfo (key, value) values ('storeId', 'template')").run()
  const columns = await readRecordedColumns(over(database))
  const bytes = database.serialize()
  database.close()
  return { bytes, columns }
}

/** The store of one process over a database that outlives it. */
export function storeOver(database: SQLite.Database, interrupt: Interrupt = () => {}): Store {
  const queue = createQueue()
  const db = over(database)
  async function transact<T>(work: () => Promise<T>): Promise<T> {
    interrupt('before')
    database.exec('begin immediate')
    let result: T
    try {
      result = await work()
      interrupt('inside')
      database.exec('commit')
    } catch (error) {
      if (database.inTransaction) database.exec('rollback')
      throw error
    }
    interrupt('after')
    return result
  }
  const read = <T>(work: (reader: typeof db) => Promise<T>) =>
    queue(async () => {
      interrupt('before')
      return work(db)
    })
  return {
    dialect: 'sqlite',
    id: 'memory',
    read,
    snapshot: read,
    write: (work) =>
      queue(() =>
        transact(() =>
          work({
            db,
            bulk: {
              run: async (sql, rows) => {
                const statement = prepare(database, sql)
                for (const row of rows) statement.run(...row)
              },
            },
          }),
        ),
      ),
    alone: (work) => queue(work),
    reopen: async () => true,
    explain: (error) => explainSqliteError(error),
    close: async () => {},
  }
}

/** Opens a copy of a store that was kept as bytes. */
export function openImage(bytes: Buffer): SQLite.Database {
  const database = new SQLite(bytes)
  database.pragma('foreign_keys = on')
  return database
}
