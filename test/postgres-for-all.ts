import type { TestProject } from 'vitest/node'
import { openPostgresStore } from '../src-node/store/open-postgres.ts'
import { startPostgres } from './node/postgres.ts'

type PostgresForAll =
  | {
      /** Address of the database that others are made from. */
      readonly server: string
      /** A founded store that is only ever copied, so that the migrations run once. */
      readonly template: string
      readonly founded: Date
    }
  | { readonly skipped: string }

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: vitest takes what it hands to the tests by merging this interface
  export interface ProvidedContext {
    postgres: PostgresForAll
  }
}

const founded = new Date('2026-12-15T07:00:00.000Z')

/** One PostgreSQL for a whole run, stopped when the run is over, whatever became of its tests. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const answer = await startPostgres()
  if ('skipped' in answer) {
    provide('postgres', answer)
    return async () => {}
  }
  const { postgres } = answer
  const connection = await postgres.createDatabase()
  const { store } = await openPostgresStore(connection, founded)
  await store.close()
  provide('postgres', { server: postgres.address, template: new URL(connection).pathname.slice(1), founded })
  return () => postgres.stop()
}
