import { nextTick } from 'node:process'
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  type PostgresPool,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Bulk, Reader } from '../../src-core/database/store.ts'
import { sha256 } from '../../src-core/kernel/hash.ts'

/** Statements that stay prepared on a connection; more are asked without a name, and planned each time. */
const namedAtMost = 500

/** Longer ones are of many rows and seldom come twice alike. */
const namedLength = 4000

const names = new Map<string, string>()

/** The name under which PostgreSQL keeps a statement prepared; nothing for one that is not kept. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || text.length > namedLength || names.size >= namedAtMost) return known
  const name = sha256(text).slice(0, 40)
  names.set(text, name)
  return name
}

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** Why something failed that was sent without waiting; what comes behind it in its transaction fails with it, and without a reason. */
export type Passing = { failure?: unknown }

const abortedWithIt = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '25P02'

/** The reason itself, where an error only says that something before it failed. */
export const reasonOf = (error: unknown, { failure }: Passing): unknown =>
  abortedWithIt(error) ? (failure ?? error) : error

/**
 * Sends a statement; whoever sends several in one turn sends them together. Each by itself would cost both ends a call of the system,
 * which takes longer than most statements.
 */
export function send(client: pg.Client, text: string, values?: readonly unknown[], name?: string) {
  const { stream } = client.connection
  if (stream.writableCorked === 0) {
    stream.cork()
    nextTick(() => stream.uncork())
  }
  return client.query({ text, ...(values && { values: [...values] }), ...(name && { name }) })
}

/** Statements under way at once on one connection: enough to fill the way, few enough to fail early. */
const pipelined = 1000

/**
 * Sends a prepared statement once for each row and does not wait: whatever is asked next, the end of the transaction at the latest,
 * fails if one of them did.
 */
export const bulkOver = (client: pg.Client, passing: Passing): Bulk => ({
  run: async (text, rows) => {
    const name = nameOf(text)
    let underWay: Promise<unknown>[] = []
    for (const values of rows) {
      const sent = send(client, text, values, name).catch((error: unknown) => {
        if (!abortedWithIt(error)) passing.failure = error
      })
      underWay.push(sent)
      if (underWay.length < pipelined) continue
      await Promise.all(underWay)
      underWay = []
    }
  },
})

/**
 * kysely over one connection that somebody else took and gives back. With `named` PostgreSQL keeps what is asked often prepared;
 * not while the schema changes, for what was prepared before then no longer fits.
 */
export function postgresKysely(client: pg.Client, named = false, passing: Passing = {}): Reader {
  const connection: DatabaseConnection = {
    executeQuery: async <R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const name = named ? nameOf(text) : undefined
      const { command, rowCount, rows } = await send(client, text, parameters, name).catch((error: unknown) => {
        throw reasonOf(error, passing)
      })
      passing.failure = undefined
      return { rows, ...(changing.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) }
    },
    // biome-ignore lint/correctness/useYield: nothing here reads row by row.
    streamQuery: async function* () {
      throw new Error('Rows are not streamed')
    },
  }
  const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (use) => use(connection) })
  executor.executeQuery = connection.executeQuery
  // Only asked about the schema.
  const dialect = new PostgresDialect({ pool: {} as PostgresPool })
  return new Kysely({ config: { dialect }, dialect, driver: new DummyDriver(), executor })
}
