import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { compileCache } from './test/compile-cache.ts'
import { LongFirst } from './test/long-first.ts'
import { thorough } from './test/thorough.ts'

// The threads and programs that tests start would each translate the whole program anew.
process.env.NODE_COMPILE_CACHE = compileCache

/** Of each feature the lists, and what the portal itself asks; the others each night, and what desktops push in the portal's own tests. */
const daily =
  /(own-form|unit-forms|unit-desk|need-list|unit-need|own-schedule|links|guest-links|delegation|erasure|personal|staff|topics|accounts)\.test\.ts$/

/** Tests of handlers and repositories: those that need a helper of the tests, which is where an academy is opened. */
const overAnyStore = globSync(
  'test/core/{access,certificates,courses,delegations,delivery,needs,people,plan}/**/*.test.ts',
  {
    cwd: import.meta.dirname,
  },
).filter(
  (file) =>
    !/(^|[/\\])(log|history|replay)\.test\.ts$/.test(file) &&
    // Paper, spreadsheets and who may call what are the same over any store.
    !/(paper|template|import-wishes|callers)\.test\.ts$/.test(file) &&
    // Long ones whose queries the other files of their feature ask as well.
    !/(plan[/\\](lines|budget)|needs[/\\](import|results)|staff-list|staff-snapshot|round-trip|workbooks|print|dossier-papers)\.test\.ts$/.test(
      file,
    ) &&
    (thorough || daily.test(file)) &&
    /from '\.\.?\/(?!\.\.\/)/.test(readFileSync(file, 'utf8')),
)

/** Tests that put another module in place of one of ours: only a program of their own is loaded with it. */
const apart = globSync('test/**/*.test.{ts,tsx}', { cwd: import.meta.dirname }).filter((file) =>
  /\bvi\.mock\(/.test(readFileSync(file, 'utf8')),
)

export default defineConfig({
  test: {
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
    // One more than there are cores: programs that tests start and disks they wait for leave cores idle.
    maxWorkers: 3,
    // Loading the program anew for each file took longer than most files; what a test leaves behind it takes away itself.
    isolate: false,
    sequence: { sequencer: LongFirst },
    globalSetup: ['test/postgres-for-all.ts', 'test/programs.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'desktop', include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], exclude: apart },
      },
      { extends: true, test: { name: 'apart', include: apart, isolate: true } },
      {
        extends: true,
        // The same handlers and repositories over the portal's database.
        test: {
          name: 'postgres',
          include: overAnyStore,
          setupFiles: ['test/core/database/portal-store.ts'],
          env: { AKADEMI_TEST_STORE: 'postgres' },
        },
      },
    ],
  },
})
