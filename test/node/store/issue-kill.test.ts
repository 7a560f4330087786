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
import { runProgram } from './kill-harness.ts'

const count = 300
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

/** A store in which three certificates are issued and three hundred more are approved. */
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
  const academy = await open(store, '2026-12-17T07:00:00Z')
  const { opened, dispatcher } = academy
  const { findings } = await opened.store.read((db) => verifyStore(db, opened.columns))
  const rows = await opened.store.read((db) =>
    db.selectFrom('certificate').select(['number', 'pdfHash']).orderBy('number').execute(),
  )
  const blocks = await opened.store.read((db) => db.selectFrom('certificateBlock').select('nextNo').execute())
  const files = await Promise.all(rows.map(({ pdfHash }) => opened.files.get(pdfHash)))
  const again = async () => {
    await dispatcher.run('certificates.issue', { id: groupId, rowVersion }, program)
    const issued = await opened.store.read((db) =>
      db.selectFrom('certificate').select('number').orderBy('number').execute(),
    )
    return issued.map(({ number }) => number)
  }
  return {
    findings,
    numbers: rows.map(({ number }) => number),
    withoutFile: files.filter((bytes) => bytes === undefined).length,
    used: Math.max(...blocks.map(({ nextNo }) => nextNo)) - 1,
    again,
    close: () => academy.close(),
  }
}

function examineDatabase(store: string) {
  const database = new SQLite(join(store, databaseFile), { readonly: true })
  const integrity = database.pragma('integrity_check', { simple: true })
  const foreignKeys = database.pragma('foreign_key_check')
  database.close()
  return { integrity, foreignKeys }
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1)

const points = ['issuing 0', 'issuing 1', 'issuing 49', 'issuing 150', 'issuing 299', `entering ${count}`]
const triedAgain = ['issuing 150', `entering ${count}`]

describe('issuing 300 certificates that is killed', () => {
  it.each(points)(
    'at %s loses no number and doubles none; after the middle and the end the next try issues all',
    async (point) => {
      const store = join(folder, `killed-${point.replace(' ', '-')}`)
      await cp(join(folder, 'store'), store, { recursive: true })
      const outcome = await runProgram('test/node/store/issue-child.ts', [store, groupId, String(rowVersion), point], {
        killAt: (line) => line === point,
      })
      expect(outcome.killed, outcome.said).toBe(true)
      const left = await examineStore(store)
      expect(left).toMatchObject({ findings: [], numbers: [1, 2, 3], used: 3, withoutFile: 0 })
      if (triedAgain.includes(point)) expect(await left.again()).toEqual(upTo(3 + count))
      await left.close()
      expect(examineDatabase(store)).toEqual({ integrity: 'ok', foreignKeys: [] })
      await rm(store, { recursive: true, force: true })
    },
  )

  it('after it was answered leaves every number with its file', async () => {
    const store = join(folder, 'answered')
    await cp(join(folder, 'store'), store, { recursive: true })
    const outcome = await runProgram('test/node/store/issue-child.ts', [store, groupId, String(rowVersion)], {
      killAt: (line) => line === 'committed',
    })
    expect(outcome.lines, outcome.said).toContain('committed')
    const left = await examineStore(store)
    expect(left).toMatchObject({ findings: [], numbers: upTo(3 + count), used: 3 + count, withoutFile: 0 })
    await left.close()
    expect((await readdir(join(store, 'files'))).length).toBeGreaterThan(0)
    await rm(store, { recursive: true, force: true })
  })
})
