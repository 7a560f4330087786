import type { Transaction } from '../database/store.ts'
import { ofSameEpoch, type Portal, type SyncMeans } from './client.ts'
import { clearIncoming, commandsName, keepIncoming } from './incoming.ts'
import { acknowledge, setState } from './pending.ts'
import type { Result } from './protocol.ts'
import { type Coming, readState, saveState } from './state.ts'

const askedAtOnce = 500

type ComingReset = Extract<Coming, { kind: 'reset' }>

/**
 * Fetches every row of the portal and keeps it aside; nothing of this store is touched. What changes at the portal meanwhile is
 * fetched by `pullPages`, which goes on from where the first page stood. False when it was stopped.
 */
export async function resetPages(
  means: SyncMeans,
  portal: Portal,
  epoch: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { store, columns } = means
  let coming = await begin(means, epoch)
  while (coming.after !== null || coming.cursor === null) {
    if (signal.aborted) return false
    const page = ofSameEpoch(await portal.reset({ epoch, after: coming.after }))
    const next: ComingReset = { ...coming, after: page.next, cursor: coming.cursor ?? page.cursor }
    await store.write(async (transaction) => {
      await keepIncoming(transaction, columns, page.tables)
      await saveState(transaction.db, { coming: next })
    })
    coming = next
  }
  return true
}

async function begin({ store }: SyncMeans, epoch: string): Promise<ComingReset> {
  const { coming } = await store.read(readState)
  if (coming?.kind === 'reset' && coming.epoch === epoch) return coming
  const fresh: ComingReset = { kind: 'reset', epoch, after: null, cursor: null }
  await store.write(async ({ db }) => {
    await clearIncoming(db)
    await saveState(db, { coming: fresh })
  })
  return fresh
}

/**
 * Asks the portal which of this store's commands it has. Those it had acknowledged and no longer knows, for it was restored from an
 * earlier backup, wait again; those it has although its answer was lost wait no more.
 */
export async function compareCommands(means: SyncMeans, portal: Portal, epoch: string): Promise<void> {
  const { store } = means
  let after = 0
  for (;;) {
    const some = await store.read((db) =>
      db
        .selectFrom('outbox')
        .leftJoin('syncRun', 'syncRun.commandId', 'outbox.commandId')
        .select(['outbox.seq', 'outbox.commandId', 'outbox.state'])
        .where('outbox.seq', '>', after)
        .where((where) => where.or([where('outbox.state', '=', 'waiting'), where('syncRun.ackEntry', 'is not', null)]))
        .where('outbox.state', '!=', 'rejected')
        .orderBy('outbox.seq')
        .limit(askedAtOnce)
        .execute(),
    )
    const last = some.at(-1)
    if (!last) return
    const commandIds = some.map((row) => row.commandId)
    const { results } = ofSameEpoch(await portal.known({ epoch, commandIds }))
    await store.write((transaction) => compare(transaction, commandIds, results))
    after = last.seq
  }
}

/**
 * Commands that were acknowledged and whose rows did not come: they may have changed nothing, or the portal was put back to an
 * earlier state without anybody telling.
 */
export async function compareUnlisted({ store }: SyncMeans, portal: Portal, epoch: string): Promise<void> {
  const unlisted = await store.read((db) =>
    db
      .selectFrom('outbox')
      .leftJoin('syncIncoming', (join) =>
        join.onRef('syncIncoming.rowId', '=', 'outbox.commandId').on('syncIncoming.tableName', '=', commandsName),
      )
      .select('outbox.commandId')
      .where('outbox.state', '=', 'sent')
      .where('syncIncoming.rowId', 'is', null)
      .orderBy('outbox.seq')
      .execute(),
  )
  for (let at = 0; at < unlisted.length; at += askedAtOnce) {
    const commandIds = unlisted.slice(at, at + askedAtOnce).map((row) => row.commandId)
    const { results } = ofSameEpoch(await portal.known({ epoch, commandIds }))
    await store.write((transaction) => compare(transaction, commandIds, results))
  }
}

async function compare(
  transaction: Transaction,
  commandIds: readonly string[],
  results: readonly Result[],
): Promise<void> {
  const done = results.flatMap((result) => (result.outcome === 'done' ? [result] : []))
  await acknowledge(transaction, done)
  const known = new Set(done.map(({ commandId }) => commandId))
  const unknown = commandIds.filter((id) => !known.has(id))
  if (unknown.length === 0) return
  const { db } = transaction
  await setState(db, unknown, 'waiting')
  await db.updateTable('syncRun').set({ ackEntry: null }).where('commandId', 'in', unknown).execute()
}
