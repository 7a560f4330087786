import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { day, fingerprint, openTrialStore, problemOf, temporaryFolder } from './trial-store.ts'

/** A closed store with so many titles. */
async function storeWith(...names: string[]): Promise<string> {
  const folder = await temporaryFolder()
  const academy = await openTrialStore(folder)
  for (const name of names) await academy.add(name)
  await academy.close()
  return folder
}

/** The `-wal` and the database of a store that is open right now. */
async function openCopies(folder: string, ...names: string[]) {
  const academy = await openTrialStore(folder)
  for (const name of names) await academy.add(name)
  const wal = await readFile(join(folder, 'akademi.db-wal'))
  const database = await readFile(join(folder, 'akademi.db'))
  await academy.close()
  return { wal, database }
}

const refusedUntouched = async (folder: string, problem: string) => {
  const before = await fingerprint(folder, /in-use/)
  expect(await problemOf(openTrialStore(folder))).toBe(problem)
  expect(await fingerprint(folder, /in-use/)).toEqual(before)
}

describe('beside the database', () => {
  test('the -wal of another store, which SQLite would take for its own, is noticed and nothing is touched', async () => {
    const mine = await storeWith('mine')
    const { wal } = await openCopies(
      await storeWith('foreign'),
      ...Array.from({ length: 20 }, (_, at) => `foreign ${at}`),
    )
    await writeFile(join(mine, 'akademi.db-wal'), wal)
    const naive = await temporaryFolder()
    for (const name of ['akademi.db', 'akademi.db-wal']) await copyFile(join(mine, name), join(naive, name))
    const database = new SQLite(join(naive, 'akademi.db'))
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const names = (database.prepare('select name from title').all() as { name: string }[]).map((row) => row.name)
    database.close()
    expect(names).not.toEqual(['mine'])
    await refusedUntouched(mine, 'replaced')
    await rm(join(mine, 'akademi.db-wal'))
    await rm(join(mine, 'akademi.db-shm'), { force: true })
    expect(await (await openTrialStore(mine)).names()).toEqual(['mine'])
  })

  test('an older -wal of the same store is noticed', async () => {
    const folder = await storeWith('one')
    const { wal } = await openCopies(folder, 'two')
    const academy = await openTrialStore(folder)
    await academy.add('three')
    await academy.close()
    await writeFile(join(folder, 'akademi.db-wal'), wal)
    const opened = await problemOf(openTrialStore(folder))
    if (opened === 'not refused') expect(await (await openTrialStore(folder)).names()).toEqual(['one', 'two', 'three'])
    else expect(['replaced', 'damaged']).toContain(opened)
  })

  test('a foreign -wal does no harm to a store that is being restored', async () => {
    const folder = await storeWith('mine')
    const academy = await openTrialStore(folder)
    const { name } = (await academy.run('access.backUp', {})) as { name: string }
    await academy.close()
    const { wal } = await openCopies(await storeWith('foreign'), 'foreign 2')
    await writeFile(join(folder, 'akademi.db-wal'), wal)
    const { rescueStore } = await import('../../../src-node/store/rescue.ts')
    await rescueStore(folder, { backup: name }, day(3))
    const again = await openTrialStore(folder)
    expect(await again.names()).toEqual(['mine'])
    expect((await again.verify()).findings).toEqual([])
  })
})

describe('in place of the database', () => {
  test('an older copy of the same store is noticed, put there by whomever', async () => {
    const folder = await storeWith('one')
    const older = await readFile(join(folder, 'akademi.db'))
    const academy = await openTrialStore(folder)
    await academy.add('two')
    await academy.close()
    const newer = await readFile(join(folder, 'akademi.db'))
    await writeFile(join(folder, 'akademi.db'), older)
    await refusedUntouched(folder, 'replaced')
    await writeFile(join(folder, 'akademi.db'), newer)
    expect(await (await openTrialStore(folder)).names()).toEqual(['one', 'two'])
  })

  test('a copy that was made while the store was open, without its -wal, is noticed after the next start', async () => {
    const folder = await storeWith('one')
    const { database } = await openCopies(folder, ...Array.from({ length: 5 }, (_, at) => `later ${at}`))
    await writeFile(join(folder, 'akademi.db'), database)
    await refusedUntouched(folder, 'replaced')
  })

  test('another store is noticed', async () => {
    const mine = await storeWith('mine')
    const foreign = await storeWith('foreign', 'foreign too')
    await copyFile(join(foreign, 'akademi.db'), join(mine, 'akademi.db'))
    await refusedUntouched(mine, 'replaced')
  })

  test('a store whose log was rewritten up to the noted end is noticed', async () => {
    const folder = await storeWith('one', 'two')
    const database = new SQLite(join(folder, 'akademi.db'))
    database.exec("update commandLog set hash = 'f' where seq = 2")
    database.close()
    expect(await problemOf(openTrialStore(folder))).toBe('replaced')
  })

  test('the whole folder, copied elsewhere while closed, opens like the original', async () => {
    const folder = await storeWith('one', 'two')
    const copy = await temporaryFolder()
    for (const name of ['akademi.db', 'head.json']) await copyFile(join(folder, name), join(copy, name))
    expect(await (await openTrialStore(copy)).names()).toEqual(['one', 'two'])
  })
})
