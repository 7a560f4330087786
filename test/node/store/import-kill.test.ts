import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyStore } from '../../../src-core/database/verify.ts'
import { openAcademy } from '../../../src-main/service/academy.ts'
import { createSampleStore } from '../../../src-main/service/sample.ts'
import { databaseFile } from '../../../src-node/store/open-store.ts'
import { sheetOf } from '../../core/needs/import-academy.ts'
import { thorough } from '../../thorough.ts'
import { runProgram } from './kill-harness.ts'

const rows = thorough ? 60_000 : 20_000
const people = thorough ? 2000 : 800
const topicsEach = rows / people
let folder = ''
let cycleId = ''

/** A store with an empty cycle, and a workbook of many needs for it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akademi-import-kill-'))
  const store = join(folder, 'store')
  await createSampleStore(store, { today: '2026-12-15', staff: 3000, needLines: 500 })
  const academy = await openAcademy({
    folder: store,
    dataKey: new Uint8Array(32).fill(7),
    clock: () => new Date('2026-12-15T07:00:00Z'),
  })
  const program = {
    source: 'cli' as const,
    actor: { id: 'test', name: 'Test', roles: 'all' as const },
    session: null,
    locked: false,
  }
  const run = (name: string, input?: unknown) => academy.dispatcher.run(name, input, program) as Promise<never>
  const types = ['OFFICER', 'CONTRACTED', 'WORKER', 'COMPANY', 'CANDIDATE_OFFICER']
  const fields = (await run('needs.suggestCycle', { year: 2030 })) as object
  const cycle = (await run('needs.createCycle', { ...fields, eligibleTypes: types, maxLinesPerPerson: 50 })) as {
    id: string
    rowVersion: number
  }
  await run('needs.approveCycle', { id: cycle.id, rowVersion: cycle.rowVersion })
  cycleId = cycle.id
  const { staff, topics } = await academy.opened.store.read(async (db) => ({
    staff: await db
      .selectFrom('person')
      .select(['registryNo', 'givenNames', 'surname', 'employmentType'])
      .where('active', '=', 1)
      .orderBy('id')
      .execute(),
    topics: await db.selectFrom('topic').select('code').orderBy('code').limit(topicsEach).execute(),
  }))
  await academy.close()
  const words: Readonly<Record<string, string>> = {
    OFFICER: 'Memur',
    CONTRACTED: 'Sözleşmeli',
    WORKER: 'İşçi',
    COMPANY: 'Şirket personeli',
    CANDIDATE_OFFICER: 'Aday memur',
  }
  const lines = staff
    .slice(0, people)
    .flatMap((person) =>
      topics.map((topic) => [
        person.registryNo,
        words[person.employmentType] ?? '',
        `${person.givenNames} ${person.surname}`,
        topic.code,
        '3',
      ]),
    )
  await writeFile(
    join(folder, 'talepler.xlsx'),
    await sheetOf(['Sicil No', 'İstihdam Türü', 'Adı Soyadı', 'Eğitim Kodu', 'Aciliyet'], lines),
  )
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Opens what is left the way an officer would, and checks everything that can be checked. */
async function examineStore(store: string) {
  const academy = await openAcademy({
    folder: store,
    dataKey: new Uint8Array(32).fill(7),
    clock: () => new Date('2026-12-17T07:00:00Z'),
  })
  const { findings } = await academy.opened.store.read((db) => verifyStore(db, academy.opened.columns))
  const imported = await academy.opened.store.read((db) =>
    db.selectFrom('needLine').select('id').where('importId', 'is not', null).execute(),
  )
  const batches = await academy.opened.store.read((db) => db.selectFrom('importBatch').select('id').execute())
  await academy.close()
  const database = new SQLite(join(store, databaseFile), { readonly: true })
  const integrity = database.pragma('integrity_check', { simple: true })
  const foreignKeys = database.pragma('foreign_key_check')
  database.close()
  return { findings, integrity, foreignKeys, imported: imported.length, batches: batches.length }
}

const points = Array.from({ length: 10 }, (_, at) => (at * rows) / 10)
const whole = { findings: [], integrity: 'ok', foreignKeys: [] }

const importInto = (store: string, options: Parameters<typeof runProgram>[2]) =>
  runProgram('test/node/store/import-child.ts', [store, join(folder, 'talepler.xlsx'), cycleId], options)

describe(`an import of ${rows} rows that is killed`, () => {
  it('in the middle leaves a store that opens, is sound, and holds nothing of it', async () => {
    const store = join(folder, 'killed')
    await cp(join(folder, 'store'), store, { recursive: true })
    const outcome = await importInto(store, { killAt: (line) => line.startsWith(`writingNeeds ${rows / 2} `) })
    expect(outcome.killed, outcome.said).toBe(true)
    expect(await examineStore(store)).toEqual({ ...whole, imported: 0, batches: 0 })
    await rm(store, { recursive: true, force: true })
  })

  // What a killed process leaves is what its files hold: they are copied while it stands still, then it runs on.
  const noHalting = process.platform === 'win32' ? ': skipped, Windows cannot make a process stand still' : ''

  it.skipIf(noHalting)(
    `at any of ten rows leaves a store that opens, is sound, and holds nothing of it, and all of it once it was answered${noHalting}`,
    async () => {
      const store = join(folder, 'answered')
      await cp(join(folder, 'store'), store, { recursive: true })
      const pointOf = (line: string) => points.find((point) => line.startsWith(`writingNeeds ${point} `))
      const left = new Map<number, Awaited<ReturnType<typeof examineStore>>>()
      const outcome = await importInto(store, {
        halt: {
          at: (line) => pointOf(line) !== undefined,
          look: async (line) => {
            const copy = join(folder, 'stood')
            await cp(store, copy, { recursive: true })
            left.set(pointOf(line) ?? -1, await examineStore(copy))
            await rm(copy, { recursive: true, force: true })
          },
        },
        killAt: (line) => line === 'committed',
      })
      expect(outcome.lines, outcome.said).toContain('committed')
      expect(left).toEqual(new Map(points.map((point) => [point, { ...whole, imported: 0, batches: 0 }])))
      expect(await examineStore(store)).toEqual({ ...whole, imported: rows, batches: 1 })
      await rm(store, { recursive: true, force: true })
    },
  )
})
