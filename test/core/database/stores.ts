import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, onTestFinished } from 'vitest'
import type { Feature } from '../../../src-core/database/dispatcher.ts'
import { features as allFeatures } from '../../../src-core/features.ts'
import { openFileStore } from '../../../src-node/store/file-store.ts'
import { openStore } from '../../../src-node/store/open-store.ts'
import { type AnyStore, academyOver } from './academy-over.ts'
import { openFoundedPostgres, postgresSkipped } from './founded-postgres.ts'

export type { StoreAcademy } from './academy-over.ts'

export type OpenAnyStore = () => Promise<AnyStore>

const founded = new Date('2026-12-15T07:00:00.000Z')

export async function openSqliteStore(): Promise<AnyStore> {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-store-'))
  const { close, ...opened } = await openStore(folder, founded)
  onTestFinished(async () => {
    await close()
    await rm(folder, { recursive: true, force: true })
  })
  return opened
}

const skipped = postgresSkipped()

async function openOnPostgres(): Promise<AnyStore> {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-files-'))
  const opened = await openFoundedPostgres()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return { ...opened, files: openFileStore(folder) }
}

/** Runs the same tests over SQLite and over a real PostgreSQL; where there is none, those are skipped with the reason. */
export function onEveryStore(title: string, tests: (open: OpenAnyStore) => void): void {
  describe(`${title} (SQLite)`, () => tests(openSqliteStore))
  if (!skipped) describe(`${title} (PostgreSQL)`, () => tests(openOnPostgres))
  else describe.skip(`${title} (PostgreSQL), skipped: ${skipped}`, () => tests(openOnPostgres))
}

/** The academy over any store. The clock stands at 10:00 on 15 December 2026 until moved. */
export const openAcademy = async (open: OpenAnyStore, features: Readonly<Record<string, Feature>> = allFeatures) =>
  academyOver(await open(), features, founded)
