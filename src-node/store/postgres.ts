import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Bulk, Reader, Store, Transaction } from '../../src-core/database/store.ts'
import { OperationError } from '../../src-core/kernel/errors.ts'
import { explainPostgresError } from './postgres-errors.ts'
import { nameOf, postgresKysely } from './postgres-kysely.ts'
import { createWriteLine, runGroup, type Waiting } from './write-line.ts'

export type PostgresOptions = {
  /** As libpq writes it: `postgresql://user:password@host:port/database`. */
  readonly connection: string
  readonly id: string
  /** Most connections at once. */
  readonly connections?: number
}

/** Counts and sums come as 64-bit or arbitrary numbers, which pg gives as text; ours fit a JavaScript number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === 20 || oid === 1700 ? Number : pg.types.getTypeParser(oid, format)),
}

/** Commands stand in line under this lock, so that the log's chain has one end only. Any number; it must never change. */
const writersLock = 7_305_001

const openingLock = 7_305_002

/** Milliseconds for a connection to come about or to come free; then whoever waits is told. */
const connectWithin = 30_000

/** Statements under way at once on one connection: enough to fill the way, few enough to fail early. */
const pipelined = 1000

/**
 * The large portal's store. Queries run in read-only transactions over one state; commands stand in line. The database's
 * order of text must be that of code points, or sort keys would not sort as in SQLite.
 */
export async function openPostgres({ connection, id, connections = 10 }: PostgresOptions): Promise<Store> {
  const pool = new pg.Pool({
    ...{ connectionString: connection, max: connections, types, pipeline: true },
    ...{ connectionTimeoutMillis: connectWithin, keepAlive: true },
  })
  // A connection that breaks while it is idle is replaced by the next call; without a listener it would end the process.
  pool.on('error', () => undefined)
  const line = createWriteLine(together)

  const kyselys = new WeakMap<pg.PoolClient, Reader>()

  function kyselyOver(client: pg.PoolClient): Reader {
    const db = kyselys.get(client) ?? postgresKysely(client, true)
    kyselys.set(client, db)
    return db
  }

  /** Runs `work` in a transaction; `work` ends it with `commit`. */
  async function withClient<T>(begin: string, work: (client: pg.PoolClient, db: Reader) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let broken: unknown
    // While it is lent out the pool does not listen; a server that ends between two statements would end this process too.
    const onBreak = (error: Error) => {
      broken = error
    }
    client.on('error', onBreak)
    try {
      await client.query(begin)
      return await work(client, kyselyOver(client))
    } catch (error) {
      // A prepared statement no longer fits once a column has come to its table; another connection prepares it anew.
      const outdated = (error as { code?: unknown } | null)?.code === '0A000' ? error : undefined
      broken = await client.query('rollback').then(
        () => broken ?? outdated,
        (failure: unknown) => failure,
      )
      throw error
    } finally {
      client.off('error', onBreak)
      client.release(broken !== undefined)
    }
  }

  const reading = <T>(work: (db: Reader) => Promise<T>): Promise<T> =>
    withClient('begin isolation level repeatable read read only', async (client, db) => {
      const result = await work(db)
      await commit(client)
      return result
    })

  async function together(group: Iterable<Waiting<Transaction>>): Promise<void> {
    const everybody = group[Symbol.iterator]()
    const rest = { [Symbol.iterator]: () => everybody }
    try {
      await withClient('begin', async (client, db) => {
        await client.query('select pg_advisory_xact_lock($1)', [writersLock])
        const steps = {
          savepoint: () => inPassing(client, 'savepoint writer'),
          release: () => inPassing(client, 'release savepoint writer'),
          takeBack: () => client.query('rollback to savepoint writer; release savepoint writer'),
          commit: () => commit(client),
        }
        await runGroup(rest, { db, bulk: bulkOver(client) }, steps)
      })
    } catch (error) {
      // Whoever was in it has heard what happened; where none came to be, the first hears why.
      everybody.next().value?.reject(error)
    }
  }

  try {
    await refuseOtherOrder(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    dialect: 'postgres',
    id,
    read: reading,
    snapshot: reading,
    write: (work) => line.join(work),
    alone: (work) => line.alone(work),
    reopen: async () => true,
    explain: explainPostgresError,
    close: () => line.alone(() => pool.end()),
  }
}

async function commit(client: pg.ClientBase): Promise<void> {
  const { command } = await client.query('commit')
  // A transaction in which a statement failed answers a commit with a rollback.
  if (command === 'ROLLBACK') throw new Error('The transaction had failed before its end')
}

/** Sends a statement without waiting for its answer: when it fails, so does whatever comes behind it. */
function inPassing(client: pg.ClientBase, statement: string): void {
  client.query(statement).catch(() => undefined)
}

/** Sends a prepared statement once for each row without waiting for the one before. */
const bulkOver = (client: pg.PoolClient): Bulk => ({
  run: async (text, rows) => {
    const name = nameOf(text)
    let underWay: Promise<unknown>[] = []
    for (const values of rows) {
      underWay.push(client.query({ ...(name && { name }), text, values: [...values] }))
      if (underWay.length < pipelined) continue
      await Promise.all(underWay)
      underWay = []
    }
    await Promise.all(underWay)
  },
})

/** Runs `work` while no other process does the same to this database: several portals may start at once. */
export async function whileOpening<T>(connection: string, work: (db: Kysely<never>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: connection, types })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [openingLock])
    return await work(postgresKysely(client) as unknown as Kysely<never>)
  } finally {
    await client.end()
  }
}

async function refuseOtherOrder(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ ordered: boolean }>(`select 'Z' < 'a' and 'a' < 'z' and 'z' < '~' as ordered`)
  if (rows[0]?.ordered !== true) throw new OperationError('STORE_FAILED', { problem: 'other' })
}
