import type { ClientContext, ClientLink } from '@orpc/client'

export type Link = ClientLink<ClientContext>

/** Why the service does not serve this store; the host's own words, see src-preload/bridge.ts. */
export type Refusal =
  | { readonly problem: string; readonly folder: string }
  | { readonly problem: 'stopped'; readonly crashes: number }

export type ConnectionState =
  | { readonly status: 'connecting'; readonly since: number }
  | { readonly status: 'open' }
  /** It was open; the way back is being looked for. */
  | { readonly status: 'lost'; readonly since: number }
  /** The host gave up and waits for the officer. */
  | { readonly status: 'refused'; readonly refusal: Refusal }

export type TransportEvents = {
  readonly opened: (link: Link) => void
  readonly lost: () => void
  readonly refused: (refusal: Refusal) => void
}

/** A way to the service that mends itself: it reports each new link and each loss. `retry` makes it try at once. */
export type Transport = (events: TransportEvents) => { readonly retry: () => void }

/** Thrown by a call that was under way when the connection broke; whether it was carried out is not known. */
export class ConnectionLost extends Error {
  constructor() {
    super('The connection broke during the call')
    this.name = 'ConnectionLost'
  }
}

export type Connection = {
  /** Calls wait here while there is no connection, so nobody has to ask first. */
  readonly link: Link
  /** The same before the greeting is over; only for the greeting itself. */
  readonly rawLink: Link
  readonly state: () => ConnectionState
  readonly subscribe: (listener: () => void) => () => void
  readonly retry: () => void
}

/**
 * Keeps one working link over a transport that may break. After each opening `greet` runs (taking up the session) before any
 * waiting call goes out.
 */
export function connect(transport: Transport, greet: () => Promise<void>, clock: () => number = Date.now): Connection {
  let state: ConnectionState = { status: 'connecting', since: clock() }
  let current: Link | undefined
  let greeted = false
  let generation = 0
  let waiting: (() => void)[] = []
  const listeners = new Set<() => void>()

  const become = (next: ConnectionState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const wake = () => {
    const all = waiting
    waiting = []
    for (const go of all) go()
  }
  const until = async (ready: () => boolean) => {
    while (!ready()) await new Promise<void>((resolve) => waiting.push(resolve))
  }

  const { retry } = transport({
    opened: (link) => {
      const mine = ++generation
      current = link
      greeted = false
      wake()
      // A greeting that fails leaves the officer at the sign-in screen, which says why; calls must not hang for it.
      void greet()
        .catch(() => {})
        .then(() => {
          if (mine !== generation) return
          greeted = true
          become({ status: 'open' })
          wake()
        })
    },
    lost: () => {
      generation++
      current = undefined
      greeted = false
      if (state.status !== 'connecting' && state.status !== 'lost') become({ status: 'lost', since: clock() })
    },
    refused: (refusal) => {
      generation++
      current = undefined
      greeted = false
      become({ status: 'refused', refusal })
    },
  })

  const through = (ready: () => boolean): Link => ({
    call: async (path, input, options) => {
      await until(ready)
      const mine = generation
      const link = current as Link
      try {
        return await link.call(path, input, options)
      } catch (error) {
        if (mine !== generation && !options.signal?.aborted) throw new ConnectionLost()
        throw error
      }
    },
  })

  return {
    link: through(() => current !== undefined && greeted),
    rawLink: through(() => current !== undefined),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    retry,
  }
}
