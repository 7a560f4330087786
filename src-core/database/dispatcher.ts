import type { AnyContractProcedure } from '@orpc/contract'
import type { Actor, CallOptions, Connection, RecordedContext } from '../kernel/context.ts'
import { isOperationError, OperationError } from '../kernel/errors.ts'
import { idsOf, uuidV7 } from '../kernel/ids.ts'
import type { Ports } from '../kernel/ports.ts'
import type { AnyHandler, Feature } from './calls.ts'
import { authorise, type Caller, checkedOutput, metaOf, parseInput, shorten, withoutSecrets } from './checks.ts'
import { appendToLog, hasEntry } from './command-log.ts'
import { isJoined, openJournal } from './journal.ts'
import { withKeptFiles } from './kept-files.ts'
import type { RecordedColumns } from './recorded-columns.ts'
import { textOf } from './statement.ts'
import type { Reader, Store, Transaction } from './store.ts'
import { createWriter, type WriteSummary } from './writer.ts'

export { type CommandCall, type Feature, feature, type Handlers, type QueryCall } from './calls.ts'
export { type Caller, metaOf, parseInput } from './checks.ts'

export type Dispatcher = {
  /** Names of all operations, as `feature.operation`. */
  readonly operations: ReadonlyMap<string, AnyContractProcedure>
  /** Checks input and caller, runs the operation, logs it. Throws OperationError and nothing else. */
  run(name: string, input: unknown, connection: Connection, options?: CallOptions): Promise<unknown>
  /** Runs an operation that is already authorised, with the context it was recorded with. */
  runRecorded(name: string, input: unknown, context: RecordedContext, options?: CallOptions): Promise<unknown>
}

export type DispatcherOptions = {
  readonly store: Store
  readonly columns: RecordedColumns
  readonly features: Readonly<Record<string, Feature>>
  readonly ports: Ports
  readonly clock: () => Date
  readonly random: (bytes: number) => Uint8Array
  /** Where faults of ours go, with the reference the officer is shown. */
  readonly logFault: (reference: string, error: unknown) => void
  /** Looks again, before each call, at whoever signed in on a connection: sessions end, roles change. */
  readonly recognise?: (db: Reader, connection: Connection, now: string) => Promise<Caller>
  /** Refuses unless the password is that of whoever signed in on a connection. */
  readonly confirm?: (call: ConfirmCall) => Promise<void>
  /** Hands a long operation to another thread; without it everything runs here. */
  readonly elsewhere?: (
    name: string,
    input: unknown,
    context: RecordedContext,
    options: CallOptions,
  ) => Promise<unknown>
}

/** What a password is checked with. */
export type ConfirmCall = {
  readonly db: Transaction['db']
  readonly connection: Connection
  readonly now: string
  readonly ports: Ports
  readonly password: string
}

const nobody: Actor = { id: 'nobody', name: '', roles: [] }

const quiet: Required<CallOptions> = { signal: new AbortController().signal, report: () => {} }

