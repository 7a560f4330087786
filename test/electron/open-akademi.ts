import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page, test } from '@playwright/test'
import { installedRuntime } from '../../scripts/electron-runtime.ts'

const root = join(import.meta.dirname, '../..')

/** Skips a file's tests where Electron's runtime cannot open a window, and says why. */
export function needsRuntime(): void {
  const runtime = installedRuntime()
  if (runtime.available) return
  const reason = `Electron cannot be opened here, because ${runtime.reason}`
  // The line reporters keep a skipped test's reason to themselves. Workers load the file once more: told once is enough.
  if (process.env.TEST_WORKER_INDEX === undefined) process.stdout.write(`Skipping the tests in Electron: ${reason}.\n`)
  test.skip(true, reason)
}

export type Opened = {
  readonly app: ElectronApplication
  readonly page: Page
  /** Where the host keeps its own files, and the store it opened. */
  readonly folder: string
}

/** Opens the built Akademi on a new store, or again on that of an earlier start. */
export async function openAkademi(folder?: string): Promise<Opened> {
  const runtime = installedRuntime()
  if (!runtime.available) throw new Error(runtime.reason)
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'akademi-electron-')))
  const app = await _electron.launch({
    executablePath: runtime.path,
    args: [root, '--store', join(place, 'store'), '--profile', join(place, 'profile')],
  })
  const page = await app.firstWindow()
  await page.getByRole('textbox').first().waitFor()
  return { app, page, folder: place }
}
