import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { access } from '../../../src-core/access/index.ts'
import type { Verification } from '../../../src-core/database/verify.ts'
import { sha256 } from '../../../src-core/kernel/hash.ts'
import { type OpenedStore, openStore } from '../../../src-node/store/open-store.ts'
import { academyOver, type StoreAcademy } from '../../core/database/academy-over.ts'
import { trial } from '../../core/database/trial.ts'

export const day = (n: number): Date => new Date(Date.parse('2026-12-15T07:00:00.000Z') + n * 86_400_000)

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export type TrialStore = StoreAcademy & {
  readonly opened: OpenedStore
  add(...names: string[]): Promise<readonly string[]>
  names(): Promise<readonly string[]>
  verify(): Promise<Verification>
  close(): Promise<void>
}

/** A store in a folder with operations that exercise it; closed after the test at the latest. */
export async function openTrialStore(folder: string, now = day(0)): Promise<TrialStore> {
  const opened = await openStore(folder, now)
  const academy = academyOver(opened, { trial, access }, now)
  let open = true
  const close = async () => {
    if (open) {
      open = false
      await opened.close()
    }
  }
  onTestFinished(close)
  return {
    ...academy,
    opened,
    add: async (...names) => ((await academy.run('trial.addTitles', { names })) as { ids: string[] }).ids,
    names: async () => ((await academy.run('trial.titles')) as { name: string }[]).map((title) => title.name),
    verify: () => academy.run('access.verify'),
    close,
  }
}

/** Every file below a folder with the hash of its bytes, to tell that nothing was touched. */
export async function fingerprint(folder: string, except: RegExp = /^$/): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !except.test(name))
    .sort()
  const found: Record<string, string> = {}
  for (const name of names) found[name] = sha256(await readFile(join(folder, name)))
  return found
}

/** What a promise is refused with: the code of the refusal and the store's problem or the broken rule. */
export const problemOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: { code?: string; data?: { problem?: string; rule?: string } }) =>
      error.data?.problem ?? error.data?.rule ?? error.code ?? String(error),
  )
