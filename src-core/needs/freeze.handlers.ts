import type { CommandCall, Handlers, QueryCall } from '../database/dispatcher.ts'
import type { FormState } from '../database/schema.ts'
import { breaksRule, found, isOperationError, OperationError } from '../kernel/errors.ts'
import type { cycleContract, FreezeCheck } from './cycle.contract.ts'
import { cycleById } from './cycle.repository.ts'
import { checkMove, cycleView } from './cycle.rules.ts'
import { beforeConsolidation, formStates, needsOf, ownersOf } from './freeze.repository.ts'
import { compareSnapshot, type NeedDifference, readSnapshot, snapshotHash, snapshotText } from './freeze.ts'

type CycleHandlers = Handlers<typeof cycleContract>

const shown = 200

/** A form that its manager has not looked at counts all the same, and says so. */
const lockedState = (state: FormState): FormState => (state === 'SUBMITTED' ? 'LOCKED_UNREVIEWED' : 'LOCKED')

export const freezeCycle: CycleHandlers['freezeCycle'] = async (call) => {
  const { db, input, write, now, ports } = call
  const cycle = found(await cycleById(db, input.id), 'cycle', input.id)
  checkMove(cycle, 'freeze', now)
  const needs = await readNeeds(call, cycle.id)
  const text = snapshotText(cycle.year, needs)
  const frozenHash = await ports.files.put(new TextEncoder().encode(text))
  const forms = await formStates(db, cycle.id)
  call.report({ stage: 'lockForms', done: 0, total: forms.length })
  await write.updateMany(
    'tnaForm',
    forms.map(({ id, state }) => ({ id, patch: { state: lockedState(state) } })),
  )
  stopIfCancelled(call)
  await write.update('tnaCycle', cycle.id, { state: 'FROZEN', frozenHash, frozenAt: now }, input.rowVersion)
  return cycleView(found(await cycleById(db, cycle.id), 'cycle', cycle.id), now)
}

export const checkFreeze: CycleHandlers['checkFreeze'] = async (call) => {
  const { db, input, ports } = call
  const cycle = found(await cycleById(db, input.id), 'cycle', input.id)
  const { frozenHash, frozenAt } = cycle
  if (!frozenHash || !frozenAt) return breaksRule('cycleNotFrozen')
  const before = await beforeConsolidation(db, frozenAt)
  const needs = (await readNeeds(call, cycle.id)).map((need) => ({ ...need, ...before.get(need.id) }))
  const hashNow = snapshotHash(snapshotText(cycle.year, needs))
  const kept = await keptSnapshot(ports, frozenHash)
  const common = { frozenHash, frozenAt, hashNow, lines: needs.length, holds: hashNow === frozenHash }
  if (typeof kept === 'string') return { ...common, snapshot: kept, differences: [], differing: 0 }
  const differences = common.holds ? [] : compareSnapshot(kept, needs)
  return {
    ...common,
    snapshot: 'kept',
    differences: await named(call, differences.slice(0, shown)),
    differing: differences.length,
  }
}

async function readNeeds(call: QueryCall<unknown> | CommandCall<unknown>, cycleId: string) {
  return needsOf(call.db, cycleId, (done, total) => {
    call.report({ stage: 'readNeeds', done, total })
    stopIfCancelled(call)
  })
}

function stopIfCancelled({ signal }: { readonly signal: AbortSignal }): void {
  if (signal.aborted) throw new OperationError('CANCELLED', {})
}

async function keptSnapshot(
  { files }: QueryCall<unknown>['ports'],
  hash: string,
): Promise<ReadonlyMap<string, string> | 'missing' | 'damaged'> {
  try {
    const bytes = await files.get(hash)
    return bytes ? (readSnapshot(new TextDecoder().decode(bytes)) ?? 'damaged') : 'missing'
  } catch (error) {
    if (isOperationError(error)) return 'damaged'
    throw error
  }
}

async function named(
  { db }: QueryCall<unknown>,
  differences: readonly NeedDifference[],
): Promise<FreezeCheck['differences']> {
  const owners = await ownersOf(
    db,
    differences.map((difference) => difference.lineId),
  )
  return differences.map((difference) => ({
    ...difference,
    fields: [...difference.fields],
    whose: owners.get(difference.lineId) ?? null,
  }))
}
