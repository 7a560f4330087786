import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../../src-core/database/dialect.ts'
import { migrations, schemaVersion } from '../../src-core/database/migrations/index.ts'
import { OperationError } from '../../src-core/kernel/errors.ts'

/** How many migrations a store has run; 0 for an empty one. */
export async function versionOf(db: Kysely<never>): Promise<number> {
  const tables = await db.introspection.getTables()
  if (!tables.some((table) => table.name === 'schemaMigration')) return 0
  const { rows } = await sql<{
    version: number
  }>`select coalesce(max("version"), 0) as "version" from "schemaMigration"`.execute(db)
  return Number(rows[0]?.version ?? 0)
}

/** Brings a store to this program's schema, each step in one transaction. A store of a newer program is refused untouched. */
export async function migrate(db: Kysely<never>, dialect: Dialect, at: string): Promise<void> {
  const version = await versionOf(db)
  if (version > schemaVersion) throw new OperationError('STORE_FAILED', { problem: 'newer' })
  await db.connection().execute(async (connection) => {
    for (const [index, { name, up }] of migrations.entries()) {
      if (index < version) continue
      await inTransaction(connection, dialect, async () => {
        if (index === 0) {
          await sql`create table "schemaMigration" ("version" integer primary key not null, "name" text not null, "at" text not null)`.execute(
            connection,
          )
        }
        await up(connection as unknown as Kysely<unknown>, dialect)
        await sql`insert into "schemaMigration" ("version", "name", "at") values (${index + 1}, ${name}, ${at})`.execute(
          connection,
        )
      })
    }
  })
}

/** kysely's own transaction would let a failing rollback hide why it rolls back; a full disk has rolled back by itself. */
async function inTransaction(connection: Kysely<never>, dialect: Dialect, work: () => Promise<void>): Promise<void> {
  await sql.raw(dialect === 'sqlite' ? 'begin immediate' : 'begin').execute(connection)
  try {
    await work()
    await sql.raw('commit').execute(connection)
  } catch (error) {
    await sql
      .raw('rollback')
      .execute(connection)
      .catch(() => undefined)
    throw error
  }
}
