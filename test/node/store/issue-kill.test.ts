import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyStore } from '../../../src-core/database/verify.ts'
import type { Connection } from '../../../src-core/kernel/context.ts'
import { openAcademy } from '../../../src-main/service/academy.ts'
import { databaseFile } from '../../../src-node/store/open-store.ts'
import { groupFields, holderFields } from '../../core/certificates/certificate-office.ts'
import { thorough } from '../../thorough.ts'
import { runProgram } from './kill-harness.ts'

const count = thorough ? 300 : 90
const middle = `issuing ${count / 2}`
const dataKey = new Uint8Array(32).fill(7)
const program: Connection = {
  source: 'cli',
  actor: { id: 'test', name: 'Test', roles: 'all' },
  session: null,
  locked: false,
}
let folder = ''
let groupId = ''
let rowVersion = 0

const open = (store: string, at = '2026-12-15T07:00:00Z') =>
  openAcademy({ folder: store, dataKey, clock: () => new Date(at) })

/** A store in which three certificates are issued and many more are approved. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akademi-issue-kill-'))
  const academy = await open(join(folder, 'store'))
  const run = (name: string, input?: unknown) => academy.dispatcher.run(name, input, program) as Promise<never>
  const recorder: Connection = { ...program, actor: { id: 'recorder', name: 'Recorder', roles: 'all' } }
  const approve = async (people: number) => {
    const group = (await run('certificates.addGroup', groupFields())) as { id: string; rowVersion: number }
    const holders = Array.from({ length: people }, (_, at) => holderFields(`Şule İğde ${at + 1}`))
    await academy.dispatcher.run('certificates.addHolders', { groupId: group.id, holders }, recorder)
    const { rowVersion: now } = (await run('certificates.getGroup', { id: group.id })) as { rowVersion: number }
    const proposed = (await run('certificates.propose', { id: group.id, rowVersion: now })) as { rowVersion: number }
    const { rowVersion: last } = (await run('certificates.approve', {
      id: group.id,
      rowVersion: proposed.rowVersion,
    })) as { rowVersion: number }
    return { id: group.id, rowVersion: last }
  }
  await run('certificates.activateTemplate', { kind: 'DELEGATION', language: 'both' })
  await run('certificates.issue', await approve(3))
  const many = await approve(count)
  groupId = many.id
  rowVersion = many.rowVersion
  await academy.close()
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** What is left, looked at as an auditor would: numbers, files, log, the database itself. */
async function examineStore(store: string) {
  const { opened, close } = await open(store, '2026-12-17T07:00:00Z')
  const { findings } = await opened.store.read((db) => verifyStore(db, opened.columns))
  const rows = await opened.store.read((db) =>
    db.selectFrom('certificate').select(['number', 'pdfHash']).orderBy('number').execute(),
  )
  const blocks = await opened.store.read((db) => db.selectFrom('certificateBlock').select('nextNo').execute())
  const files = await Promise.all(rows.map(({ pdfHash }) => opened.files.get(pdfHash)))
  await close()
  const database = new SQLite(join(store, databaseFile), { readonly: true })
  const integrity = database.pragma('integrity_check', { simple: true })
  const foreignKeys = database.pragma('foreign_key_check')
  database.close()
  return {
    findings,
    numbers: rows.map(({ number }) => number),
    withoutFile: files.filter((bytes) => bytes === undefined).length,
    used: Math.max(...blocks.map(({ nextNo }) => nextNo)) - 1,
    integrity,
    foreignKeys,
  }
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1)

const points = ['issuing 0', 'issuing 1', 'issuing 49', middle, `issuing ${count - 1}`, `entering ${count}`]
const untouched = { findings: [], numbers: [1, 2, 3], used: 3, withoutFile: 0, integrity: 'ok', foreignKeys: [] }

async function copyOfStore(name: string): Promise<string> {
  const store = join(folder, name)
  await cp(join(folder, 'store'), store, { recursive: true })
  return store
}

const issueIn = (store: string, at: readonly string[], options: Parameters<typeof runProgram>[2]) =>
  runProgram('test/node/store/issue-child.ts', [store, groupId, String(rowVersion), ...at], options)

describe(`issuing ${count} certificates that is killed`, () => {
  it('in the middle loses no number and doubles none, and the next try issues all', async () => {
    const store = await copyOfStore('killed')
    const outcome = await issueIn(store, [middle], { killAt: (line) => line === middle })
    expect(outcome.killed, outcome.said).toBe(true)
    expect(await examineStore(store)).toEqual(untouched)
    const academy = await open(store, '2026-12-17T07:00:00Z')
    await academy.dispatcher.run('certificates.issue', { id: groupId, rowVersion }, program)
    await academy.close()
    expect((await examineStore(store)).numbers).toEqual(upTo(3 + count))
    await rm(store, { recursive: true, force: true })
  })

  // What a killed process leaves is what its files hold: they are copied while it stands still, then it runs on.
  const noHalting = process.platform === 'win32' ? ': skipped, Windows cannot make a process stand still' : ''

  it.skipIf(noHalting)(
    `at any step loses no number and doubles none, and once it was answered every number has its file${noHalting}`,
    async () => {
      const store = await copyOfStore('answered')
      const left = new Map<string, Awaited<ReturnType<typeof examineStore>>>()
      const outcome = await issueIn(store, points, {
        halt: {
          at: (line) => points.includes(line),
          look: async (line) => {
            const copy = join(folder, 'stood')
            await cp(store, copy, { recursive: true })
            left.set(line, await examineStore(copy))
            await rm(copy, { recursive: true, force: true })
          },
        },
        killAt: (line) => line === 'committed',
      })
      expect(outcome.lines, outcome.said).toContain('committed')
      expect(left).toEqual(new Map(points.map((point) => [point, untouched])))
      expect(await examineStore(store)).toEqual({ ...untouched, numbers: upTo(3 + count), used: 3 + count })
      expect((await readdir(join(store, 'files'))).length).toBeGreaterThan(0)
      await rm(store, { recursive: true, force: true })
    },
  )
})
