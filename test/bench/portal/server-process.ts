import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Server = {
  readonly address: string
  readonly child: ChildProcess
  /** Memory at this moment, in megabytes. */
  rssMb(): number
  /** Processor time until now, in milliseconds; to ten of them. */
  cpuMs(): number
  end(): Promise<void>
}

/** Starts another case as a server beside the one that measures. `under`: a tool that watches it, with its arguments. */
export async function startServer(
  name: string,
  args: readonly string[],
  under: readonly string[] = [],
): Promise<Server> {
  const script = join(import.meta.dirname, '..', 'cases', `${name}.ts`)
  const [command = process.execPath, ...rest] = [...under, process.execPath, script, ...args]
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${code}`))),
  ])) as [Buffer]
  const { address, pid = child.pid } = JSON.parse(said.toString()) as { address: string; pid?: number }
  return {
    address,
    child,
    rssMb: () =>
      Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024),
    cpuMs: () => {
      // Fields 14 and 15 of proc(5), in ticks of ten milliseconds; the name before them may hold blanks.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    end: async () => {
      const ended = once(child, 'exit')
      process.kill(pid ?? 0, 'SIGTERM')
      await ended
    },
  }
}
