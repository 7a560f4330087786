import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { compileCache } from '../test/compile-cache.ts'

const root = join(import.meta.dirname, '..')

// Node reads our TypeScript itself and keeps what it read; Playwright would translate every source again for each run.
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'playwright', 'cli.js'), 'test', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PW_DISABLE_TS_ESM: '1',
      NODE_COMPILE_CACHE: compileCache,
    },
  },
)
process.exit(status ?? 1)
