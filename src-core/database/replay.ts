import { CompiledQuery } from 'kysely'
import type { Connection, RecordedContext } from '../kernel/context.ts'
import { OperationError } from '../kernel/errors.ts'
import { idsOf } from '../kernel/ids.ts'
import type { Ports } from '../kernel/ports.ts'
import type { Feature } from './calls.ts'
import { metaOf, parseInput, withProvedSecrets } from './checks.ts'
import { appendToLog, type KeptEntry } from './command-log.ts'
import { handlerOf, operationsOf } from './dispatcher.ts'
import { StaleFields, type TouchedRows } from './guard.ts'
import type { Journal } from './journal.ts'
import { withRealFiles } from './kept-files.ts'
import { mergeInput } from './merge-input.ts'
import type { RecordedColumns } from './recorded-columns.ts'
import type { Reader, Transaction } from './store.ts'
import { createWriter, type WriteSummary } from './writer.ts'

/** A recorded command that is to be run over another state. */
export type Replayable = {
  readonly operation: string
  /** As it was recorded: without secrets, files by their hash. */
  readonly input: unknown
  readonly context: RecordedContext
  /** What it did to rows on the state it was recorded on. */
  readonly touched: TouchedRows
}

export type ReplayHow = {
  /** Whether its changes and an entry go to the log; a desktop has logged the command when its officer ran it. */
  readonly logged: boolean
  readonly journal?: Journal | undefined
  /** Leaves taking back to whoever calls, who shares a savepoint among commands; then nothing is merged either. */
  readonly shared?: boolean
}

export type Replayed = {
  /** As it was run: merged with what others changed. */
  readonly input: unknown
  readonly summary: WriteSummary
  readonly entry: KeptEntry | undefined
}

/**
 * Runs a recorded command over another state inside a transaction of the caller's: all of it or, when it throws, nothing.
 * Fields that others changed meanwhile stay as they are; CONFLICT names those that both changed.
 */
export type Replay = (transaction: Transaction, command: Replayable, how: ReplayHow) => Promise<Replayed>

export type ReplayOptions = {
  readonly columns: RecordedColumns
  readonly features: Readonly<Record<string, Feature>>
  readonly ports: Ports
}

const quiet = { signal: new AbortController().signal, report: () => {} }

/** The one way to run a recorded command again, for both ends of the synchronisation. */
export function createReplay({ columns, features, ports }: ReplayOptions): Replay {
  const operations = operationsOf(features)
  return async (transaction, command, how) => {
    const { operation, context } = command
    const { db } = transaction
    const procedure = operations.get(operation)
    const meta = procedure && metaOf(procedure)
    if (!procedure || meta?.kind !== 'command')
      throw new OperationError('NOT_FOUND', { entity: 'operation', id: operation })
    const handler = handlerOf(features, operation)
    const { actor, now, commandId, source } = context
    const connection: Connection = { source, actor, session: null, locked: false }
    const run = async (recorded: unknown) => {
      const input = await parseInput(procedure, withProvedSecrets(await withRealFiles(recorded, ports.files), meta))
      const { writer, finish } = createWriter({
        transaction,
        columns,
        commandId,
        actorId: actor.id,
        now,
        origin: 'desktop',
        newId: idsOf(commandId, Date.parse(now)),
        over: command.touched,
        unnoted: !how.logged,
        ...(how.journal && { journal: how.journal }),
      })
      const common = { ...quiet, input, actor, now, ports, columns, connection }
      await handler({ ...common, db, write: writer, commandId } as never)
      const summary = await finish()
      const entry = how.logged
        ? await appendToLog(db, operation, recorded, context, { outcome: 'done', summary })
        : undefined
      return { summary, entry }
    }
    return how.shared ? { ...(await run(command.input)), input: command.input } : runMerged(db, command, run)
  }
}

/** How often an input is merged anew; each time at least one more field is as it is now. */
const mergesAtMost = 5

const begin = CompiledQuery.raw('savepoint replayed')
const takeBack = CompiledQuery.raw('rollback to savepoint replayed')
const keep = CompiledQuery.raw('release savepoint replayed')

/** Undoes what `work` did, and that alone, when it throws. */
export async function inSavepoint<T>(db: Reader, work: () => Promise<T>): Promise<T> {
  await db.executeQuery(begin)
  try {
    const result = await work()
    await db.executeQuery(keep)
    return result
  } catch (error) {
    // A full disk has rolled the whole transaction back by itself; then there is no savepoint, and `error` says why.
    await db.executeQuery(takeBack).catch(() => undefined)
    await db.executeQuery(keep).catch(() => undefined)
    throw error
  }
}

/** Runs a command again, merging its input with what others changed meanwhile; CONFLICT where both changed the same. */
async function runMerged<T>(
  db: Reader,
  command: Replayable,
  run: (input: unknown) => Promise<T>,
): Promise<T & { readonly input: unknown }> {
  let { input } = command
  for (let merges = 0; ; merges++) {
    try {
      const result = await inSavepoint(db, () => run(input))
      return { ...result, input }
    } catch (error) {
      if (!(error instanceof StaleFields)) throw error
      const merged = merges < mergesAtMost ? mergeInput(input, error.fields) : undefined
      if (merged === undefined) throw clashOf(error)
      input = merged
    }
  }
}

function clashOf({ fields }: StaleFields): OperationError {
  const [first] = fields
  return new OperationError('CONFLICT', { entity: first?.table ?? '', id: first?.id ?? '', fields })
}
