import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../../src-node/store/sqlite.ts'
import { runProgram, startProgram } from './kill-harness.ts'
import { openTrialStore, problemOf, temporaryFolder } from './trial-store.ts'

const child = 'test/node/store/child.ts'

describe('a second program on one store', () => {
  test('is refused with the folder’s name, and gets it once the first has ended, in whatever way', async () => {
    const folder = await temporaryFolder()
    const first = await startProgram(child, ['hold', folder], 'held')
    onTestFinished(() => void first.kill('SIGKILL'))
    const second = await runProgram(child, ['open', folder])
    expect(second).toMatchObject({
      lines: [`not opened ${JSON.stringify({ problem: 'inUse', folder })}`],
      code: 1,
      said: '',
    })
    const ended = new Promise((resolve) => first.once('exit', resolve))
    first.kill('SIGKILL')
    await ended
    expect((await runProgram(child, ['open', folder])).lines).toEqual(['opened'])
  })

  test('is refused within one process too', async () => {
    const folder = await temporaryFolder()
    const academy = await openTrialStore(folder)
    expect(await problemOf(openTrialStore(folder))).toBe('inUse')
    await academy.close()
    await openTrialStore(folder)
  })
})

describe('another program that holds the database file', () => {
  test('makes a change wait, and is told as such when it holds on', async () => {
    const folder = await temporaryFolder()
    const academy = await openTrialStore(folder)
    await academy.add('kept')
    const store = openSqlite({ file: join(folder, 'akademi.db'), id: '', busyTimeout: 50 })
    onTestFinished(() => store.close())
    const scanner = new SQLite(join(folder, 'akademi.db'))
    onTestFinished(() => void scanner.close())
    scanner.exec('begin immediate')
    const write = () =>
      store.write(({ db }) => db.updateTable('title').set({ name: 'changed' }).where('name', '=', 'kept').execute())
    const refusal = await write().catch((error: unknown) => store.explain(error))
    expect(refusal).toMatchObject({ code: 'STORE_FAILED', data: { problem: 'locked' } })
    expect(await store.read((db) => db.selectFrom('title').select('name').execute())).toEqual([{ name: 'kept' }])
    scanner.exec('rollback')
    await write()
    expect(await store.read((db) => db.selectFrom('title').select('name').execute())).toEqual([{ name: 'changed' }])
  })
})
