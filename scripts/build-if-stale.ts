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

const portalSources = ['src-core', 'src-portal/pages', 'portal.config.ts', 'package-lock.json']

/** Builds the window and the shell when a source is newer than the last build. */
export const buildIfStale = (root: string): Promise<void> =>
  buildWhenOlder(root, 'renderer', sources, ['electron-vite/bin/electron-vite.js', 'build'])

/** Builds the portal's pages when one of their sources is newer than the last build. */
export const buildPortalIfStale = (root: string): Promise<void> =>
  buildWhenOlder(root, 'portal', portalSources, ['vite/bin/vite.js', 'build', '--config', 'portal.config.ts'])

async function buildWhenOlder(
  root: string,
  out: string,
  from: readonly string[],
  [program = '', ...words]: readonly string[],
): Promise<void> {
  const built = statSync(join(root, 'out', out, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (from.every((source) => newest(join(root, source)) < built)) return
  console.log('Building Akademi …')
  const started = spawn(process.execPath, [join(root, 'node_modules', program), ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
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
