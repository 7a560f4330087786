import { EventEmitter } from 'node:events'

/** What travels over Node's channel: a message with the numbers of the ports it carries, or what went through a port. */
export type Tunnelled =
  | { readonly message: unknown; readonly ports: readonly number[] }
  | { readonly port: number; readonly data: unknown }

/** A port as Electron gives it to a utility process: silent until it is started, wrapping what comes. */
class TunnelledPort extends EventEmitter {
  readonly #number: number
  #waiting: unknown[] | undefined = []

  constructor(number: number) {
    super()
    this.#number = number
  }

  receive(data: unknown): void {
    if (this.#waiting) this.#waiting.push(data)
    else this.emit('message', { data, ports: [] })
  }

  start(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    for (const data of waiting) this.receive(data)
  }

  postMessage(data: unknown): void {
    process.send?.({ port: this.#number, data } satisfies Tunnelled)
  }

  close(): void {
    this.emit('close')
  }
}

/**
 * Loaded before the service (`node --import`), this gives plain Node the `process.parentPort` that Electron gives a utility
 * process, over Node's own channel to its parent: so the service runs as a process of its own where Electron cannot.
 */
const parentPort = new EventEmitter()
const ports = new Map<number, TunnelledPort>()

process.on('message', (tunnelled: Tunnelled) => {
  if ('port' in tunnelled) return ports.get(tunnelled.port)?.receive(tunnelled.data)
  const carried = tunnelled.ports.map((number) => {
    const port = new TunnelledPort(number)
    ports.set(number, port)
    return port
  })
  parentPort.emit('message', { data: tunnelled.message, ports: carried })
})

Object.defineProperty(process, 'parentPort', {
  value: Object.assign(parentPort, {
    postMessage: (message: unknown) => process.send?.({ message, ports: [] } satisfies Tunnelled),
  }),
})