/** The one door to the academy: every host sends every call through here. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { store, columns, features, ports, clock, random } = options
  const operations = operationsOf(features)

  async function run(name: string, input: unknown, connection: Connection, call: CallOptions = {}): Promise<unknown> {
    const at = clock()
    const now = at.toISOString()
    const commandId = uuidV7(at.getTime(), random(10))
    let context: RecordedContext = { commandId, actor: nobody, now, source: connection.source }
    try {
      const caller = await callerOn(connection, now)
      context = { ...context, actor: caller.actor ?? nobody }
      const procedure = procedureOf(name)
      const meta = metaOf(procedure)
      const { long, kind } = meta
      authorise(name, meta, caller, connection.source)
      const parsed = await parseInput(procedure, input)
      if (meta.kind === 'command' && meta.confirmed) await confirmed(parsed, connection, now)
      if (long && options.elsewhere) {
        const work = () => options.elsewhere?.(name, parsed, context, call) ?? Promise.resolve()
        return kind === 'command' ? await store.alone(work) : await work()
      }
      return await perform(name, procedure, parsed, context, connection, call)
    } catch (error) {
      const refusal = asRefusal(error)
      await logRefusal(name, input, context, refusal)
      throw refusal
    }
  }

  async function callerOn(connection: Connection, now: string): Promise<Caller> {
    const { actor, locked, session, link } = connection
    if (!(session || link) || !options.recognise) return { actor, locked, mustChangePassword: false }
    const { recognise } = options
    return store.read((db) => recognise(db, connection, now))
  }

  /** Only at a window: whoever runs the command line beside the store's files has proved more than a password. */
  async function confirmed(input: unknown, connection: Connection, now: string): Promise<void> {
    const { confirm } = options
    if (!connection.session || !confirm) return
    const { password } = input as { readonly password?: string }
    const refusal = await store.write(async ({ db }) => {
      try {
        await confirm({ db, connection, now, ports, password: password ?? '' })
        return undefined
      } catch (error) {
        if (!isOperationError(error) || !error.keepsWrites) throw error
        return error
      }
    })
    if (refusal) throw refusal
  }

  async function runRecorded(name: string, input: unknown, context: RecordedContext, call: CallOptions = {}) {
    try {
      const connection: Connection = { source: context.source, actor: context.actor, session: null, locked: false }
      const procedure = procedureOf(name)
      return await perform(name, procedure, await parseInput(procedure, input), context, connection, call)
    } catch (error) {
      throw asRefusal(error)
    }
  }

  function procedureOf(name: string): AnyContractProcedure {
    const procedure = operations.get(name)
    if (!procedure) throw new OperationError('NOT_FOUND', { entity: 'operation', id: name })
    return procedure
  }

  async function perform(
    name: string,
    procedure: AnyContractProcedure,
    input: unknown,
    context: RecordedContext,
    connection: Connection,
    call: CallOptions,
  ): Promise<unknown> {
    const meta = metaOf(procedure)
    const handler = handlerOf(features, name)
    const { actor, now, commandId } = context
    const common = { ...quiet, ...withoutUndefined(call), input, actor, now, ports, columns, connection }
    if (meta.kind === 'query') {
      const ask = (db: Reader) => handler({ ...common, db } as never)
      return checkedOutput(procedure, await (meta.long ? store.snapshot(ask) : store.read(ask)))
    }
    const logged = await withKeptFiles(withoutSecrets(input, meta), ports.files)
    if (meta.kind === 'upkeep') {
      const result = await handler(common as never)
      await store.write(({ db }) => appendToLog(db, name, logged, context, { outcome: 'done' }))
      return checkedOutput(procedure, result)
    }
    if (meta.draft) {
      const draft = await store.write(({ db }) => handler({ ...common, db, commandId } as never))
      return checkedOutput(procedure, draft)
    }
    const kept = await commit(commandId, async (transaction): Promise<Kept> => {
      const journal = (await isJoined(transaction.db)) ? openJournal(transaction) : undefined
      const { writer, finish } = createWriter({
        transaction,
        columns,
        commandId,
        actorId: actor.id,
        now,
        origin: context.source === 'portal' ? 'portal' : 'desktop',
        newId: idsOf(commandId, Date.parse(now)),
        ...(journal && { journal }),
      })
      try {
        const result = await handler({ ...common, db: transaction.db, write: writer, commandId } as never)
        const summary = await finish()
        if (!meta.unlogged) {
          const by = signedInBy(context, connection, summary)
          await appendToLog(transaction.db, name, logged, by, { outcome: 'done', summary })
        }
        if (!meta.local) {
          const baseVersions = JSON.stringify(summary.baseVersions)
          await addToOutbox(transaction, commandId, baseVersions)
        }
        if (call.signal?.aborted) throw new OperationError('CANCELLED', {})
        return { result }
      } catch (error) {
        if (!isOperationError(error) || !error.keepsWrites) throw error
        return { refusal: error }
      }
    })
    if ('refusal' in kept) throw kept.refusal
    return checkedOutput(procedure, kept.result)
  }

  /**
   * One transaction. When the commit itself fails the disk alone knows its outcome (a failed fsync may leave it kept), so
   * the store is opened anew and asked whether the command stands in its log.
   */
  async function commit(commandId: string, work: (transaction: Transaction) => Promise<Kept>): Promise<Kept> {
    let finished: Kept | undefined
    try {
      return await store.write(async (transaction) => {
        finished = await work(transaction)
        return finished
      })
    } catch (error) {
      if (!finished || 'refusal' in finished) throw error
      const confirmed = await store.reopen()
      if (!(await store.read((db) => hasEntry(db, commandId)))) throw error
      if (confirmed) return finished
      throw new OperationError('STORE_FAILED', { problem: 'uncertain' })
    }
  }

  function asRefusal(error: unknown): OperationError {
    if (isOperationError(error)) return error
    if (error instanceof Error && error.name === 'AbortError') return new OperationError('CANCELLED', {})
    const explained = store.explain(error)
    if (explained) return explained
    const reference = uuidV7(clock().getTime(), random(10)).slice(-12)
    options.logFault(reference, error)
    return new OperationError('UNEXPECTED', { reference })
  }

  /** Refusals stand in the log beside what was done; only malformed calls and cancelled work leave no entry. */
  async function logRefusal(name: string, input: unknown, context: RecordedContext, refusal: OperationError) {
    const { code, data } = refusal
    if (code === 'INVALID_INPUT' || code === 'CANCELLED' || code === 'STORE_FAILED' || code === 'UNEXPECTED') return
    // What strangers try on the portal is counted there; it must not fill the academy's log.
    if (context.source === 'portal' && context.actor.id === nobody.id) return
    const procedure = operations.get(name)
    const meta = procedure && metaOf(procedure)
    const unlogged = meta?.kind === 'query' || (meta?.kind === 'command' && meta.draft)
    if (unlogged && code !== 'NOT_ALLOWED') return
    const logged = meta ? shorten(withoutSecrets(input, meta)) : null
    const outcome = { outcome: 'refused', refusal: { code, data: shorten(data) } } as const
    try {
      await store.write(({ db }) => appendToLog(db, name, logged, context, outcome))
    } catch (error) {
      // The refusal itself must reach the caller even when the disk no longer takes the log entry.
      options.logFault('log', error)
    }
  }

  return { operations, run, runRecorded }
}

