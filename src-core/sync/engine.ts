import type { Dispatcher } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { uuidV7 } from '../kernel/ids.ts'
import type { SyncActivity, SyncJoining, SyncPort } from '../kernel/sync-port.ts'
import type { Portal, SyncMeans } from './client.ts'
import { runRound } from './round.ts'
import { settle } from './settle.ts'
import { readState, saveState } from './state.ts'
import { standing } from './sync.repository.ts'

/** How a desktop is let in at a portal: RFC 8628, the OAuth device flow. */
export type DeviceFlow = {
  begin(address: string, deviceName: string): Promise<JoinCode>
  poll(address: string, code: JoinCode): Promise<JoinAnswer>
}

export type JoinCode = {
  readonly deviceCode: string
  readonly userCode: string
  readonly verifyAt: string
  readonly intervalSeconds: number
  readonly expiresSeconds: number
}

export type JoinAnswer =
  | { readonly state: 'waiting' | 'slower' | 'refused' | 'expired' }
  | { readonly state: 'granted'; readonly token: string }

/** What the machine gives: a way to the portal, a place for the token, and pauses. */
export type SyncHost = {
  connect(address: string, token: string): Portal
  readonly tokens: {
    read(): Promise<string | undefined>
    keep(token: string): Promise<void>
    drop(): Promise<void>
  }
  readonly deviceFlow: DeviceFlow
  pause(milliseconds: number, signal: AbortSignal): Promise<void>
  /** What a failed call means: the portal is away, no longer knows the token, or something is wrong. */
  explain(error: unknown): 'unreachable' | 'signedOut' | 'notAllowed' | 'failed'
  logFault(error: unknown): void
}

export type SyncEngine = SyncPort & {
  stop(): Promise<void>
}

/** The desktop's end of the synchronisation while the program runs; rounds never overlap. */
export function createSyncEngine(means: SyncMeans, host: SyncHost, dispatcher: () => Dispatcher): SyncEngine {
  const { store, clock, random } = means
  const ending = new AbortController()
  let running: Promise<void> | undefined
  let trouble: SyncActivity['trouble'] = null
  let joining: { readonly shown: SyncJoining; readonly stop: AbortController; readonly done: Promise<void> } | undefined

  const state = () => store.read(readState)

  async function round(): Promise<void> {
    const { joined } = await state()
    const token = joined && (await host.tokens.read())
    if (!joined) return
    if (!token) return store.write(({ db }) => saveState(db, { paused: { reason: 'signedOut' } }))
    try {
      await runRound(means, host.connect(joined.address, token), { signal: ending.signal })
      trouble = null
    } catch (error) {
      const meaning = host.explain(error)
      if (meaning === 'signedOut' || meaning === 'notAllowed') {
        trouble = null
        return store.write(({ db }) => saveState(db, { paused: { reason: meaning } }))
      }
      trouble = meaning
      if (meaning === 'failed') host.logFault(error)
    }
  }

  function now(): Promise<void> {
    running ??= round().finally(() => {
      running = undefined
    })
    return running
  }

  async function join(address: string, deviceName: string): Promise<SyncJoining> {
    if ((await state()).joined) breaksRule('alreadyJoined')
    await stopJoining()
    const base = address.replace(/\/+$/, '')
    const code = await host.deviceFlow.begin(base, deviceName).catch(() => breaksRule('portalUnreachable'))
    const stop = new AbortController()
    const shown: SyncJoining = { address: base, userCode: code.userCode, verifyAt: code.verifyAt, state: 'waiting' }
    joining = { shown, stop, done: waitForGrant(base, code, stop.signal) }
    return shown
  }

  /** Asks as seldom as the portal wants until somebody there has decided. */
  async function waitForGrant(address: string, code: JoinCode, signal: AbortSignal): Promise<void> {
    let seconds = code.intervalSeconds
    for (let waited = 0; waited <= code.expiresSeconds && !signal.aborted; waited += seconds) {
      await host.pause(seconds * 1000, signal)
      if (signal.aborted) return
      const answer = await host.deviceFlow.poll(address, code).catch(() => ({ state: 'waiting' }) as const)
      if (answer.state === 'slower') seconds += 5
      if (answer.state === 'granted') return granted(address, answer.token)
      if (answer.state === 'refused' || answer.state === 'expired') return decided(answer.state)
    }
    if (!signal.aborted) decided('expired')
  }

  function decided(outcome: 'refused' | 'expired'): void {
    if (joining) joining = { ...joining, shown: { ...joining.shown, state: outcome } }
  }

  async function granted(address: string, token: string): Promise<void> {
    await host.tokens.keep(token)
    const at = clock()
    const deviceId = uuidV7(at.getTime(), random(10))
    await store.write(({ db }) => saveState(db, { joined: { address, deviceId, at: at.toISOString() } }))
    joining = undefined
    await now()
  }

  async function stopJoining(): Promise<void> {
    joining?.stop.abort()
    await joining?.done
    joining = undefined
  }

  async function leave(): Promise<void> {
    await running
    await host.tokens.drop()
    await store.write(({ db }) => forget(db))
    trouble = null
  }

  return {
    activity: () => ({ running: running !== undefined, trouble, joining: joining?.shown ?? null }),
    standing: () => store.read(standing),
    now,
    join,
    stopJoining,
    leave,
    settle: async (commandId, choice, connection) => {
      await running
      await settle(means, dispatcher(), { commandId, choice, connection })
    },
    allowRemoval: async () => {
      const { paused } = await state()
      found(paused?.reason === 'massRemoval' ? paused : undefined, 'removal')
      await store.write(({ db }) => saveState(db, { removalAllowed: true }))
      await now()
    },
    stop: async () => {
      ending.abort()
      await stopJoining()
      await running
    },
  }
}

/** What was known of the portal; records and the log stay as they are. */
async function forget(db: Reader): Promise<void> {
  for (const table of ['syncState', 'syncImage', 'syncIncoming'] as const) await db.deleteFrom(table).execute()
}
