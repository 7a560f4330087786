import type { AnyContractProcedure } from '@orpc/contract'
import type { Actor, CallOptions, Connection } from '../kernel/context.ts'
import type { FeatureContract, InputOf, KindOf, ResultOf } from '../kernel/operation.ts'
import type { Ports } from '../kernel/ports.ts'
import type { RecordedColumns } from './recorded-columns.ts'
import type { Reader } from './store.ts'
import type { Writer } from './writer.ts'

/** What work on the store itself is given: it has no transaction, and the store may be closed and opened under it. */
export type UpkeepCall<I> = {
  readonly input: I
  readonly actor: Actor
  /** Instant, ISO 8601 UTC; the only clock a handler knows. */
  readonly now: string
  readonly ports: Ports
  readonly columns: RecordedColumns
  readonly connection: Connection
} & Required<CallOptions>

/** What a query's handler works with. */
export type QueryCall<I> = UpkeepCall<I> & { readonly db: Reader }

/** What a command's handler works with: `db` reads inside the command's transaction, `write` changes it. */
export type CommandCall<I> = QueryCall<I> & {
  readonly write: Writer
  readonly commandId: string
}

type CallFor<P extends AnyContractProcedure> = {
  readonly query: QueryCall<InputOf<P>>
  readonly command: CommandCall<InputOf<P>>
  readonly upkeep: UpkeepCall<InputOf<P>>
}[KindOf<P>]

/** One short function an operation. */
export type Handlers<C extends FeatureContract> = {
  readonly [Name in keyof C]: (call: CallFor<C[Name]>) => Promise<ResultOf<C[Name]>>
}

export type AnyHandler = (call: never) => Promise<unknown>

export type Feature = { readonly contract: FeatureContract; readonly handlers: Readonly<Record<string, AnyHandler>> }

/** Binds a feature's handlers to its contract; the types make sure that none is missing. */
export const feature = <C extends FeatureContract>(contract: C, handlers: Handlers<C>): Feature => ({
  contract,
  handlers: handlers as Readonly<Record<string, AnyHandler>>,
})
