import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import type { Actor, CallOptions, Connection, RecordedContext } from '../kernel/context.ts'
import { isOperationError, OperationError } from '../kernel/errors.ts'
import { idsOf, uuidV7 } from '../kernel/ids.ts'
import type { CommandMeta, FeatureContract, InputOf, IsCommand, OperationMeta, ResultOf } from '../kernel/operation.ts'
import type { Ports } from '../kernel/ports.ts'
import type { Callers } from '../kernel/roles.ts'
import { appendToLog } from './command-log.ts'
import type { RecordedColumns } from './recorded-columns.ts'
import type { Reader, Store } from './store.ts'
import { createWriter, type Writer } from './writer.ts'

/** What a query's handler works with. */
export type QueryCall<I> = {
  readonly input: I
  readonly db: Reader
  readonly actor: Actor
  /** Instant, ISO 8601 UTC; the only clock a handler knows. */
  readonly now: string
  readonly ports: Ports
  readonly columns: RecordedColumns
  readonly connection: Connection
} & Required<CallOptions>

/** What a command's handler works with: `db` reads inside the command's transaction, `write` changes it. */
export type CommandCall<I> = QueryCall<I> & {
  readonly write: Writer
  readonly commandId: string
}

type CallFor<P extends AnyContractProcedure> =
  IsCommand<P> extends true ? CommandCall<InputOf<P>> : QueryCall<InputOf<P>>

/** One short function an operation. */
export type Handlers<C extends FeatureContract> = {
  readonly [Name in keyof C]: (call: CallFor<C[Name]>) => Promise<ResultOf<C[Name]>>
}

type AnyHandler = (call: never) => Promise<unknown>

export type Feature = { readonly contract: FeatureContract; readonly handlers: Readonly<Record<string, AnyHandler>> }

/** Binds a feature's handlers to its contract; the types make sure that none is missing. */
export const feature = <C extends FeatureContract>(contract: C, handlers: Handlers<C>): Feature => ({
  contract,
  handlers: handlers as Readonly<Record<string, AnyHandler>>,
})

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
  /** Hands a long operation to another thread; without it everything runs here. */
  readonly elsewhere?: (
    name: string,
    input: unknown,
    context: RecordedContext,
    options: CallOptions,
  ) => Promise<unknown>
}

const nobody: Actor = { id: 'nobody', name: '', roles: [] }

const quiet: Required<CallOptions> = { signal: new AbortController().signal, report: () => {} }

