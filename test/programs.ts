import { basename, join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const folder = join(root, '.cache', 'programs')

/** Programs that tests start, kill and start again. */
const programs = [
  'src-main/cli/akademi.ts',
  'test/node/store/child.ts',
  'test/node/store/import-child.ts',
  'test/node/store/issue-child.ts',
  'test/portal/portal-child.ts',
] as const

/** Threads that they start, found beside them. */
const threads = ['src-main/service/worker.ts', 'src-node/spreadsheets/read-worker.ts'] as const

const nameOf = (source: string): string => basename(source, '.ts')

/** Where a program lies that was put together for the tests. */
export const programFile = (source: (typeof programs)[number]): string => join(folder, `${nameOf(source)}.js`)

/** Puts each together in a few files, as the host is built: started from hundreds of sources, each start takes twice as long. */
export async function setup(): Promise<void> {
  const input = Object.fromEntries([...programs, ...threads].map((source) => [nameOf(source), join(root, source)]))
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
    ssr: { noExternal: ['kysely', 'zod', /^@orpc\//, 'liquidjs', 'uqr', 'ws'] },
  })
}
