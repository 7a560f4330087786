import type { ServiceState } from '../../src-preload/bridge.ts'
import { crashLimit } from './crash-limit.ts'
import type { DataKey } from './data-key.ts'
import type { FromService, ToService } from './service-messages.ts'

/** Milliseconds before each new start after a crash; a crash more within a minute and the officer is asked instead. */
const waits = [250, 1_000, 3_000, 8_000] as const

/** How long the service may take to put its work away before it is ended by force. Its store survives that too. */
const patience = 10_000

/** The part of Electron's UtilityProcess that is used. */
export type ServiceProcess<Port> = {
  readonly postMessage: (message: ToService, transfer?: Port[]) => void
  readonly kill: () => boolean
  readonly on: {
    (event: 'message', listener: (message: FromService) => void): unknown
    (event: 'exit', listener: (code: number) => void): unknown
  }
}

type SupervisorParts<Port> = {
  readonly storeFolder: string
  readonly fork: () => ServiceProcess<Port>
  /** Reads the key of the sensitive columns anew at every start, so that asking again can succeed. */
  readonly dataKey: () => Promise<DataKey>
  readonly newChannel: () => { readonly port1: Port; readonly port2: Port }
  readonly onState: (state: ServiceState) => void
  /** Takes the window's end of a new channel. */
  readonly onPort: (port: Port) => void
  readonly log: (line: string) => void
  readonly now: () => number
  /** Calls back after some milliseconds; gives a function that calls it off. */
  readonly after: (ms: number, callback: () => void) => () => void
}

export type ServiceSupervisor = {
  readonly start: () => void
  /** Starts again after a refusal or after too many crashes; otherwise does nothing. */
  readonly retry: () => void
  readonly state: () => ServiceState
  /** Hands the window a new port if the service is ready; else it comes when the service is. */
  readonly connect: () => void
  /** Resolves when the service has put its work away and ended. It is not started again. */
  readonly stop: () => Promise<void>
}

/** Keeps the service process running, hands the window ports to it and tells how it is doing. */
export function superviseService<Port>(parts: SupervisorParts<Port>): ServiceSupervisor {
  const limit = crashLimit(waits)
  let state: ServiceState = { status: 'starting' }
  let child: ServiceProcess<Port> | undefined
  let callOff = () => {}
  let wantsPort = false
  let ending: { readonly promise: Promise<void>; readonly ended: () => void } | undefined

  const become = (next: ServiceState) => {
    state = next
    parts.log(`service ${JSON.stringify(next)}`)
    parts.onState(next)
  }

  const connect = () => {
    wantsPort = true
    if (state.status !== 'ready' || !child) return
    const { port1, port2 } = parts.newChannel()
    child.postMessage({ type: 'connect' }, [port1])
    parts.onPort(port2)
  }

  const heard = (message: FromService) => {
    if (message.type === 'ready') {
      become({ status: 'ready' })
      if (wantsPort) connect()
      return
    }
    // It ends by itself now, and that end is no crash.
    child = undefined
    become({ status: 'refused', problem: message.problem, folder: message.folder })
  }

  const crashed = (reason: string) => {
    child = undefined
    parts.log(`service ended: ${reason}`)
    const waitMs = limit.crashed(parts.now())
    if (waitMs === null) return become({ status: 'stopped', crashes: limit.count() })
    become({ status: 'restarting', waitMs })
    callOff = parts.after(waitMs, start)
  }

  const start = async () => {
    become({ status: 'starting' })
    try {
      const found = await parts.dataKey()
      if (ending) return
      if ('problem' in found) return become({ status: 'refused', problem: found.problem, folder: parts.storeFolder })
      run(found.key)
    } catch (error) {
      crashed(String(error))
    }
  }

  const run = (dataKey: Uint8Array) => {
    const started = parts.fork()
    child = started
    started.on('message', heard)
    started.on('exit', (code) => {
      if (child !== started) return
      if (ending) return ending.ended()
      crashed(`exit code ${code}`)
    })
    started.postMessage({ type: 'start', dataKey })
  }

  const stop = () => {
    if (ending) return ending.promise
    callOff()
    const { promise, resolve } = Promise.withResolvers<void>()
    ending = { promise, ended: resolve }
    if (!child) resolve()
    child?.postMessage({ type: 'stop' })
    const callOffKill = parts.after(patience, () => child?.kill())
    return promise.finally(callOffKill)
  }

  return {
    start: () => void start(),
    retry: () => {
      if (state.status !== 'refused' && state.status !== 'stopped') return
      limit.forget()
      void start()
    },
    state: () => state,
    connect,
    stop,
  }
}
