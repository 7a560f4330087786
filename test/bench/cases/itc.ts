import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readInstance, writeSolution } from '../itc/instance.ts'
import { costOf, hardOf, judge } from '../itc/judge.ts'
import { solveInstance } from '../itc/solve.ts'

/** Solves one instance of ITC-2007, track 3, and judges what came of it: `<file.ctt> [seconds] [solution file]`. */
const [file = '', seconds = '60', out = ''] = process.argv.slice(2)
const instance = readInstance(readFileSync(file, 'utf8'))
const before = process.cpuUsage()
const { lectures, steps } = await solveInstance(instance, { seconds: Number(seconds), seed: 1 })
const { user, system } = process.cpuUsage(before)
if (out) writeFileSync(out, writeSolution(lectures))
const verdict = judge(instance, lectures)
process.stdout.write(
  `${JSON.stringify({ instance: basename(file, '.ctt'), hard: hardOf(verdict), cost: costOf(verdict), ...verdict, steps, cpuSeconds: (user + system) / 1e6 })}\n`,
)
