import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Reader, Store, Transaction } from '../../src-core/database/store.ts'
import { OperationError } from '../../src-core/kernel/errors.ts'
import { explainPostgresError } from './postgres-errors.ts'
import { bulkOver, type Passing, postgresKysely, reasonOf, send } from './postgres-kysely.ts'
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

type Furnished = Transaction & { readonly passing: Passing }

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

  /** What a connection keeps from one transaction to the next. */
  const furnished = new WeakMap<pg.PoolClient, Furnished>()

  function furnish(client: pg.PoolClient): Furnished {
    const passing: Passing = {}
    const known = furnished.get(client) ?? {
      ...{ passing, db: postgresKysely(client, true, passing), bulk: bulkOver(client, passing) },
    }
    furnished.set(client, known)
    return known
  }

  /** Runs `work` in a transaction; `work` ends it with `commit`. */
  async function withClient<T>(begin: string, work: (client: pg.PoolClient, own: Furnished) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let broken: unknown
    // While it is lent out the pool does not listen; a server that ends between two statements would end this process too.
    const onBreak = (error: Error) => {
      broken = error
    }
    client.on('error', onBreak)
    try {
      inPassing(client, begin)
      return await work(client, furnish(client))
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
    withClient('begin isolation level repeatable read read only', async (client, { db }) => {
      const result = await work(db)
      inPassing(client, 'commit')
      return result
    })

  async function together(group: Iterable<Waiting<Transaction>>): Promise<void> {
    const everybody = group[Symbol.iterator]()
    const rest = { [Symbol.iterator]: () => everybody }
    try {
      await withClient('begin', async (client, { db, bulk, passing }) => {
        await send(client, 'select pg_advisory_xact_lock($1)', [writersLock])
        passing.failure = undefined
        const steps = {
          savepoint: () => inPassing(client, 'savepoint writer'),
          release: () =>
            send(client, 'release savepoint writer').catch((error: unknown) => {
              throw reasonOf(error, passing)
            }),
          takeBack: () => send(client, 'rollback to savepoint writer; release savepoint writer'),
          commit: () => commit(client),
        }
        await runGroup(rest, { db, bulk }, steps)
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

async function commit(client: pg.Client): Promise<void> {
  const { command } = await send(client, 'commit')
  // A transaction in which a statement failed answers a commit with a rollback.
  if (command === 'ROLLBACK') throw new Error('The transaction had failed before its end')
}

/** Sends a statement without waiting for its answer: when it fails, so does whatever comes behind it. */
function inPassing(client: pg.Client, statement: string): void {
  send(client, statement).catch(() => undefined)
}

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
