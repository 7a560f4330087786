import type { Generated } from 'kysely'

export type CommandLogTable = {
  seq: Generated<number>
  commandId: string
  operation: string
  contractVersion: number
  /** JSON; secret fields are absent. */
  input: string
  actorId: string
  actorName: string
  /** Where the call came from: window, cli, worker, service. */
  source: string
  at: string
  outcome: 'done' | 'refused'
  /** For a refusal: code and data. */
  refusal: string | null
  /** JSON object: table → {count, sum} after this command, for the tables it touched. */
  sums: string
  /** SHA-256 over the changes of this command in order. */
  changesHash: string
  previousHash: string
  hash: string
}

/** What one command did to one row, or with `lastRowId` to a run of rows it created. */
export type CommandChangeTable = {
  seq: Generated<number>
  commandId: string
  tableName: string
  rowId: string
  lastRowId: string | null
  kind: 'insert' | 'update' | 'delete'
  count: number
  /** JSON of the columns that changed, as they were; null for an insert. */
  before: string | null
  /** JSON of the columns that changed, as they became. */
  after: string | null
  rowVersion: number
}

export type OutboxTable = {
  seq: Generated<number>
  commandId: string
  /** JSON: table → row id → version it had. */
  baseVersions: string
  state: 'waiting' | 'sent' | 'confirmed' | 'rejected'
}

export type TableSumTable = { tableName: string; count: number; sum: string }

export type StoreInfoTable = { key: string; value: string }

export type SystemTables = {
  commandLog: CommandLogTable
  commandChange: CommandChangeTable
  outbox: OutboxTable
  tableSum: TableSumTable
  storeInfo: StoreInfoTable
}
