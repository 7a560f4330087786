import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { schemaVersion } from '../../../src-core/database/migrations/index.ts'
import { rescueStore } from '../../../src-node/store/rescue.ts'
import { day, fingerprint, openTrialStore, problemOf, temporaryFolder } from './trial-store.ts'

type Backup = { name: string; at: string; bytes: number; kind: string; entries: number }
type List = { backups: Backup[]; dailyDue: boolean; entries: number }

describe('a backup', () => {
  test('is made of a store in use, with everything that is still in its -wal, and checked', async () => {
    const folder = await temporaryFolder()
    const academy = await openTrialStore(folder)
    await academy.add('A', 'B')
    expect((await readdir(folder)).some((name) => name.endsWith('-wal'))).toBe(true)
    const backup = (await academy.run('access.backUp', {})) as Backup
    expect(backup).toMatchObject({ kind: 'manual', entries: 1, at: '2026-12-15T07:00:00.000Z' })
    expect((await academy.run('access.verifyBackup', { name: backup.name })) as object).toEqual({
      intact: true,
      entries: 1,
      rows: 2,
      findings: 0,
    })
    expect((await academy.run('access.backups')) as List).toMatchObject({ backups: [backup], entries: 2 })
  })

  test('is one file that needs no other beside it', async () => {
    const folder = await temporaryFolder()
    const academy = await openTrialStore(folder)
    await academy.add('A')
    const { name } = (await academy.run('access.backUp', {})) as Backup
    expect((await readdir(join(folder, 'backups'))).sort()).toEqual([`${name}.db`, `${name}.json`])
    const alone = join(await temporaryFolder(), 'alone.db')
    await copyFile(join(folder, 'backups', `${name}.db`), alone)
    const database = new SQLite(alone, { readonly: true })
    expect(database.prepare('select name from title').all()).toEqual([{ name: 'A' }])
    database.close()
  })

  test('is due once a day by the calendar of Istanbul', async () => {
    const academy = await openTrialStore(await temporaryFolder())
    const due = async (instant: string) => {
      academy.setNow(new Date(instant))
      return ((await academy.run('access.backups')) as List).dailyDue
    }
    expect(await due('2026-12-15T07:00:00.000Z')).toBe(true)
    await academy.run('access.backUp', { kind: 'daily' })
    expect(await due('2026-12-15T20:59:59.000Z')).toBe(false)
    expect(await due('2026-12-15T21:00:00.000Z')).toBe(true)
    await academy.run('access.backUp', { kind: 'manual' })
    expect(await due('2026-12-15T21:00:00.000Z')).toBe(true)
  })

  test('pushes out the oldest after fourteen', async () => {
    const academy = await openTrialStore(await temporaryFolder())
    for (let n = 0; n < 16; n++) {
      academy.setNow(day(n))
      await academy.run('access.backUp', { kind: 'daily' })
    }
    const { backups } = (await academy.run('access.backups')) as List
    expect(backups.map((backup) => backup.at)).toEqual(
      Array.from({ length: 14 }, (_, at) => day(15 - at).toISOString()),
    )
  })

  test('whose bytes have changed is told apart, whichever bytes', async () => {
    const folder = await temporaryFolder()
    const academy = await openTrialStore(folder)
    await academy.add(...Array.from({ length: 500 }, (_, at) => `Unvan ${at}`))
    const { name } = (await academy.run('access.backUp', {})) as Backup
    const path = join(folder, 'backups', `${name}.db`)
    const bytes = await readFile(path)
    for (const at of [0, 20, 5000, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const spoilt = Buffer.from(bytes)
      spoilt[at] = (spoilt[at] ?? 0) ^ 4
      await writeFile(path, spoilt)
      expect(await academy.run('access.verifyBackup', { name }), `byte ${at}`).toMatchObject({ intact: false })
      expect(await problemOf(academy.run('access.restoreBackup', { name }))).toBe('damaged')
    }
    expect(await academy.names()).toHaveLength(500)
  })

  test('stands in the log with who made it, and is not in its own log', async () => {
    const academy = await openTrialStore(await temporaryFolder())
    await academy.run('access.backUp', {})
    const { rows } = (await academy.run('access.log', {})) as { rows: { operation: string }[] }
    expect(rows).toMatchObject([{ operation: 'access.backUp', outcome: 'done', actorName: 'Akademi', touched: [] }])
  })

  test('a name that is no backup’s leads nowhere, not even outside the folder', async () => {
    const academy = await openTrialStore(await temporaryFolder())
    for (const name of ['none', '../akademi', '..', 'a/b']) {
      expect(await problemOf(academy.run('access.restoreBackup', { name }))).toBe('NOT_FOUND')
      expect(await problemOf(academy.run('access.verifyBackup', { name }))).toBe('NOT_FOUND')
    }
  })
})

describe('restoring a backup', () => {
  test('brings the store back while it is in use, sets the present one aside, and says so in the log', async () => {
    const folder = await temporaryFolder()
    const academy = await openTrialStore(folder)
    await academy.add('before')
    const { name } = (await academy.run('access.backUp', {})) as Backup
    await academy.add('after')
    academy.setNow(day(1))
    await academy.run('access.restoreBackup', { name })
    expect(await academy.names()).toEqual(['before'])
    await academy.add('later')
    expect(await academy.names()).toEqual(['before', 'later'])
    const { rows } = (await academy.run('access.log', {})) as { rows: { operation: string; about: string }[] }
    expect(rows.map((row) => row.operation)).toEqual(['trial.addTitles', 'access.restoreBackup', 'trial.addTitles'])
    expect(rows[1]?.about).toBe(name)
    expect((await academy.verify()).findings).toEqual([])
    const aside = (await readdir(folder)).find((entry) => entry.startsWith('replaced-'))
    const replaced = new SQLite(join(folder, aside ?? '', 'akademi.db'))
    expect(replaced.prepare('select name from title order by name').all()).toEqual([
      { name: 'after' },
      { name: 'before' },
    ])
    replaced.close()
  })

  test('holds up what reads and writes at that moment, and loses none of it that was answered', async () => {
    const academy = await openTrialStore(await temporaryFolder())
    await academy.add('before')
    const { name } = (await academy.run('access.backUp', {})) as Backup
    const work = [
      academy.add('queued before'),
      academy.names(),
      academy.run('access.restoreBackup', { name }),
      academy.add('queued after'),
      academy.names(),
    ]
    const results = await Promise.allSettled(work)
    expect(results.map((result) => result.status)).toEqual(Array.from({ length: 5 }, () => 'fulfilled'))
    expect(await academy.names()).toEqual(['before', 'queued after'])
    expect((await academy.verify()).findings).toEqual([])
  })

  test('holds after the store was closed and opened again', async () => {
    const folder = await temporaryFolder()
    const academy = await openTrialStore(folder)
    await academy.add('before')
    const { name } = (await academy.run('access.backUp', {})) as Backup
    for (let n = 0; n < 5; n++) await academy.add(`after ${n}`)
    await academy.run('access.restoreBackup', { name })
    await academy.close()
    const again = await openTrialStore(folder)
    expect(await again.names()).toEqual(['before'])
  })

  test('signs everybody out whom the backup does not know', async () => {
    const academy = await openTrialStore(await temporaryFolder())
    const { name } = (await academy.run('access.backUp', {})) as Backup
    const window = { source: 'window' as const, actor: null, session: null, locked: false }
    const setUp = {
      institution: 'Örnek Belediyesi',
      displayName: 'Ayşe Yönetir',
      userName: 'ayse',
      password: 'sarı lale on ikinci kat',
      language: 'tr',
      alsoOfficer: false,
    }
    await academy.run('access.setUp', setUp, window)
    await academy.run('access.restoreBackup', { name }, window)
    expect(await problemOf(academy.run('access.accounts', undefined, window))).toBe('NOT_SIGNED_IN')
    expect(await academy.run('access.state', undefined, window)).toMatchObject({ needsSetUp: true, account: null })
  })

  test('of another store is refused and changes nothing', async () => {
    const [mine, other] = [await temporaryFolder(), await temporaryFolder()]
    const foreign = await openTrialStore(other)
    await foreign.add('foreign')
    const { name } = (await foreign.run('access.backUp', {})) as Backup
    const academy = await openTrialStore(mine)
    await academy.run('access.backUp', {})
    for (const suffix of ['db', 'json'])
      await copyFile(join(other, 'backups', `${name}.${suffix}`), join(mine, 'backups', `${name}x.${suffix}`))
    await academy.add('mine')
    expect(await problemOf(academy.run('access.restoreBackup', { name: `${name}x` }))).toBe('backupOfOtherStore')
    expect(await academy.names()).toEqual(['mine'])
  })

  test('a crash at any step of it is finished at the next start', async () => {
    const build = async () => {
      const folder = await temporaryFolder()
      const academy = await openTrialStore(folder)
      await academy.add('before')
      const { name } = (await academy.run('access.backUp', {})) as Backup
      await academy.add('after')
      await academy.run('access.restoreBackup', { name })
      await academy.close()
      return folder
    }
    const folder = await build()
    const done = new SQLite(join(folder, 'akademi.db'), { readonly: true })
    const { hash, seq } = done.prepare('select hash, seq from commandLog where seq = 1').get() as {
      hash: string
      seq: number
    }
    const { value: storeId } = done.prepare("select value from storeInfo where key = 'storeId'").get() as {
      value: string
    }
    done.close()
    const [aside = ''] = (await readdir(folder)).filter((entry) => entry.startsWith('replaced-'))
    const backup = (await readdir(join(folder, 'backups'))).find((entry) => entry.endsWith('.db')) ?? ''
    const plan = JSON.stringify({ aside, head: { storeId, seq, hash } })
    const states: readonly (() => Promise<void>)[] = [
      // The plan was written, nothing moved yet.
      async () => {
        await copyFile(join(folder, aside, 'akademi.db'), join(folder, 'akademi.db'))
        await copyFile(join(folder, 'backups', backup), join(folder, 'akademi.db.restored'))
      },
      // The old database was set aside, the new one not yet in its place.
      async () => {
        await rm(join(folder, 'akademi.db'), { force: true })
        await copyFile(join(folder, 'backups', backup), join(folder, 'akademi.db.restored'))
      },
      // All files stand, the note of the log's end is still the old one.
      async () => {
        await rm(join(folder, 'akademi.db.restored'), { force: true })
        await copyFile(join(folder, 'backups', backup), join(folder, 'akademi.db'))
      },
    ]
    for (const crash of states) {
      await crash()
      await writeFile(
        join(folder, 'head.json'),
        JSON.stringify({ storeId, seq: 2, hash: 'of the log that was replaced' }),
      )
      await writeFile(join(folder, 'restore.json'), plan)
      const again = await openTrialStore(folder)
      expect(await again.names()).toEqual(['before'])
      expect((await again.verify()).findings).toEqual([])
      await again.close()
      expect(await readdir(folder)).not.toContain('restore.json')
    }
  })
})

describe('a store that does not open', () => {
  const broken = async () => {
    const folder = await temporaryFolder()
    const academy = await openTrialStore(folder)
    await academy.add('kept')
    const { name } = (await academy.run('access.backUp', {})) as Backup
    await academy.close()
    await writeFile(join(folder, 'akademi.db'), 'this was a database')
    return { folder, name }
  }

  test('is brought back from its backup, and what was there is set aside', async () => {
    const { folder, name } = await broken()
    expect(await problemOf(openTrialStore(folder))).toBe('damaged')
    expect(await rescueStore(folder, { backup: name }, day(2))).toEqual({ entries: 1 })
    const academy = await openTrialStore(folder)
    expect(await academy.names()).toEqual(['kept'])
    const [aside = ''] = (await readdir(folder)).filter((entry) => entry.startsWith('replaced-'))
    expect(await readFile(join(folder, aside, 'akademi.db'), 'utf8')).toBe('this was a database')
  })

  test('is brought back from a copy that was kept elsewhere', async () => {
    const { folder, name } = await broken()
    const elsewhere = join(await temporaryFolder(), 'copy.db')
    await copyFile(join(folder, 'backups', `${name}.db`), elsewhere)
    await rescueStore(folder, { file: elsewhere }, day(2))
    expect(await (await openTrialStore(folder)).names()).toEqual(['kept'])
  })

  test('is not brought back from what is no store, one of a later program, or while it is open', async () => {
    const { folder, name } = await broken()
    const outside = await temporaryFolder()
    const text = join(outside, 'text.db')
    await writeFile(text, 'no database either')
    const empty = join(outside, 'empty.db')
    new SQLite(empty).exec('create table other (x)').close()
    const newer = join(outside, 'newer.db')
    await copyFile(join(folder, 'backups', `${name}.db`), newer)
    const database = new SQLite(newer)
    database.prepare('insert into schemaMigration values (?, ?, ?)').run(schemaVersion + 1, 'later', '')
    database.close()
    const before = await fingerprint(folder, /in-use/)
    expect(await problemOf(rescueStore(folder, { file: text }, day(2)))).toBe('damaged')
    expect(await problemOf(rescueStore(folder, { file: empty }, day(2)))).toBe('damaged')
    expect(await problemOf(rescueStore(folder, { file: newer }, day(2)))).toBe('newer')
    expect(await fingerprint(folder, /in-use/)).toEqual(before)
    await rescueStore(folder, { backup: name }, day(2))
    await openTrialStore(folder)
    expect(await problemOf(rescueStore(folder, { backup: name }, day(3)))).toBe('inUse')
  })
})
