import type { Transaction } from '../database/store.ts'
import { besides, ofSameEpoch, type Portal, type SyncMeans } from './client.ts'
import { addConflict } from './conflicts.ts'
import { sendFiles } from './files.ts'
import { acknowledge, type Pending, touchedOf, waitingCommands } from './pending.ts'
import { type Pushed, pushLimits, type Result } from './protocol.ts'
import { readState, saveState } from './state.ts'

/** Sends what waits, in order, a bounded number at a time. A repeated batch is answered from the portal's memory. */
export async function pushWaiting(
  means: SyncMeans,
  portal: Portal,
  epoch: string,
  signal: AbortSignal,
): Promise<number> {
  let sent = 0
  // While the portal works on one batch, the next is read and the answer to the one before is noted.
  let next = besides(nextBatch(means, 0))
  let noting: Promise<unknown> = Promise.resolve()
  try {
    while (!signal.aborted) {
      const batch = await next
      const last = batch.at(-1)
      if (!last) break
      const commands = batch.map(({ command }) => command)
      await sendFiles(means, portal, commands)
      const answering = besides(portal.push({ epoch, commands }))
      // What the answer left out waits for the next round.
      next = besides(nextBatch(means, last.outboxSeq))
      const { results } = ofSameEpoch(await answering)
      await noting
      noting = besides(means.store.write((transaction) => takeResults(transaction, means, batch, results)))
      sent += results.length
    }
    await noting
    return sent
  } finally {
    await Promise.allSettled([next, noting])
  }
}

type Item = { readonly command: Pushed; readonly outboxSeq: number; readonly pending: Pending }

function nextBatch({ store, renew }: SyncMeans, after: number): Promise<readonly Item[]> {
  return store.snapshot(async (db) => {
    const batch: Item[] = []
    let bytes = 0
    const { officers = [] } = await readState(db)
    for (const pending of await waitingCommands(db, officers, after, pushLimits.commands)) {
      const touched = await touchedOf(db, pending, renew)
      const input = renew(pending.input)
      bytes += input.length + JSON.stringify(touched).length
      if (batch.length > 0 && bytes > pushLimits.bytes) break
      batch.push({ command: pushedOf({ ...pending, input }, touched), outboxSeq: pending.outboxSeq, pending })
    }
    return batch
  })
}

const pushedOf = (pending: Pending, touched: Pushed['touched']): Pushed => ({
  commandId: pending.commandId,
  operation: pending.operation,
  input: JSON.parse(pending.input) ?? undefined,
  actor: { id: pending.actorId, name: pending.actorName },
  at: pending.at,
  source: pending.source as Pushed['source'],
  touched,
})

async function takeResults(
  transaction: Transaction,
  means: SyncMeans,
  batch: readonly Item[],
  results: readonly Result[],
): Promise<void> {
  const pending = new Map(batch.map((item) => [item.command.commandId, item.pending]))
  const now = means.clock().toISOString()
  const { db } = transaction
  const done: { commandId: string; entry: number }[] = []
  for (const result of results) {
    const command = pending.get(result.commandId)
    if (!command) continue
    if (result.outcome === 'done') {
      done.push(result)
    } else {
      await addConflict(db, command, result.refusal, now)
      await saveState(db, { redo: true })
    }
  }
  await acknowledge(transaction, done)
}
