import { type AnyContractProcedure, type InferSchemaInput, type InferSchemaOutput, oc } from '@orpc/contract'
import type { Callers } from './roles.ts'

/** What the dispatcher must know of an operation beside its name, input and output. */
export type OperationMeta = {
  readonly kind: 'command' | 'query'
  readonly callers: Callers
  /** Runs in a worker thread, reports progress and can be cancelled. */
  readonly long?: boolean
  /** Input fields that never reach the command log (passwords). */
  readonly secret?: readonly string[]
  /** True for what concerns this store alone; such a command takes no place in the outbox. */
  readonly local?: boolean
  /** A command that runs outside a transaction because it is about the store itself (backup, restore). */
  readonly outside?: boolean
}

const base = oc.$meta<OperationMeta>({ kind: 'query', callers: [] })

type Options = Omit<OperationMeta, 'kind' | 'callers'>

/** Declares an operation that changes something. */
export const command = (callers: Callers, options: Options = {}) => base.meta({ kind: 'command', callers, ...options })

/** Declares an operation that only reads. */
export const query = (callers: Callers, options: Options = {}) => base.meta({ kind: 'query', callers, ...options })

/** One feature's operations by name. */
export type FeatureContract = Readonly<Record<string, AnyContractProcedure>>

export type InputOf<P extends AnyContractProcedure> = P['~orpc']['inputSchema'] extends infer S
  ? S extends Parameters<typeof base.input>[0]
    ? InferSchemaOutput<S>
    : undefined
  : never

/** What a handler returns: the output before its schema has filled defaults. */
export type ResultOf<P extends AnyContractProcedure> = P['~orpc']['outputSchema'] extends infer S
  ? S extends Parameters<typeof base.output>[0]
    ? InferSchemaInput<S>
    : void
  : never

/** How far long work has come. `total` is 0 while it is not known. */
export type Progress = { readonly stage: string; readonly done: number; readonly total: number }
