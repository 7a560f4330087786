import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import type { Tunnelled } from '../../scripts/parent-port-stand-in.ts'
import type { ServiceProcess } from '../../src-main/shell/service-supervisor.ts'

const root = join(import.meta.dirname, '../..')

export type RealService = ServiceProcess<MessagePort> & {
  readonly stdout: ChildProcess['stdout']
  readonly stderr: ChildProcess['stderr']
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>
  /** Ends the process at once, as a crash does. */
  readonly crash: () => void
}

/** The real service in a process of its own, as Electron's utilityProcess would run it. */
export function forkService(args: readonly string[]): RealService {
  const child = fork(join(root, 'src-main/shell/service-entry.ts'), args, {
    execArgv: ['--import', join(root, 'scripts/parent-port-stand-in.ts')],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const events = new EventEmitter()
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const ports = new Map<number, MessagePort>()
  const send = (tunnelled: Tunnelled) => child.connected && child.send(tunnelled)

  child.on('message', (tunnelled: Tunnelled) => {
    if ('port' in tunnelled) ports.get(tunnelled.port)?.postMessage(tunnelled.data)
    else events.emit('message', tunnelled.message)
  })
  child.on('exit', (code) => {
    for (const port of ports.values()) port.close()
    events.emit('exit', code ?? 1)
    end()
  })

  const carry = (port: MessagePort): number => {
    const number = ports.size
    ports.set(number, port)
    port.on('message', (data) => send({ port: number, data }))
    return number
  }
  return {
    postMessage: (message, transfer = []) => void send({ message, ports: transfer.map(carry) }),
    kill: () => child.kill(),
    on: (event: 'message' | 'exit', listener: (value: never) => void) => events.on(event, listener as () => void),
    stdout: child.stdout,
    stderr: child.stderr,
    ended,
    crash: () => child.kill('SIGKILL'),
  }
}
