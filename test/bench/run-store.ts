import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBench, program, sampleAcademy } from './bench-store.ts'
import { report } from './report.ts'
import { type Figures, machine, runCase } from './run-case.ts'
import { tnaWorkbook } from './tna-workbook.ts'

const rounds = Number(process.argv[2] ?? 5)
const rows = 100_000
const folder = await mkdtemp(join(tmpdir(), 'akademi-bench-'))
const sample = join(folder, 'sample')
const collecting = join(folder, 'collecting')
const file = join(folder, 'tna.xlsx')

const runOne = (name: string, args: readonly string[]): Figures => runCase(name, args).at(-1) ?? {}

/** A store with the sample's people and an empty cycle whose line limit the file does not reach. */
async function prepareCollecting(): Promise<void> {
  await sampleAcademy(collecting, 500)
  const academy = await openBench(collecting)
  const run = (name: string, input?: unknown) => academy.dispatcher.run(name, input, program) as Promise<never>
  const fields = await run('needs.suggestCycle', { year: 2030 })
  const types = ['OFFICER', 'CONTRACTED', 'WORKER', 'COMPANY', 'CANDIDATE_OFFICER']
  const cycle = (await run('needs.createCycle', {
    ...(fields as object),
    eligibleTypes: types,
    maxLinesPerPerson: 50,
  })) as { id: string; rowVersion: number }
  await run('needs.approveCycle', { id: cycle.id, rowVersion: cycle.rowVersion })
  const staff = await academy.opened.store.read((db) =>
    db
      .selectFrom('person')
      .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
      .select(['person.registryNo', 'person.givenNames', 'person.surname', 'orgUnit.code'])
      .where('person.active', '=', 1)
      .orderBy('person.id')
      .execute(),
  )
  const seen = new Set<string>()
  const people = staff
    .filter(({ registryNo }) => !seen.has(registryNo) && seen.add(registryNo))
    .map(({ registryNo, givenNames, surname, code }) => ({
      registryNo,
      name: `${givenNames} ${surname}`,
      unitCode: code,
    }))
  const topics = await academy.opened.store.read((db) =>
    db.selectFrom('topic').select('code').orderBy('code').execute(),
  )
  await academy.close()
  await writeFile(file, tnaWorkbook({ rows, people, topicCodes: topics.map((topic) => topic.code) }))
}

/** The same case several times, each on a fresh copy of the store. */
async function repeat(name: string, store: string, args: readonly string[], keep = false): Promise<readonly Figures[]> {
  const results: Figures[] = []
  for (let round = 0; round < rounds; round++) {
    const copy = join(folder, `${name}-${round}`)
    await cp(store, copy, { recursive: true })
    results.push(runOne(name, [copy, ...args]))
    if (keep && round === 0) await cp(copy, join(folder, 'imported'), { recursive: true })
    await rm(copy, { recursive: true, force: true })
    process.stderr.write(`${name} ${round + 1}/${rounds} ${JSON.stringify(results.at(-1))}\n`)
  }
  return results
}

try {
  await sampleAcademy(sample)
  await prepareCollecting()
  const importFloor = await repeat('import-floor', collecting, [file])
  const importAkademi = await repeat('import-akademi', collecting, [file], true)
  const exported = join(folder, 'results.xlsx')
  const exportAkademi = await repeat('export-akademi', join(folder, 'imported'), [exported])
  const exportFloor = await repeat('export-floor', join(folder, 'imported'), [exported, join(folder, 'floor.xlsx')])
  const screens = await repeat('screens', sample, [])
  const start = await repeat('start', sample, [])
  const frames = await repeat('frames', collecting, [file])
  const plan = await repeat('frames-plan', sample, [])
  await report({
    ...{ machine: machine(), importFloor, importAkademi, exportFloor, exportAkademi, screens, start, frames, plan },
  })
} finally {
  await rm(folder, { recursive: true, force: true })
}
