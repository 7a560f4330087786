import {
  type AnyContractProcedure,
  type ContractProcedure,
  eventIterator,
  type InferSchemaInput,
  type InferSchemaOutput,
  oc,
  type Schema,
} from '@orpc/contract'
import { z } from 'zod'
import type { Callers } from './roles.ts'

type CommonMeta = {
  /** Whom the operation serves; the dispatcher refuses everybody else. */
  readonly callers: Callers
  /** Runs in a worker thread, reports progress and can be cancelled; its output is declared with `longResult`. */
  readonly long?: boolean
  /** Offered by the portal to the callers it names. What does not say so cannot be called there by anybody. */
  readonly portal?: boolean
}

export type QueryMeta = CommonMeta & { readonly kind: 'query' }

export type CommandMeta = CommonMeta & {
  readonly kind: 'command'
  /** Input fields that never reach the command log (passwords). */
  readonly secret?: readonly string[]
  /** True for what concerns this store alone; such a command takes no place in the outbox. */
  readonly local?: boolean
  /** True for what a window does by itself, without its officer: done, it leaves no entry in the log. */
  readonly unlogged?: boolean
  /**
   * What cannot be taken back asks an officer at a window for the password again; it comes in the input field `password`,
   * which is one of `secret`.
   */
  readonly confirmed?: boolean
  /**
   * Keeps what somebody is still writing, or counts a look: one transaction on this store's own tables, on the disk before it is
   * acknowledged, but neither in the log nor in the outbox. It may not change a record.
   */
  readonly draft?: boolean
}

/** Work on the store itself (backups): outside any transaction, changes no record, yet stands in the log. */
export type UpkeepMeta = CommonMeta & { readonly kind: 'upkeep' }

export type OperationMeta = QueryMeta | CommandMeta | UpkeepMeta

/** Declares an operation that changes something. */
export const command = (callers: Callers, options: Omit<CommandMeta, 'kind' | 'callers'> = {}) =>
  oc.$meta<CommandMeta>({ kind: 'command', callers: [] }).meta({ kind: 'command', callers, ...options })

/** Declares an operation that only reads. */
export const query = (callers: Callers, options: Omit<QueryMeta, 'kind' | 'callers'> = {}) =>
  oc.$meta<QueryMeta>({ kind: 'query', callers: [] }).meta({ kind: 'query', callers, ...options })

/** Declares an operation on the store itself. */
export const upkeep = (callers: Callers, options: Omit<UpkeepMeta, 'kind' | 'callers'> = {}) =>
  oc.$meta<UpkeepMeta>({ kind: 'upkeep', callers: [] }).meta({ kind: 'upkeep', callers, ...options })

/** How far long work has come. `stage` is a key that the screen translates; `total` is 0 while it is not known. */
export const progressSchema = z.object({
  stage: z.string(),
  done: z.number(),
  total: z.number(),
  /** More figures by name, where work has some to show. */
  details: z.record(z.string(), z.number()).optional(),
})

export type Progress = z.infer<typeof progressSchema>

/** The output of a long operation: progress while it runs, `result` at its end. */
export const longResult = <In, Out>(result: Schema<In, Out>) => eventIterator(progressSchema, result)

/** One feature's operations by name. */
export type FeatureContract = Readonly<Record<string, AnyContractProcedure>>

type InputSchema<P> = P extends ContractProcedure<infer I, infer _O, infer _E, infer _M> ? I : never
type OutputSchema<P> = P extends ContractProcedure<infer _I, infer O, infer _E, infer _M> ? O : never

/** What a handler is given: the input after its schema has checked it. */
export type InputOf<P extends AnyContractProcedure> = InferSchemaOutput<InputSchema<P>>

/** What a handler returns: the output before its schema has checked it. */
export type ResultOf<P extends AnyContractProcedure> =
  InferSchemaInput<OutputSchema<P>> extends AsyncIteratorObject<infer _Y, infer R, infer _N>
    ? R
    : InferSchemaInput<OutputSchema<P>>

export type KindOf<P extends AnyContractProcedure> =
  P extends ContractProcedure<infer _I, infer _O, infer _E, infer M>
    ? M extends OperationMeta
      ? M['kind']
      : never
    : never
