import type { Dispatcher } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { uuidV7 } from '../kernel/ids.ts'
import type { SyncActivity, SyncJoining, SyncOfficer, SyncPort } from '../kernel/sync-port.ts'
import type { Portal, SyncMeans } from './client.ts'
import { runRound } from './round.ts'
import { settle } from './settle.ts'
import { readState, saveState } from './state.ts'
import { standing } from './sync.repository.ts'

/** How a desktop is let in at a portal: RFC 8628, the OAuth device flow. */
export type DeviceFlow = {
  begin(address: string, asking: JoinAsking): Promise<JoinCode>
  poll(address: string, code: JoinCode): Promise<JoinAnswer>
}

export type JoinAsking = {
  readonly deviceName: string
  readonly officer: SyncOfficer
  /** For which the portal seals its key. */
  readonly publicKey: string
  /** Of a desktop that is joined already: one more of its officers asks. */
  readonly token?: string
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
  /** `token`: empty where one more officer became known. `key`: the portal's, sealed to the public key, where it may travel. */
  | { readonly state: 'granted'; readonly token: string; readonly key?: string | undefined }

/** What the machine gives: a way to the portal, a place for the token, and pauses. */
export type SyncHost = {
  connect(address: string, token: string): Portal
  readonly tokens: {
    read(): Promise<string | undefined>
    keep(token: string): Promise<void>
    drop(): Promise<void>
  }
  readonly deviceFlow: DeviceFlow
  /** Takes over the key under which the portal's academy seals. */
  readonly keys: {
    /** A key pair for one joining. */
    offer(): { readonly publicKey: string; open(sealed: string): Uint8Array }
    /** From now on this store seals under the key; what it had sealed before stays readable. */
    take(key: Uint8Array): Promise<void>
  }
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

  async function join(address: string, deviceName: string, officer: SyncOfficer): Promise<SyncJoining> {
    if ((await state()).joined) breaksRule('alreadyJoined')
    return askForCode(address.replace(/\/+$/, ''), 'desktop', { deviceName, officer })
  }

  async function introduce(officer: SyncOfficer): Promise<SyncJoining> {
    const { joined } = await state()
    const token = joined && (await host.tokens.read())
    if (!joined || !token) breaksRule('notJoined')
    return askForCode(joined.address, 'officer', { deviceName: '', officer, token })
  }

  async function askForCode(address: string, of: SyncJoining['of'], asking: Omit<JoinAsking, 'publicKey'>) {
    await stopJoining()
    const pair = host.keys.offer()
    const code = await host.deviceFlow
      .begin(address, { ...asking, publicKey: of === 'desktop' ? pair.publicKey : '' })
      .catch(() => breaksRule('portalUnreachable'))
    const stop = new AbortController()
    const { userCode, verifyAt } = code
    const shown: SyncJoining = { address, userCode, verifyAt, of, state: 'waiting' }
    const done = waitForGrant(address, code, stop.signal, async ({ token, key }) => {
      if (key) await host.keys.take(pair.open(key))
      await (of === 'desktop' ? granted(address, token) : known())
    })
    joining = { shown, stop, done }
    return shown
  }

  /** Asks as seldom as the portal wants until somebody there has decided. */
  async function waitForGrant(
    address: string,
    code: JoinCode,
    signal: AbortSignal,
    onGrant: (answer: Extract<JoinAnswer, { state: 'granted' }>) => Promise<void>,
  ): Promise<void> {
    let seconds = code.intervalSeconds
    for (let waited = 0; waited <= code.expiresSeconds && !signal.aborted; waited += seconds) {
      await host.pause(seconds * 1000, signal)
      if (signal.aborted) return
      const answer = await host.deviceFlow.poll(address, code).catch(() => ({ state: 'waiting' }) as const)
      if (answer.state === 'slower') seconds += 5
      if (answer.state === 'granted') return onGrant(answer).catch(failed)
      if (answer.state === 'refused' || answer.state === 'expired') return decided(answer.state)
    }
    if (!signal.aborted) decided('expired')
  }

  function decided(outcome: 'refused' | 'expired'): void {
    if (joining) joining = { ...joining, shown: { ...joining.shown, state: outcome } }
  }

  /** Joining was confirmed and could not be finished here: the officer may ask for another code. */
  function failed(error: unknown): void {
    host.logFault(error)
    decided('expired')
  }

  async function known(): Promise<void> {
    joining = undefined
    await now()
  }

  async function granted(address: string, token: string): Promise<void> {
    await host.tokens.keep(token)
    const at = clock()
    const deviceId = uuidV7(at.getTime(), random(10))
    await store.write(({ db }) => saveState(db, { joined: { address, deviceId, at: at.toISOString() } }))
    await known()
  }

  async function stopJoining(): Promise<void> {
    joining?.stop.abort()
    await joining?.done
    joining = undefined
  }

  /** The portal this desktop is joined to, spoken to apart from a round. */
  async function portal(): Promise<Portal> {
    const { joined } = await state()
    const token = joined && (await host.tokens.read())
    return joined && token ? host.connect(joined.address, token) : breaksRule('notJoined')
  }

  async function asked<T>(work: (portal: Portal) => Promise<T>): Promise<T> {
    const there = await portal()
    return work(there).catch((error: unknown) => {
      const meaning = host.explain(error)
      if (meaning === 'failed') host.logFault(error)
      return breaksRule(meaning === 'notAllowed' ? 'portalRefused' : 'portalAway')
    })
  }

  async function leave(): Promise<void> {
    await running
    await stopJoining()
    // A portal that is away keeps the desktop in its list until somebody removes it there.
    await asked((there) => there.removeDevice({ id: null, officer: '' })).catch(() => undefined)
    await host.tokens.drop()
    await store.write(({ db }) => forget(db))
    trouble = null
  }

  return {
    activity: () => ({ running: running !== undefined, trouble, joining: joining?.shown ?? null }),
    standing: () => store.read(standing),
    now,
    join,
    introduce,
    stopJoining,
    leave,
    devices: () => asked((there) => there.devices()),
    removeDevice: async (id, officer) => {
      await asked((there) => there.removeDevice({ id, officer: officer.id }))
    },
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
    renew: means.renew,
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
