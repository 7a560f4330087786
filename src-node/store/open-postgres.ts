import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { schemaVersion } from '../../src-core/database/migrations/index.ts'
import { type RecordedColumns, readRecordedColumns } from '../../src-core/database/recorded-columns.ts'
import type { Store } from '../../src-core/database/store.ts'
import { OperationError } from '../../src-core/kernel/errors.ts'
import { uuidV7 } from '../../src-core/kernel/ids.ts'
import { migrate, versionOf } from './migrate.ts'
import { openPostgres, whileOpening } from './postgres.ts'
import { explainPostgresError } from './postgres-errors.ts'

export type OpenedPostgres = { readonly store: Store; readonly columns: RecordedColumns }

export type PostgresOpening = {
  /** False for one of many processes: it takes the schema as it is, and refuses another than its own. */
  readonly migrating?: boolean
}

/** Opens the portal's store in a PostgreSQL database, migrating it first. Refuses with STORE_FAILED when it cannot be had. */
export async function openPostgresStore(
  connection: string,
  now: Date,
  { migrating = true }: PostgresOpening = {},
): Promise<OpenedPostgres> {
  try {
    const id = await whileOpening(connection, async (db) => {
      if (migrating) await migrate(db, 'postgres', now.toISOString())
      else await refuseOtherVersion(db)
      return identify(db, now)
    })
    const store = await openPostgres({ connection, id })
    return { store, columns: await store.read(readRecordedColumns) }
  } catch (error) {
    throw explainPostgresError(error) ?? error
  }
}

/** An older schema waits for `migrate`; a newer one belongs to a newer program. */
async function refuseOtherVersion(db: Kysely<never>): Promise<void> {
  const version = await versionOf(db)
  if (version > schemaVersion) throw new OperationError('STORE_FAILED', { problem: 'newer' })
  if (version < schemaVersion) throw new OperationError('STORE_FAILED', { problem: 'older' })
}

async function identify(db: Kysely<never>, now: Date): Promise<string> {
  const fresh = uuidV7(now.getTime(), randomBytes(10))
  await sql`insert into "storeInfo" ("key", "value") values ('storeId', ${fresh}) on conflict do nothing`.execute(db)
  const { rows } = await sql<{ value: string }>`select "value" from "storeInfo" where "key" = 'storeId'`.execute(db)
  return rows[0]?.value ?? fresh
}
