import { found, OperationError } from '../kernel/errors.ts'
import { rollingSha256 } from '../kernel/hash.ts'
import { guardOver, type TouchedRows, touchLedger } from './guard.ts'
import type { Journal } from './journal.ts'
import type { RecordedColumns } from './recorded-columns.ts'
import { addToSum, emptySum, hashRow, type RowSum, sumFromText, sumToText } from './row-sum.ts'
import type { OwnColumns, Recorded, RecordedTable } from './schema.ts'
import type { Reader, Transaction } from './store.ts'
import { type ChangeRow, changeText, insertText, keepChanges, keepSums, sumOf, updateText } from './written.ts'

type Row = Record<string, unknown>

/** The only way a command changes a recorded table: every change fills the conventions, the log and the sums. */
export type Writer = {
  /** Reads inside the command's own transaction. */
  readonly db: Reader
  newId(): string
  /** Adds one row and gives its id. */
  insert<T extends RecordedTable>(table: T, row: OwnColumns<T>, id?: string): Promise<string>
  /** Adds many rows at the speed of a prepared statement. Their ids must rise; `newId` gives them so. */
  insertMany<T extends RecordedTable>(table: T, rows: Iterable<OwnColumns<T> & { id: string }>): Promise<number>
  /**
   * Changes the given columns. With `expectedVersion` it refuses with CONFLICT when somebody changed the row since.
   * Gives false when nothing differs.
   */
  update<T extends RecordedTable>(
    table: T,
    id: string,
    patch: Partial<OwnColumns<T>>,
    expectedVersion?: number,
  ): Promise<boolean>
  /** Changes many rows; gives how many differed. */
  updateMany<T extends RecordedTable>(table: T, patches: Iterable<Patch<T>>): Promise<number>
  /** Soft deletion. */
  removeMany(table: RecordedTable, ids: Iterable<string>): Promise<number>
  /** Puts earlier values back, deletion included; used by undo. */
  restoreMany(table: RecordedTable, rows: Iterable<{ readonly id: string; readonly patch: Row }>): Promise<number>
}

export type Patch<T extends RecordedTable> = { readonly id: string; readonly patch: Partial<OwnColumns<T>> }

export type WriterOptions = {
  readonly transaction: Transaction
  readonly columns: RecordedColumns
  readonly commandId: string
  readonly actorId: string
  readonly now: string
  readonly origin: Recorded['origin']
  readonly newId: () => string
  /** Keeps the rows as the portal last confirmed them, before they are changed. */
  readonly journal?: Journal
  /** The command runs again over another state than the one it was recorded on; this is what it did to rows there. */
  readonly over?: TouchedRows
  /** Leaves no trace of its changes: they stand in the log under another command. */
  readonly unnoted?: boolean
}

/** What a finished command leaves for the log and the outbox. */
export type WriteSummary = {
  readonly changesHash: string
  readonly sums: Readonly<Record<string, { count: number; sum: string }>>
  /** The versions of the rows it wrote to, those included in which nothing differed. */
  readonly baseVersions: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly touched: TouchedRows
}

const chunkSize = 400

