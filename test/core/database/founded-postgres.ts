import { afterAll } from 'vitest'
import { type OpenedPostgres, openPostgresStore } from '../../../src-node/store/open-postgres.ts'
import { type PostgresAnswer, startPostgres, type TestPostgres } from '../../node/postgres.ts'

const founded = new Date('2026-12-15T07:00:00.000Z')

let starting: Promise<PostgresAnswer> | undefined
let founding: Promise<string> | undefined

/** The PostgreSQL of this test file, started with the first call, or the reason why there is none. */
export function postgresHere(): Promise<PostgresAnswer> {
  starting ??= startPostgres()
  return starting
}

afterAll(async () => {
  const answer = await starting
  if (answer && 'postgres' in answer) await answer.postgres.stop()
})

/** Name of a database that every test copies, so that the migrations run once. */
async function foundedDatabase(server: TestPostgres): Promise<string> {
  const connection = await server.createDatabase()
  const { store } = await openPostgresStore(connection, founded)
  await store.close()
  return new URL(connection).pathname.slice(1)
}

/** A store of its own in that PostgreSQL. Whoever opens it closes it. */
export async function openFoundedPostgres(): Promise<OpenedPostgres> {
  const answer = await postgresHere()
  if (!('postgres' in answer)) throw new Error(answer.skipped)
  founding ??= foundedDatabase(answer.postgres)
  return openPostgresStore(await answer.postgres.createDatabase(await founding), founded)
}
