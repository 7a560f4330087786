import { besides, ofSameEpoch, type Portal, type SyncMeans } from './client.ts'
import { anyIncoming, clearIncoming, keepIncoming, keepIncomingCommands } from './incoming.ts'
import { type Cursor, cursorStart, type Head, type Sums } from './protocol.ts'
import { readState, saveState } from './state.ts'

/** All that has come, kept aside and not yet applied. */
export type Arrived = {
  readonly kind: 'pull' | 'reset'
  readonly epoch: string
  readonly cursor: Cursor
  readonly head: Head
  readonly sums: Sums
  readonly rows: number
}

/**
 * Fetches what changed at the portal, page by page, and keeps it aside. What came before the connection was cut is kept: the next
 * call goes on from there. Undefined when it was stopped.
 */
export async function pullPages(
  means: SyncMeans,
  portal: Portal,
  epoch: string,
  signal: AbortSignal,
): Promise<Arrived | undefined> {
  const { store, columns } = means
  const state = await store.read(readState)
  const coming = state.coming?.epoch === epoch ? state.coming : undefined
  const kind = coming?.kind ?? 'pull'
  let cursor = coming?.cursor ?? state.cursor ?? cursorStart
  if (!coming && (await store.read(anyIncoming))) await store.write(({ db }) => clearIncoming(db))
  let rows = coming ? 1 : 0
  let asking = besides(portal.pull({ epoch, cursor }))
  try {
    while (!signal.aborted) {
      const page = ofSameEpoch(await asking)
      // The portal makes the next page while this one is kept.
      if (!page.end) asking = besides(portal.pull({ epoch, cursor: page.cursor }))
      const count = page.tables.reduce((sum, table) => sum + table.rows.length, 0) + page.commands.length
      cursor = page.cursor
      if (count > 0) {
        const after = cursor
        await store.write(async (transaction) => {
          await keepIncoming(transaction, columns, page.tables)
          await keepIncomingCommands(transaction, page.commands)
          const people = { ...(await readState(transaction.db)).people, ...page.people }
          const next = coming ?? { kind: 'pull' as const, epoch }
          await saveState(transaction.db, { people, coming: { ...next, cursor: after } as typeof coming })
        })
      }
      rows += count
      if (page.end) return { kind, epoch, cursor, ...page.end, rows }
    }
    return undefined
  } finally {
    await Promise.allSettled([asking])
  }
}