/** The one door to the academy: every host sends every call through here. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { store, columns, features, ports, clock, random } = options
  const operations = new Map<string, AnyContractProcedure>()
  for (const [featureName, { contract }] of Object.entries(features)) {
    for (const [name, procedure] of Object.entries(contract)) operations.set(`${featureName}.${name}`, procedure)
  }

  async function run(name: string, input: unknown, connection: Connection, call: CallOptions = {}): Promise<unknown> {
    const actor = connection.actor ?? nobody
    const at = clock()
    const context = {
      commandId: uuidV7(at.getTime(), random(10)),
      actor,
      now: at.toISOString(),
      source: connection.source,
    }
    try {
      const procedure = procedureOf(name)
      const { callers, long } = metaOf(procedure)
      const parsed = await parse(procedure, input)
      authorise(name, callers, connection)
      if (long && options.elsewhere) {
        const work = () => options.elsewhere?.(name, parsed, context, call) ?? Promise.resolve()
        return metaOf(procedure).kind === 'command' ? await store.alone(work) : await work()
      }
      return await perform(name, procedure, parsed, context, connection, call)
    } catch (error) {
      const refusal = asRefusal(error)
      await logRefusal(name, input, context, refusal)
      throw refusal
    }
  }

  async function runRecorded(name: string, input: unknown, context: RecordedContext, call: CallOptions = {}) {
    try {
      const connection: Connection = { source: context.source, actor: context.actor, session: null, locked: false }
      const procedure = procedureOf(name)
      return await perform(name, procedure, await parse(procedure, input), context, connection, call)
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
    const common = {
      ...quiet,
      ...withoutUndefined(call),
      input,
      actor: context.actor,
      now: context.now,
      ports,
      columns,
      connection,
    }
    if (meta.kind === 'query') {
      return checked(procedure, await store.read((db) => handler({ ...common, db } as never)))
    }
    const { commandId } = context
    const logged = withoutSecrets(input, meta)
    const kept = await store.write(async (transaction): Promise<{ result: unknown } | { refusal: OperationError }> => {
      const { writer, finish } = createWriter({
        transaction,
        columns,
        commandId,
        actorId: context.actor.id,
        now: context.now,
        origin: 'desktop',
        newId: idsOf(commandId, Date.parse(context.now)),
      })
      try {
        const result = await handler({ ...common, db: transaction.db, write: writer, commandId } as never)
        const summary = await finish()
        await appendToLog(transaction.db, name, logged, context, { outcome: 'done', summary })
        if (!meta.local) {
          const baseVersions = JSON.stringify(summary.baseVersions)
          await transaction.db.insertInto('outbox').values({ commandId, baseVersions, state: 'waiting' }).execute()
        }
        if (call.signal?.aborted) throw new OperationError('CANCELLED', {})
        return { result }
      } catch (error) {
        if (!isOperationError(error) || !error.keepsWrites) throw error
        return { refusal: error }
      }
    })
    if ('refusal' in kept) throw kept.refusal
    return checked(procedure, kept.result)
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
    const procedure = operations.get(name)
    const meta = procedure && metaOf(procedure)
    if (meta?.kind === 'query' && code !== 'NOT_ALLOWED' && code !== 'NOT_SIGNED_IN') return
    if (meta?.kind === 'query' && code === 'NOT_SIGNED_IN') return
    try {
      await store.write(({ db }) =>
        appendToLog(db, name, meta ? shorten(withoutSecrets(input, meta)) : null, context, {
          outcome: 'refused',
          refusal: { code, data },
        }),
      )
    } catch (error) {
      // The refusal itself must reach the caller even when the disk no longer takes the log entry.
      options.logFault('log', error)
    }
  }

  return { operations, run, runRecorded }
}

/** The meta of an operation, as its contract declared it. */
export const metaOf = (procedure: AnyContractProcedure): OperationMeta => procedure['~orpc'].meta as OperationMeta

function handlerOf(features: Readonly<Record<string, Feature>>, name: string): AnyHandler {
  const [featureName = '', operation = ''] = name.split('.')
  const handler = features[featureName]?.handlers[operation]
  if (!handler) throw new OperationError('NOT_FOUND', { entity: 'operation', id: name })
  return handler
}

async function parse(procedure: AnyContractProcedure, input: unknown): Promise<unknown> {
  if (!isContractProcedure(procedure)) return input
  const schema = procedure['~orpc'].inputSchema as z.ZodType | undefined
  if (!schema) return undefined
  const parsed = await schema.safeParseAsync(input)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.message }))
  throw new OperationError('INVALID_INPUT', { issues })
}

/** The answer as its schema declares it: fields that are not declared do not leave the core. */
async function checked(procedure: AnyContractProcedure, result: unknown): Promise<unknown> {
  const schema = procedure['~orpc'].outputSchema
  if (!schema || metaOf(procedure).long) return result
  return (schema as z.ZodType).parseAsync(result)
}

function authorise(operation: string, callers: Callers, connection: Connection): void {
  if (callers === 'anyone') return
  if (!connection.actor || connection.locked) throw new OperationError('NOT_SIGNED_IN', {})
  const { roles } = connection.actor
  if (callers === 'signedIn' || roles === 'all') return
  if (!callers.some((role) => roles.includes(role)))
    throw new OperationError('NOT_ALLOWED', { operation, roles: callers })
}

function withoutSecrets(input: unknown, meta: OperationMeta): unknown {
  const secret = (meta as CommandMeta).secret
  if (!secret || typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).filter(([name]) => !secret.includes(name)))
}

function shorten(input: unknown): unknown {
  const text = JSON.stringify(input ?? null)
  return text.length > 4000 ? { cut: text.length } : input
}

const withoutUndefined = (call: CallOptions): CallOptions =>
  Object.fromEntries(Object.entries(call).filter(([, value]) => value !== undefined))
