import type { Transaction } from '../database/store.ts'
import { ofSameEpoch, type Portal, type SyncMeans } from './client.ts'
import { addConflict } from './conflicts.ts'
import { sendFiles } from './files.ts'
import { acknowledge, type Pending, setState, touchedOf, waitingCommands } from './pending.ts'
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
  let after = 0
  while (!signal.aborted) {
    const batch = await nextBatch(means, after)
    const last = batch.at(-1)
    if (!last) break
    await sendFiles(
      means,
      portal,
      batch.map(({ command }) => command),
    )
    const commands = batch.map(({ command }) => command)
    const { results } = ofSameEpoch(await portal.push({ epoch, commands }))
    await means.store.write((transaction) => takeResults(transaction, means, batch, results))
    // What the answer left out waits for the next round.
    after = last.outboxSeq
    sent += results.length
  }
  return sent
}

type Item = { readonly command: Pushed; readonly outboxSeq: number; readonly pending: Pending }

function nextBatch({ store, renew }: SyncMeans, after: number): Promise<readonly Item[]> {
  return store.read(async (db) => {
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
  { db }: Transaction,
  means: SyncMeans,
  batch: readonly Item[],
  results: readonly Result[],
): Promise<void> {
  const pending = new Map(batch.map((item) => [item.command.commandId, item.pending]))
  const now = means.clock().toISOString()
  const sent: string[] = []
  for (const result of results) {
    const command = pending.get(result.commandId)
    if (!command) continue
    if (result.outcome === 'done') {
      await acknowledge(db, result.commandId, result.entry)
      sent.push(result.commandId)
    } else {
      await addConflict(db, command, result.refusal, now)
      await saveState(db, { redo: true })
    }
  }
  if (sent.length > 0) await setState(db, sent, 'sent')
}
