import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { databaseFile } from '../../../src-node/store/open-store.ts'
import { programFile } from '../../programs.ts'
import { openTrialStore } from './trial-store.ts'

/** One of the programs that are put together for the tests. */
type Program = Parameters<typeof programFile>[0]

const root = join(import.meta.dirname, '..', '..', '..')

/** The same Node as the tests run on, also below tools that have another one in their path. */
const node = process.execPath

/** Why a test that needs `strace` does not run here; nothing where it does. */
export function straceMissing(): string | undefined {
  const { error, status } = spawnSync('strace', ['--seccomp-bpf', '-f', '-qq', '-e', 'trace=none', 'true'])
  if (error) return 'strace is not installed'
  return status === 0 ? undefined : 'strace may not trace on this machine'
}

export type Outcome = {
  /** Lines of standard output, in order. */
  readonly lines: readonly string[]
  readonly said: string
  readonly code: number | null
  /** Whether it was ended from outside. */
  readonly killed: boolean
}

export type RunOptions = {
  /** Tells for each line of output whether the process is to be killed now. */
  readonly killAt?: (line: string) => boolean
  /** Lets the process stand still at such a line while somebody looks at what it would leave behind if it were killed now. */
  readonly halt?: { readonly at: (line: string) => boolean; readonly look: (line: string) => Promise<void> }
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number
  readonly gid?: number
  readonly nodeFlags?: readonly string[]
}

/** Runs a program of ours to its end, or until it is killed. */
export const runProgram = (script: Program, args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
  run(node, [...(options.nodeFlags ?? []), programFile(script), ...args], options)

/**
 * The same under strace with faults injected into system calls: `pwrite64:error=EIO:when=7+`. The database writes on one
 * thread, so that counting its calls gives the same place each time.
 */
export const runWithFault = (
  fault: string,
  script: Program,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> => {
  const [calls = ''] = fault.split(':')
  // Looking only at the calls that matter is quicker, but then signals are not injected.
  const quick = fault.includes('signal=') ? [] : ['--seccomp-bpf']
  const strace = [...quick, '-f', '-qq', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${fault}`]
  return run('strace', [...strace, node, programFile(script), ...args], options)
}

/** How often a program makes a system call until it ends. */
export async function countCalls(call: string, script: Program, args: readonly string[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-trace-'))
  const trace = join(folder, 'calls')
  try {
    await run(
      'strace',
      ['--seccomp-bpf', '-f', '-qq', '-o', trace, '-e', `trace=${call}`, node, programFile(script), ...args],
      {},
    )
    return (await readFile(trace, 'utf8')).split('\n').filter((line) => line.includes(`${call}(`)).length
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(command: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  const { killAt, halt, env, uid, gid } = options
  const child = spawn(command, [...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid }),
  })
  return new Promise((resolve, reject) => {
    const lines: string[] = []
    let looked = Promise.resolve()
    let said = ''
    let rest = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.stdout?.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split('\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        lines.push(line)
        if (killAt?.(line)) child.kill('SIGKILL')
        if (halt?.at(line)) {
          child.kill('SIGSTOP')
          looked = looked.then(() => halt.look(line)).finally(() => child.kill('SIGCONT'))
        }
      }
    })
    child.on('close', (code, signal) => {
      const outcome = { lines, said, code, killed: signal !== null || code === 137 }
      looked.then(() => resolve(outcome), reject)
    })
  })
}

/** Starts a program of ours and goes on once it has said `line`. The caller ends it. */
export async function startProgram(script: Program, args: readonly string[], line: string): Promise<ChildProcess> {
  const child = spawn(node, [programFile(script), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes(line) && resolve())
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it said “${line}”`)))
  })
  return child
}

export type Survivor = {
  /** What SQLite's own checks say. */
  readonly integrity: readonly string[]
  /** Where the log and the rows part ways. */
  readonly findings: readonly unknown[]
  readonly entries: number
  readonly names: readonly string[]
}

/** Opens what a killed program left, in the order an officer would: open, check, read. */
export async function examine(folder: string): Promise<Survivor> {
  const academy = await openTrialStore(folder)
  const { findings, entries } = await academy.verify()
  const names = await academy.names()
  await academy.close()
  const database = new SQLite(join(folder, databaseFile), { readonly: true })
  const integrity = [
    ...(database.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check),
    ...(database.pragma('foreign_key_check') as unknown[]).map((row) => JSON.stringify(row)),
  ]
  database.close()
  return { integrity, findings, entries, names }
}
