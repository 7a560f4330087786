import type { Kysely } from 'kysely'
import type { OperationError } from '../kernel/errors.ts'
import type { Dialect } from './dialect.ts'
import type { Database } from './schema.ts'

export type Reader = Kysely<Database>

/**
 * Runs one statement for many rows: its SQL was written once by kysely, its places stand in column order. It may come back before
 * the database has answered: whatever is asked next in the transaction, or its end, fails when one of the rows was refused.
 */
export type Bulk = {
  run(sql: string, rows: Iterable<readonly unknown[]>): Promise<void>
}

export type Transaction = { readonly db: Kysely<Database>; readonly bulk: Bulk }

/** One academy's database. Writes stand in line; each is one transaction, kept whole or not at all. */
export type Store = {
  readonly dialect: Dialect
  readonly id: string
  /** A database that refuses to write, on its own connection: it sees the last committed state. */
  read<T>(work: (db: Reader) => Promise<T>): Promise<T>
  /** The same for long reading, over one unchanging state however much is written meanwhile. */
  snapshot<T>(work: (db: Reader) => Promise<T>): Promise<T>
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  /** Keeps writers of this process out while `work` runs, for work that another thread does on the same file. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /**
   * Closes every connection and opens them again, so that what is read next is what the disk has. False when the disk
   * would not confirm it; then nothing more is written until it does.
   */
  reopen(): Promise<boolean>
  /** Turns what the database threw into a refusal with a reason, or gives nothing for faults that are not the store's. */
  explain(error: unknown): OperationError | undefined
  close(): Promise<void>
}
