import { authorise, metaOf, shorten } from '../database/checks.ts'
import { appendToLog } from '../database/command-log.ts'
import type { operationsOf } from '../database/dispatcher.ts'
import { inSavepoint, type Replay } from '../database/replay.ts'
import { textOf } from '../database/statement.ts'
import type { Reader, Transaction } from '../database/store.ts'
import type { Actor, RecordedContext } from '../kernel/context.ts'
import { OperationError } from '../kernel/errors.ts'
import type { OperationMeta } from '../kernel/operation.ts'
import type { Device } from './device.ts'
import type { Officers } from './officers.ts'
import type { Pushed, Result } from './protocol.ts'

export type PushMeans = {
  readonly officers: Pick<Officers, 'recognise'>
  readonly operations: ReturnType<typeof operationsOf>
  readonly replay: Replay
  /** Turns what was thrown into a refusal to remember, or throws it on when the store itself failed. */
  readonly refusalOf: (error: unknown) => OperationError
  /** Whether it was the store itself that failed. */
  readonly isOfStore: (error: unknown) => boolean
  /** By the portal's clock. */
  readonly now: string
}

/** What the store remembers of commands, by their ids. */
export async function rememberedResults(
  db: Reader,
  commandIds: readonly string[],
): Promise<ReadonlyMap<string, Result>> {
  if (commandIds.length === 0) return new Map()
  const rows = await db.selectFrom('syncResult').selectAll().where('commandId', 'in', commandIds).execute()
  return new Map(
    rows.map(({ commandId, outcome, entry, refusal }) => [
      commandId,
      outcome === 'done'
        ? { commandId, outcome, entry: entry ?? 0 }
        : { commandId, outcome, refusal: JSON.parse(refusal ?? 'null') },
    ]),
  )
}

/** Commands that share a savepoint, which costs half of what a small command does: the store copies every page that changes after it. */
const sharingAtMost = 25

/**
 * Takes commands in their order, all in the transaction it is given: each is answered from memory, or authorised, checked
 * field by field against what it was based on, run, logged and remembered. One that is refused holds up no other.
 */
export async function takeCommands(
  transaction: Transaction,
  device: Device,
  commands: readonly Pushed[],
  means: PushMeans,
): Promise<readonly Result[]> {
  const ids = commands.map((command) => command.commandId)
  const results = new Map(await rememberedResults(transaction.db, ids))
  const unknown = commands.filter(({ commandId }, at) => !results.has(commandId) && ids.indexOf(commandId) === at)
  const fresh: Result[] = []
  for (let at = 0; at < unknown.length; at += sharingAtMost)
    fresh.push(...(await takeSome(transaction, device, unknown.slice(at, at + sharingAtMost), means)))
  await remember(transaction, device, fresh, means.now)
  for (const result of fresh) results.set(result.commandId, result)
  return ids.flatMap((id) => results.get(id) ?? [])
}

/** Takes commands as if none were refused; where one is, all of them are taken back and gone through one by one. */
async function takeSome(
  transaction: Transaction,
  device: Device,
  commands: readonly Pushed[],
  means: PushMeans,
): Promise<readonly Result[]> {
  const takeEach = async (shared: boolean) => {
    const results: Result[] = []
    for (const command of commands) results.push(await take(transaction, device, command, means, shared))
    return results
  }
  try {
    return await inSavepoint(transaction.db, () => takeEach(true))
  } catch (error) {
    if (means.isOfStore(error)) throw error
    return takeEach(false)
  }
}

/** `shared`: within a savepoint of several; then whatever would refuse the command is thrown. */
async function take(
  transaction: Transaction,
  device: Device,
  pushed: Pushed,
  means: PushMeans,
  shared: boolean,
): Promise<Result> {
  const { db } = transaction
  const { commandId, operation, input, touched } = pushed
  let context = contextOf(pushed)
  let result: Result
  try {
    const meta = metaFor(means, operation)
    const actor = await actorOf(db, device, pushed, meta, means)
    context = { ...context, actor }
    authorise(operation, meta, { actor, locked: false, mustChangePassword: false }, context.source)
    const { entry } = await means.replay(transaction, { operation, input, context, touched }, { logged: true, shared })
    result = { commandId, outcome: 'done', entry: entry?.seq ?? 0 }
  } catch (error) {
    if (shared) throw error
    const { code, data } = means.refusalOf(error)
    const refusal = { code, data }
    // The losing value stays in the log.
    await inSavepoint(db, () =>
      appendToLog(db, operation, shorten(input), context, {
        outcome: 'refused',
        refusal: { code, data: shorten(data) },
      }),
    )
    result = { commandId, outcome: 'rejected', refusal }
  }
  return result
}

function metaFor({ operations }: PushMeans, operation: string): OperationMeta {
  const procedure = operations.get(operation)
  const meta = procedure && metaOf(procedure)
  if (meta?.kind !== 'command' || meta.local)
    throw new OperationError('NOT_FOUND', { entity: 'operation', id: operation })
  return meta
}

/** What the program does by the calendar is nobody's right; everything else is judged by the rights of the officer who gave it. */
async function actorOf(
  db: Reader,
  device: Device,
  { actor, source }: Pushed,
  { callers }: OperationMeta,
  { officers }: PushMeans,
): Promise<Actor> {
  const byProgram = source === 'service' && actor.id === 'program' && Array.isArray(callers) && callers.length === 0
  return byProgram ? { ...actor, roles: 'all' } : officers.recognise(db, device, { actor, source })
}

/** Until the officer is recognised she has no rights. */
const contextOf = ({ commandId, actor, at, source }: Pushed): RecordedContext => ({
  commandId,
  actor: { ...actor, roles: [] },
  now: at,
  source,
})

async function remember(
  { db, bulk }: Transaction,
  device: Device,
  results: readonly Result[],
  receivedAt: string,
): Promise<void> {
  const text = textOf(db, 'remember result', () =>
    db.insertInto('syncResult').values({
      ...{ commandId: '', deviceId: '', outcome: 'done', refusal: '', entry: 0, receivedAt: '' },
    }),
  )
  await bulk.run(
    text,
    results.map((result) => [
      ...[result.commandId, device.id, result.outcome],
      result.outcome === 'rejected' ? JSON.stringify(result.refusal) : null,
      ...[result.outcome === 'done' ? result.entry : null, receivedAt],
    ]),
  )
}
