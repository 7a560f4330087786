import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findImportLawViolations } from './import-law.ts'

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)

const steps: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['types of the core, the adapters and the hosts', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types of the window', bin('tsc'), ['-p', 'tsconfig.web.json']],
  ['lint and format', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['dead code and unused dependencies', bin('knip'), []],
]

let failed = false
for (const [name, command, args] of steps) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name}`)
  failed ||= status !== 0
}
const violations = findImportLawViolations(root)
for (const violation of violations) console.log(violation)
console.log(`${violations.length === 0 ? 'ok  ' : 'FAIL'} import law`)
process.exit(failed || violations.length > 0 ? 1 : 0)
