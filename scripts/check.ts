import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findImportLawViolations } from './import-law.ts'
import { findLicenceProblems } from './licences.ts'

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)

type Step = readonly [name: string, command: string, args: readonly string[]]
type Outcome = { readonly name: string; readonly passed: boolean; readonly said: string }

// Several checkers in one process would each work out the same large types again.
const types = (project: string): readonly string[] => ['-p', project, '--checkers', '1', '--pretty', 'false']

const steps: readonly Step[] = [
  ['types of the window', bin('tsc'), types('tsconfig.web.json')],
  ['types of the core, the adapters and the hosts', bin('tsc'), types('tsconfig.json')],
  ['lint and format', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['dead code and unused dependencies', bin('knip'), []],
]

const run = ([name, command, args]: Step): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' })
    const said: string[] = []
    const hear = (bytes: Buffer) => said.push(bytes.toString())
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => said.push(error.message))
    child.on('close', (status) => resolve({ name, passed: status === 0, said: said.join('') }))
  })

/** Types of the window take as long as everything else together; two rows keep two cores busy. */
const rows: readonly (readonly Step[])[] = [steps.slice(0, 1), steps.slice(1)]

async function inTurn(row: readonly Step[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const step of row) outcomes.push(await run(step))
  return outcomes
}

const violations = findImportLawViolations(root)
const law: Outcome = { name: 'import law', passed: violations.length === 0, said: violations.join('\n') }
const unlicensed = findLicenceProblems(root)
const licences: Outcome = { name: 'licences', passed: unlicensed.length === 0, said: unlicensed.join('\n') }
const outcomes = [...(await Promise.all(rows.map(inTurn))).flat(), law, licences]
for (const { name, passed, said } of outcomes) {
  if (said.trim() !== '') console.log(said.trim())
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name}`)
}
process.exit(outcomes.every(({ passed }) => passed) ? 0 : 1)
