import type { SyncPause } from '../kernel/sync-port.ts'
import { applyArrived, Disagrees } from './apply.ts'
import { OtherEpoch, type Portal, type SyncMeans } from './client.ts'
import { fetchFiles } from './files.ts'
import { ownVersions, type Versions } from './protocol.ts'
import { type Arrived, pullPages } from './pull.ts'
import { pushWaiting } from './push.ts'
import { MassRemoval } from './removal.ts'
import { compareCommands, compareUnlisted, resetPages } from './reset.ts'
import { sumsOf } from './rows.ts'
import { seedPortal } from './seed.ts'
import { readState, type SyncState, saveState } from './state.ts'

export type RoundResult =
  | { readonly state: 'synced'; readonly pushed: number; readonly received: number; readonly rejected: number }
  | { readonly state: 'paused'; readonly pause: SyncPause }
  | { readonly state: 'stopped' }

export type RoundOptions = { readonly signal: AbortSignal; readonly versions?: Versions }

/**
 * One round: shake hands, send what waits, fetch what is new, take it over, fetch files. It may be cut off anywhere and begun again.
 * A portal that cannot be reached makes it throw what the transport threw.
 */
export async function runRound(means: SyncMeans, portal: Portal, options: RoundOptions): Promise<RoundResult> {
  for (let again = 0; ; again++) {
    try {
      return await oneRound(means, portal, options)
    } catch (error) {
      if (!(error instanceof OtherEpoch) || again > 2) throw error
    }
  }
}

async function oneRound(
  means: SyncMeans,
  portal: Portal,
  { signal, versions = ownVersions }: RoundOptions,
): Promise<RoundResult> {
  const { store, keyMark } = means
  const state = await store.read(readState)
  const welcome = await portal.hello({ versions, keyMark, head: state.head ?? null })
  if (welcome.state === 'refused') return pause(means, { reason: welcome.reason })
  const { epoch, officers } = welcome
  if (JSON.stringify(officers) !== JSON.stringify(state.officers))
    await store.write(({ db }) => saveState(db, { officers }))
  if (state.epoch === undefined && (await seedsFirst(means, state, welcome.empty))) {
    const seeded = await seedPortal(means, portal, epoch, signal)
    if (seeded === 'stopped') return { state: 'stopped' }
  }
  const known = await store.read(readState)
  const whole = known.epoch !== epoch || !sameHead(known, state, welcome.follows)
  const pushed = whole ? 0 : await pushWaiting(means, portal, epoch, signal)
  return receive(means, portal, { epoch, signal, whole, pushed })
}

/** Whether the portal's log still is the one this desktop has read from; a portal seeded a moment ago is. */
const sameHead = (known: Partial<SyncState>, asked: Partial<SyncState>, follows: boolean): boolean =>
  follows || known.head?.hash !== asked.head?.hash

/** A first joining gives its rows to a portal that has none, if it has any itself. */
async function seedsFirst({ store }: SyncMeans, state: Partial<SyncState>, empty: boolean): Promise<boolean> {
  if (state.seeding) return true
  return empty && Object.keys(await store.read(sumsOf)).length > 0
}

type Receiving = {
  readonly epoch: string
  readonly signal: AbortSignal
  readonly whole: boolean
  readonly pushed: number
}

async function receive(means: SyncMeans, portal: Portal, receiving: Receiving): Promise<RoundResult> {
  const { epoch, signal, whole, pushed } = receiving
  const { store } = means
  const resetting = whole || (await store.read(readState)).coming?.kind === 'reset'
  if (resetting) {
    if (!(await resetPages(means, portal, epoch, signal))) return { state: 'stopped' }
    // After the first page: what the portal runs from here on comes with the pages of changes.
    await compareCommands(means, portal, epoch)
  }
  const arrived = await pullPages(means, portal, epoch, signal)
  if (!arrived) return { state: 'stopped' }
  await compareUnlisted(means, portal, epoch)
  try {
    const rejected = await take(means, arrived)
    await fetchFiles(means, portal, signal)
    // What waited for a whole new beginning goes up now that the rows are the portal's.
    if (whole) {
      const later = await pushWaiting(means, portal, epoch, signal)
      if (later > 0) return receive(means, portal, { ...receiving, whole: false, pushed: later })
    }
    return { state: 'synced', pushed, received: arrived.rows, rejected }
  } catch (error) {
    if (error instanceof MassRemoval) return pause(means, { reason: 'massRemoval', tables: [...error.tables] })
    if (!(error instanceof Disagrees)) throw error
    // Once a whole new beginning did not help, a fault of ours is at work, and a person has to look.
    if (resetting) return pause(means, { reason: 'disagrees' })
    await means.store.write(({ db }) => saveState(db, { coming: undefined }))
    return receive(means, portal, { ...receiving, whole: true })
  }
}

async function take(means: SyncMeans, arrived: Arrived): Promise<number> {
  const { store, clock } = means
  return store.write(async (transaction) => {
    const { db } = transaction
    const { redo } = await readState(db)
    const sent = await db.selectFrom('outbox').select('seq').where('state', '=', 'sent').limit(1).executeTakeFirst()
    if (arrived.rows === 0 && !redo && !sent && arrived.kind === 'pull') {
      const { cursor, head } = arrived
      await saveState(db, { cursor, head, lastSyncedAt: clock().toISOString(), paused: undefined })
      return 0
    }
    return (await applyArrived(transaction, means, arrived)).rejected
  })
}

async function pause({ store }: SyncMeans, paused: SyncPause): Promise<RoundResult> {
  await store.write(({ db }) => saveState(db, { paused }))
  return { state: 'paused', pause: paused }
}
