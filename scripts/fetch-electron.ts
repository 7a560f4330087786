import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Runs Electron's own installer in `folder`. Gives up after `patience` milliseconds without a new byte. Resolves to
 * undefined when the runtime is there, else to what went wrong, and then nothing half fetched is left.
 */
export async function fetchRuntime(folder: string, env: Environment, patience: number): Promise<string | undefined> {
  const downloads = await mkdtemp(join(tmpdir(), 'akademi-electron-'))
  try {
    const failure = await runInstaller(folder, env, downloads, patience)
    if (failure) await clearAway(folder)
    return failure
  } finally {
    await rm(downloads, { recursive: true, force: true })
  }
}

function runInstaller(folder: string, env: Environment, downloads: string, patience: number) {
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    // All three names of the folder for temporary files, so that the download lands where it can be cleared away.
    env: { ...env, TMPDIR: downloads, TMP: downloads, TEMP: downloads, ELECTRON_GET_NO_PROGRESS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += text
  })

  let fetched = 0
  let grewAt = Date.now()
  let stalled = false
  const watch = setInterval(
    () => {
      const now = bytesIn(downloads) + bytesIn(join(folder, 'dist'))
      if (now !== fetched) grewAt = Date.now()
      fetched = now
      if (Date.now() - grewAt < patience) return
      stalled = true
      child.kill('SIGKILL')
    },
    Math.min(1_000, patience / 4),
  )

  return new Promise<string | undefined>((resolve) => {
    const end = (failure: string | undefined) => {
      clearInterval(watch)
      resolve(failure)
    }
    child.once('error', (error) => end(error.message))
    child.once('close', (code) => {
      if (code === 0) end(undefined)
      else end(stalled ? `nothing came for ${Math.round(patience / 1_000)} seconds` : inWords(errors))
    })
  })
}

/** The installer's own message without its stack. */
function inWords(errors: string): string {
  if (/fetch failed|ENOTFOUND|ECONNREFUSED|EAI_AGAIN/.test(errors)) return 'its download server cannot be reached'
  return (
    errors
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? 'its installer gave no reason'
  )
}

/** `path.txt` is written last: without it, whatever lies in `dist` is half a runtime. */
async function clearAway(folder: string): Promise<void> {
  if (existsSync(join(folder, 'path.txt'))) return
  await rm(join(folder, 'dist'), { recursive: true, force: true })
}

function bytesIn(path: string): number {
  const info = statSync(path, { throwIfNoEntry: false })
  if (!info) return 0
  if (!info.isDirectory()) return info.size
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
}