/** A writer for one command, and what to call when the command is done. */
export function createWriter(options: WriterOptions): { writer: Writer; finish(): Promise<WriteSummary> } {
  const { transaction, columns, commandId, actorId, now, origin, newId, journal, unnoted = false } = options
  const { db, bulk } = transaction
  const sums = new Map<RecordedTable, RowSum>()
  const baseVersions = new Map<RecordedTable, Map<string, number>>()
  const changes = rollingSha256()
  const guard = options.over && guardOver(options.over)
  const ledger = touchLedger()
  const made: { readonly table: string; readonly first: string; readonly last: string }[] = []

  async function grow(table: RecordedTable, rows: number, delta: bigint): Promise<void> {
    let sum = sums.get(table)
    if (!sum) {
      const [stored] = await sumOf(db, table)
      sum = stored ? { count: stored.count, sum: sumFromText(stored.sum) } : emptySum
    }
    sums.set(table, addToSum(sum, rows, delta))
  }

  function note(change: ChangeRow): ChangeRow {
    changes.add(changeText(change))
    return change
  }

  function stamp(row: Row, id: string): Row {
    return {
      ...row,
      id,
      createdAt: now,
      createdBy: actorId,
      updatedAt: now,
      updatedBy: actorId,
      rowVersion: 1,
      deletedAt: null,
      origin,
    }
  }

  async function insertMany<T extends RecordedTable>(
    table: T,
    rows: Iterable<OwnColumns<T> & { id: string }>,
  ): Promise<number> {
    const names = columns[table]
    const fresh: string[] = []
    const text = insertText(db, table, names)
    let count = 0
    let delta = 0n
    let first = ''
    let last = ''
    function* parameters(): Generator<readonly unknown[]> {
      for (const own of rows) {
        if (own.id <= last) throw new Error(`Rows of ${table} must come with rising ids`)
        const row = stamp(own as Row, own.id)
        delta += hashRow(table, names, row)
        first ||= own.id
        last = own.id
        if (journal) fresh.push(own.id)
        count++
        yield names.map((name) => row[name] ?? null)
      }
    }
    await bulk.run(text, parameters())
    if (count === 0) return 0
    made.push({ table, first, last })
    await journal?.made(table, fresh)
    await grow(table, count, delta)
    if (unnoted) return count
    const lastRowId = count === 1 ? null : last
    const noted = { commandId, tableName: table, rowId: first, lastRowId, kind: 'insert' as const, count }
    await keepChanges(transaction, [note({ ...noted, before: null, after: null, rowVersion: 1 })])
    return count
  }

  async function change(
    table: RecordedTable,
    patches: Iterable<{ readonly id: string; readonly patch: Row }>,
    kind: 'update' | 'delete',
    expectedVersion?: number,
  ): Promise<number> {
    let changed = 0
    for (const chunk of chunks(patches, chunkSize)) changed += await changeChunk(table, chunk, kind, expectedVersion)
    return changed
  }

  async function changeChunk(
    table: RecordedTable,
    patches: readonly { readonly id: string; readonly patch: Row }[],
    kind: 'update' | 'delete',
    expectedVersion?: number,
  ): Promise<number> {
    const ids = patches.map((patch) => patch.id)
    const current = (await db.selectFrom(table).selectAll().where('id', 'in', ids).execute()) as unknown as (Recorded &
      Row)[]
    const rows = new Map(current.map((row) => [row.id, row]))
    const byColumns = new Map<string, { readonly names: readonly string[]; readonly parameters: unknown[][] }>()
    const noted: ChangeRow[] = []
    const asTheyWere: Row[] = []
    let delta = 0n
    for (const { id, patch } of patches) {
      const row: Recorded & Row = found(rows.get(id), table, id)
      if (guard) guard.look(table, id, row, patch)
      else if (expectedVersion !== undefined && row.rowVersion !== expectedVersion) {
        throw new OperationError('CONFLICT', { entity: table, id, expected: expectedVersion, actual: row.rowVersion })
      }
      const differing = Object.keys(patch).filter((name) => patch[name] !== undefined && patch[name] !== row[name])
      remember(table, id, row.rowVersion)
      if (!madeHere(table, id)) ledger.note(table, id, differing, row, patch)
      if (differing.length === 0) continue
      if (journal) asTheyWere.push(row)
      const after: Recorded & Row = { ...row, updatedAt: now, updatedBy: actorId, rowVersion: row.rowVersion + 1 }
      for (const name of differing) after[name] = patch[name]
      delta += hashRow(table, columns[table], after) - hashRow(table, columns[table], row)
      const names = [...differing.sort(), 'updatedAt', 'updatedBy', 'rowVersion']
      const group = byColumns.get(names.join()) ?? { names, parameters: [] }
      byColumns.set(names.join(), group)
      group.parameters.push([...names.map((name) => after[name]), id])
      noted.push(
        note({
          commandId,
          tableName: table,
          rowId: id,
          lastRowId: null,
          kind,
          count: 1,
          before: JSON.stringify(pick(row, differing)),
          after: JSON.stringify(pick(after, differing)),
          rowVersion: after.rowVersion,
        }),
      )
      rows.set(id, after)
    }
    guard?.refuse(table)
    await journal?.changing(table, asTheyWere)
    for (const { names, parameters } of byColumns.values()) {
      await bulk.run(updateText(db, table, names), parameters)
    }
    if (noted.length > 0) await grow(table, 0, delta)
    if (noted.length > 0 && !unnoted) await keepChanges(transaction, noted)
    return noted.length
  }

  /** Ids of one command end alike, and each of its runs of rows lies between two of them. */
  const madeHere = (table: string, id: string): boolean =>
    made.some(
      (run) => run.table === table && run.first <= id && id <= run.last && run.first.slice(-10) === id.slice(-10),
    )

  function remember(table: RecordedTable, id: string, version: number): void {
    const versions = baseVersions.get(table) ?? new Map<string, number>()
    baseVersions.set(table, versions)
    if (!versions.has(id)) versions.set(id, version)
  }

  const writer: Writer = {
    db,
    newId,
    insertMany,
    insert: async (table, row, id = newId()) => {
      await insertMany(table, [{ ...row, id }])
      return id
    },
    update: async (table, id, patch, expectedVersion) =>
      (await change(table, [{ id, patch: patch as Row }], 'update', expectedVersion)) > 0,
    updateMany: (table, patches) => change(table, patches as Iterable<{ id: string; patch: Row }>, 'update'),
    removeMany: (table, ids) =>
      change(
        table,
        map(ids, (id) => ({ id, patch: { deletedAt: now } })),
        'delete',
      ),
    restoreMany: (table, rows) => change(table, rows, 'update'),
  }

  async function finish(): Promise<WriteSummary> {
    await keepSums(transaction, [...sums])
    return {
      changesHash: changes.digest(),
      sums: Object.fromEntries([...sums].map(([table, { count, sum }]) => [table, { count, sum: sumToText(sum) }])),
      baseVersions: Object.fromEntries(
        [...baseVersions].map(([table, versions]) => [table, Object.fromEntries(versions)]),
      ),
      touched: ledger.rows(),
    }
  }

  return { writer, finish }
}

const pick = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]))

function* map<A, B>(items: Iterable<A>, to: (item: A) => B): Generator<B> {
  for (const item of items) yield to(item)
}

function* chunks<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let chunk: T[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length === size) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}
