import { readdirSync } from 'node:fs'
import { loadavg } from 'node:os'
import { basename, join } from 'node:path'
import { writePage } from '../performance-page.ts'
import { machine, runCase } from '../run-case.ts'
import { plannerSection } from './report-planner.ts'

const folder = process.argv[3]
const files =
  folder === undefined
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.ctt'))
        .toSorted()
const busy = loadavg()[0] ?? 0
const say = (text: string): void => void process.stderr.write(`${text}\n`)

say('the sample year')
const [year = {}] = runCase('placing-year', [])
say('small problems')
const small = runCase('placing-small', ['30', '60'])
const itc = new Map(
  files.map((name) => {
    say(name)
    return [basename(name, '.ctt'), runCase('itc', [join(folder ?? '', name), '60']).at(-1) ?? {}] as const
  }),
)
const section = plannerSection({
  machine: machine(),
  date: new Date().toISOString().slice(0, 10),
  remark: `${busy.toFixed(1)} other processes were running on average when it began.`,
  small,
  year,
  itc,
})
await writePage('planner', section)
process.stdout.write(section.join('\n'))