const addToOutbox = ({ db, bulk }: Transaction, commandId: string, baseVersions: string): Promise<void> =>
  bulk.run(
    textOf(db, 'add to outbox', () =>
      db.insertInto('outbox').values({ commandId: '', baseVersions: '', state: 'waiting' }),
    ),
    [[commandId, baseVersions, 'waiting']],
  )

/**
 * Signing in begins as nobody; the log names who came in. A command that changed records keeps the one it began with, who
 * stands in those records too.
 */
function signedInBy(context: RecordedContext, { actor }: Connection, summary: WriteSummary): RecordedContext {
  const changedNothing = Object.keys(summary.sums).length === 0
  return context.actor.id === nobody.id && actor && changedNothing ? { ...context, actor } : context
}

type Contracts = Readonly<Record<string, Pick<Feature, 'contract'>>>

const listed = new WeakMap<Contracts, ReadonlyMap<string, AnyContractProcedure>>()

/** Every operation of some features, as `feature.operation`. */
export function operationsOf(features: Contracts): ReadonlyMap<string, AnyContractProcedure> {
  const known = listed.get(features)
  if (known) return known
  const operations = new Map<string, AnyContractProcedure>()
  listed.set(features, operations)
  for (const [featureName, { contract }] of Object.entries(features)) {
    for (const [name, procedure] of Object.entries(contract)) operations.set(`${featureName}.${name}`, procedure)
  }
  return operations
}

type Kept = { readonly result: unknown } | { readonly refusal: OperationError }

/** The function of an operation; NOT_FOUND for a name that no feature has. */
export function handlerOf(features: Readonly<Record<string, Feature>>, name: string): AnyHandler {
  const [featureName = '', operation = ''] = name.split('.')
  const handler = features[featureName]?.handlers[operation]
  if (!handler) throw new OperationError('NOT_FOUND', { entity: 'operation', id: name })
  return handler
}

const withoutUndefined = (call: CallOptions): CallOptions =>
  Object.fromEntries(Object.entries(call).filter(([, value]) => value !== undefined))
