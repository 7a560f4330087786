import { mkdir, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { writePage } from '../performance-page.ts'
import { type Figures, machine, runCase } from '../run-case.ts'
import { growthChart } from './growth-chart.ts'
import { type Measured, portalLines } from './report-portal.ts'

/*
 * `npm run bench -- portal [commands] [seconds] [rounds] [connections] [largest] [write]`; small numbers try it out, and then the page
 * stays as it is unless `write` is said: it names the sizes.
 * AKADEMI_BENCH_PEERS names a folder in which `pouchdb-node` and `express-pouchdb` are installed.
 */
const [commands = 100_000, seconds = 600, rounds = 3, connections = 64, largest = 1_000_000] = process.argv
  .slice(3)
  .filter((argument) => argument !== 'write')
  .map(Number)
const peers = process.env.AKADEMI_BENCH_PEERS ?? ''
const whole = commands >= 100_000 || process.argv.includes('write')

/** Turn by turn, so that a busy minute falls on every case. */
function inTurn<N extends string>(
  cases: Readonly<Record<N, readonly [string, ...string[]]>>,
): Record<N, readonly Figures[]> {
  const results = Object.fromEntries(Object.keys(cases).map((name) => [name, []])) as unknown as Record<N, Figures[]>
  for (let round = 0; round < rounds; round++)
    for (const [name, [script, ...args]] of Object.entries<readonly [string, ...string[]]>(cases)) {
      const figures = runCase(script, args).at(-1) ?? {}
      process.stderr.write(`${name} ${round + 1}/${rounds} ${JSON.stringify(figures)}\n`)
      results[name as N].push(figures)
    }
  return results
}

const busy = loadavg()[0] ?? 0
const short = String(Math.min(30, seconds))
const many = String(connections)
const sync = inTurn({
  akademi: ['sync-akademi', String(commands)],
  pouchdb: ['sync-pouchdb', String(commands), peers],
})
const submit = inTurn({
  sqlite: ['submit-akademi', 'sqlite', short, many],
  sqliteFloor: ['submit-floor', 'sqlite', short, many],
  postgres: ['submit-akademi', 'postgres', short, many],
  postgresFloor: ['submit-floor', 'postgres', short, many],
})
const one = (script: string, ...args: readonly string[]): Figures => {
  const figures = runCase(script, args).at(-1) ?? {}
  process.stderr.write(`${script} ${args.join(' ')} ${JSON.stringify(figures)}\n`)
  return figures
}
const syncs = {
  one: one('submit-akademi', 'sqlite', '3', '1', '1', '0', 'count'),
  many: one('submit-akademi', 'sqlite', '3', many, '1', '0', 'count'),
}
const long = one('submit-akademi', 'sqlite', String(seconds), many)
const processes = [1, 2, 3, 4].map((count) => one('submit-akademi', 'postgres', short, many, String(count)))
const sizes = [10_000, 100_000, 1_000_000].filter((size) => size <= largest)
const growth = sizes.map((size) => one('submit-akademi', 'postgres', short, many, '1', String(size)))

const measured: Measured = {
  ...{ machine: machine(), busy, commands, seconds, connections },
  ...{ sync, submit, syncs, long, processes, sizes, growth },
}
const chart = growthChart({
  processes: processes.map(({ aSecond = 0 }, at) => ({ at: at + 1, value: aSecond })),
  sizes: growth.map(({ aSecond = 0 }, at) => ({ at: sizes[at] ?? 0, value: aSecond })),
})
const lines = portalLines(measured)
process.stdout.write(`${lines.join('\n')}\n`)
if (whole) {
  const pictures = join(import.meta.dirname, '..', '..', '..', 'docs', 'pictures')
  await mkdir(pictures, { recursive: true })
  await writeFile(join(pictures, 'growth.svg'), chart)
  await writePage('portal', lines)
} else process.stdout.write(`${chart}\n`)
