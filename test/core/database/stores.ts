import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, onTestFinished } from 'vitest'
import { recognise } from '../../../src-core/access/index.ts'
import { createDispatcher, type Dispatcher, type Feature } from '../../../src-core/database/dispatcher.ts'
import type { RecordedColumns } from '../../../src-core/database/recorded-columns.ts'
import type { Store } from '../../../src-core/database/store.ts'
import { features as allFeatures } from '../../../src-core/features.ts'
import type { Connection } from '../../../src-core/kernel/context.ts'
import { createPorts } from '../../../src-node/ports.ts'
import { openFileStore } from '../../../src-node/store/file-store.ts'
import { openPostgresStore } from '../../../src-node/store/open-postgres.ts'
import { openStore } from '../../../src-node/store/open-store.ts'
import { startPostgres, type TestPostgres } from '../../node/postgres.ts'

export type AnyStore = { readonly store: Store; readonly columns: RecordedColumns }

export type OpenAnyStore = () => Promise<AnyStore>

const founded = new Date('2026-12-15T07:00:00.000Z')

async function openSqliteStore(): Promise<AnyStore> {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-store-'))
  const { store, columns, close } = await openStore(folder, founded)
  onTestFinished(async () => {
    await close()
    await rm(folder, { recursive: true, force: true })
  })
  return { store, columns }
}

const postgres = await startPostgres()
afterAll(async () => {
  if ('postgres' in postgres) await postgres.postgres.stop()
})

let founding: Promise<string> | undefined

/** Name of a database that every test copies, so that the migrations run once. */
async function foundedDatabase(server: TestPostgres): Promise<string> {
  const connection = await server.createDatabase()
  const { store } = await openPostgresStore(connection, founded)
  await store.close()
  return new URL(connection).pathname.slice(1)
}

async function openOnPostgres(): Promise<AnyStore> {
  if (!('postgres' in postgres)) throw new Error(postgres.skipped)
  founding ??= foundedDatabase(postgres.postgres)
  const opened = await openPostgresStore(await postgres.postgres.createDatabase(await founding), founded)
  onTestFinished(() => opened.store.close())
  return opened
}

/** Runs the same tests over SQLite and over a real PostgreSQL; where there is none, those are skipped with the reason. */
export function onEveryStore(title: string, tests: (open: OpenAnyStore) => void): void {
  describe(`${title} (SQLite)`, () => tests(openSqliteStore))
  if ('postgres' in postgres) describe(`${title} (PostgreSQL)`, () => tests(openOnPostgres))
  else describe.skip(`${title} (PostgreSQL), skipped: ${postgres.skipped}`, () => tests(openOnPostgres))
}

export const program: Connection = {
  source: 'service',
  actor: { id: 'program', name: 'Akademi', roles: 'all' },
  session: null,
  locked: false,
}

export type StoreAcademy = AnyStore & {
  readonly dispatcher: Dispatcher
  run(operation: string, input?: unknown, connection?: Connection): Promise<never>
  setNow(instant: string): void
}

/** The academy over any store. The clock stands at 10:00 on 15 December 2026 until moved. */
export async function academyOver(
  { store, columns }: AnyStore,
  features: Readonly<Record<string, Feature>> = allFeatures,
): Promise<StoreAcademy> {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-files-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  let now = founded
  const dispatcher = createDispatcher({
    store,
    columns,
    features,
    ports: createPorts(openFileStore(folder), new Uint8Array(32).fill(7)),
    clock: () => now,
    random: (bytes) => randomBytes(bytes),
    logFault: () => undefined,
    recognise,
  })
  return {
    store,
    columns,
    dispatcher,
    run: async (operation, input, connection = program) =>
      (await dispatcher.run(operation, input, connection)) as never,
    setNow: (instant) => {
      now = new Date(instant)
    },
  }
}
