import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = [
  'src-core',
  'src-node',
  'src-main',
  'src-preload',
  'src-renderer',
  'docs/guide',
  'electron.vite.config.ts',
  'package-lock.json',
]

/** Builds the window and the shell when a source is newer than the last build. */
export async function buildIfStale(root: string): Promise<void> {
  const built = statSync(join(root, 'out', 'renderer', 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (sources.every((source) => newest(join(root, source)) < built)) return
  console.log('Building Akademi …')
  const started = spawn(
    process.execPath,
    [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const code = await new Promise<number>((resolve, reject) => {
    started.once('error', reject)
    started.once('exit', (exit) => resolve(exit ?? 1))
  })
  if (code !== 0) throw new Error('The build failed; its messages stand above.')
}

function newest(path: string): number {
  const info = statSync(path, { throwIfNoEntry: false })
  if (!info) return 0
  if (!info.isDirectory()) return info.mtimeMs
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
