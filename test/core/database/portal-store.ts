import { beforeEach } from 'vitest'
import { postgresMissing } from '../../node/postgres.ts'

// Runs before each test file of the `postgres` project: where PostgreSQL cannot run, its tests are skipped and say why.

const missing = await postgresMissing()

beforeEach(({ skip }) => {
  if (missing) skip(missing)
})
