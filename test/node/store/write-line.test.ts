import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openSqlite } from '../../../src-node/store/sqlite.ts'
import { createWriteLine, runGroup, type Steps } from '../../../src-node/store/write-line.ts'

/** A line over a database that notes what it is told; `failing` makes its next commit fail. */
function openLine() {
  const told: string[] = []
  const kept: string[] = []
  let held: string[] = []
  let marked: string[] = []
  const failing = { commit: false }
  const steps: Steps = {
    savepoint: () => {
      marked = [...held]
    },
    release: () => undefined,
    takeBack: () => {
      held = marked
    },
    commit: () => {
      if (failing.commit) throw new Error('the disk')
      told.push('commit')
      kept.push(...held)
    },
  }
  const line = createWriteLine<(text: string) => void>((group) => {
    held = []
    return runGroup(group, (text) => void held.push(text), steps)
  }, Number.POSITIVE_INFINITY)
  return { line, told, kept, failing }
}

test('writers that wait together share one commit, in the order they came, and nobody is answered before it', async () => {
  const { line, told, kept } = openLine()
  const answered: number[] = []
  const writers = Array.from({ length: 20 }, (_, at) =>
    line
      .join(async (write) => {
        expect(answered).toEqual([])
        write(String(at))
        return at
      })
      .then((result) => answered.push(result)),
  )
  await Promise.all(writers)
  expect(told).toEqual(['commit'])
  expect(kept).toEqual(Array.from({ length: 20 }, (_, at) => String(at)))
  expect(answered).toEqual(Array.from({ length: 20 }, (_, at) => at))
})

test('one that fails takes back its own alone; a commit that fails is heard by all of its group and by nobody else', async () => {
  const { line, kept, failing } = openLine()
  const write = (text: string, fails = false) =>
    line.join(async (put) => {
      put(text)
      if (fails) throw new Error(text)
      return text
    })
  const first = await Promise.allSettled([write('a'), write('b', true), write('c')])
  expect(first.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(kept).toEqual(['a', 'c'])
  failing.commit = true
  const second = await Promise.allSettled([write('d'), write('e')])
  expect(second.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  failing.commit = false
  expect(await write('f')).toBe('f')
  expect(kept).toEqual(['a', 'c', 'f'])
})

test('who must be alone is alone, and each work keeps the context it came with', async () => {
  const { line, told } = openLine()
  const who = new AsyncLocalStorage<string>()
  const seen: (string | undefined)[] = []
  const look = async () => void seen.push(who.getStore())
  await Promise.all([
    who.run('one', () => line.join(look)),
    who.run('two', () => line.alone(look)),
    who.run('three', () => line.join(look)),
  ])
  expect(seen).toEqual(['one', 'two', 'three'])
  expect(told).toEqual(['commit', 'commit'])
})

test('over SQLite whoever fails takes back its own alone, be it the first of a transaction, one between others or the last', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-line-'))
  const file = join(folder, 'line.db')
  new SQLite(file).exec('create table word (text text not null)').close()
  const store = openSqlite({ file, id: '' })
  const write = (text: string, fails: boolean) =>
    store.write(async ({ db }) => {
      await sql`insert into word values (${text})`.execute(db)
      if (fails) throw new Error(text)
    })
  const works = [write('a', true), write('b', true), write('c', false), write('d', true), write('e', false)]
  await Promise.allSettled([...works, write('f', true)])
  const { rows } = await store.read((db) => sql<{ text: string }>`select text from word`.execute(db))
  expect(rows.map(({ text }) => text)).toEqual(['c', 'e'])
  await store.close()
  await rm(folder, { recursive: true })
})
