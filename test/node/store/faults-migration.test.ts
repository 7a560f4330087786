import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import type { SchemaMigration } from '../../../src-core/database/migrations/index.ts'
import { fingerprint, openTrialStore, problemOf, temporaryFolder } from './trial-store.ts'

/** What the program's list of migrations ends with in these tests; undefined is the program as it is. */
const later = vi.hoisted(() => ({ up: undefined as SchemaMigration['up'] | undefined }))

vi.mock('../../../src-core/database/migrations/index.ts', async (original) => {
  const { migrations } = await original<typeof import('../../../src-core/database/migrations/index.ts')>()
  const all = () => (later.up ? [...migrations, { name: 'later', up: later.up }] : migrations)
  return {
    get migrations() {
      return all()
    },
    get schemaVersion() {
      return all().length
    },
  }
})

async function yesterdaysStore(): Promise<string> {
  later.up = undefined
  const folder = await temporaryFolder()
  const academy = await openTrialStore(folder)
  await academy.add('kept')
  await academy.close()
  return folder
}

const addColumn = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table "title" add column "shortName" text`.execute(db)
}

describe('a later program', () => {
  test('backs a store up before it changes its schema, and the backup opens with the program that made it', async () => {
    const folder = await yesterdaysStore()
    later.up = addColumn
    const academy = await openTrialStore(folder)
    expect(academy.columns.title).toContain('shortName')
    expect(await academy.names()).toEqual(['kept'])
    expect((await academy.verify()).findings).toEqual([])
    await academy.close()
    const [name] = (await readdir(join(folder, 'backups'))).filter((entry) => entry.endsWith('-migration.db'))
    const copy = new SQLite(join(folder, 'backups', name ?? ''), { readonly: true })
    expect((copy.pragma('table_info(title)') as { name: string }[]).map((column) => column.name)).not.toContain(
      'shortName',
    )
    copy.close()
  })

  test('whose migration fails leaves the store as it was, for the program before it', async () => {
    const folder = await yesterdaysStore()
    later.up = async (db) => {
      await addColumn(db)
      await sql`insert into "nowhere" values (1)`.execute(db)
    }
    await expect(openTrialStore(folder)).rejects.toThrow()
    later.up = undefined
    const academy = await openTrialStore(folder)
    expect(academy.columns.title).not.toContain('shortName')
    expect(await academy.names()).toEqual(['kept'])
  })

  test('leaves a store that the earlier one refuses by name and does not touch', async () => {
    const folder = await yesterdaysStore()
    later.up = addColumn
    await (await openTrialStore(folder)).close()
    later.up = undefined
    const before = await fingerprint(folder, /in-use/)
    expect(await problemOf(openTrialStore(folder))).toBe('newer')
    expect(await fingerprint(folder, /in-use/)).toEqual(before)
  })

  test('restores a backup of before its migration and migrates it', async () => {
    const folder = await yesterdaysStore()
    later.up = addColumn
    const academy = await openTrialStore(folder)
    await academy.add('after the migration')
    const { backups } = (await academy.run('access.backups')) as { backups: { name: string; kind: string }[] }
    await academy.run('access.restoreBackup', { name: backups.find(({ kind }) => kind === 'migration')?.name })
    expect(await academy.names()).toEqual(['kept'])
    await academy.add('goes on')
    expect((await academy.verify()).findings).toEqual([])
  })

  test('checks a backup of before its migration by the columns it had', async () => {
    const folder = await yesterdaysStore()
    later.up = addColumn
    const academy = await openTrialStore(folder)
    const { backups } = (await academy.run('access.backups')) as { backups: { name: string }[] }
    expect(await academy.run('access.verifyBackup', { name: backups[0]?.name })).toMatchObject({
      intact: true,
      findings: 0,
    })
  })
})
