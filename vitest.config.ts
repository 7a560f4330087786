import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'desktop', include: ['test/**/*.test.ts', 'test/**/*.test.tsx'] } },
      {
        extends: true,
        // The same handlers and repositories over the portal's database.
        test: {
          name: 'postgres',
          include: ['test/core/{access,courses,imports,needs,people}/**/*.test.ts'],
          exclude: ['**/*.rules.test.ts', '**/log.test.ts', '**/history.test.ts'],
          setupFiles: ['test/core/database/portal-store.ts'],
          env: { AKADEMI_TEST_STORE: 'postgres' },
        },
      },
    ],
  },
})
