import type SQLite from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteQueryCompiler,
} from 'kysely'
import type { Reader } from '../../src-core/database/store.ts'

/** Statements that stay prepared on a connection; preparing one takes longer than running most of them. */
const preparedAtMost = 500

/** Longer ones are of many rows and seldom come twice alike. */
const preparedLength = 4000

export type Prepare = (sql: string) => SQLite.Statement

/** Keeps the statements of a connection prepared, those that were used last. */
export function preparing(database: SQLite.Database): Prepare {
  const known = new Map<string, SQLite.Statement>()
  return (sql) => {
    const there = known.get(sql)
    const statement = there ?? database.prepare(sql)
    if (sql.length > preparedLength) return statement
    // The one that was used last stands last.
    if (there) known.delete(sql)
    known.set(sql, statement)
    const [oldest] = known.keys()
    if (known.size > preparedAtMost && oldest !== undefined) known.delete(oldest)
    return statement
  }
}

const adapter = new SqliteAdapter()

/**
 * Writes parameters as `+?`, which is the value itself. SQLite plans by the values of bare ones in joins and in what is ordered, and
 * so prepares such a statement anew whenever another value is bound, which takes ten times as long as running most of them.
 */
class PlanningOnce extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
  }
}

const compiler = new PlanningOnce()

/** kysely over one connection: SQLite answers at once, so nobody stands in line for it as kysely's own way would have it. */
export function sqliteKysely(database: SQLite.Database, prepare = preparing(database)): Reader {
  const connection: DatabaseConnection = {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const statement = prepare(sql)
      if (statement.reader) return { rows: statement.all(parameters) as R[] }
      const { changes } = statement.run(parameters)
      return { numAffectedRows: BigInt(changes), rows: [] }
    },
    // biome-ignore lint/correctness/useYield: nothing here reads row by row.
    streamQuery: async function* () {
      throw new Error('Rows are not streamed')
    },
  }
  const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (use) => use(connection) })
  executor.executeQuery = connection.executeQuery
  const dialect = new SqliteDialect({ database })
  return new Kysely({ config: { dialect }, dialect, driver: new DummyDriver(), executor })
}
