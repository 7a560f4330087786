import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

type Run = { readonly status: number; readonly said: string }

function run(script: string, args: readonly string[], shown: boolean): Promise<Run> {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => said.push(bytes))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status: status ?? 1, said: Buffer.concat(said).toString() }))
  })
}

// Both wait a good part of their time, for programs they start and for what a page draws: side by side they keep the cores busy.
// What the window's tests say is told when the others have had their say.
const window = run('scripts/test-window.ts', [], false)
const others = await run('node_modules/vitest/vitest.mjs', ['run'], true)
const { status, said } = await window
console.log(said.trimEnd())
process.exit(others.status === 0 && status === 0 ? 0 : 1)
