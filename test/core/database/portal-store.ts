import { beforeEach } from 'vitest'
import { postgresSkipped } from './founded-postgres.ts'

// Runs before each test file of the `postgres` project: where PostgreSQL cannot run, its tests are skipped and say why.

beforeEach(({ skip }) => {
  const reason = postgresSkipped()
  if (reason) skip(reason)
})
