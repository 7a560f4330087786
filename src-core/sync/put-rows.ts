import type { RecordedColumns } from '../database/recorded-columns.ts'
import { addToSum, emptySum, hashRow, sumFromText } from '../database/row-sum.ts'
import type { RecordedTable } from '../database/schema.ts'
import { textOf } from '../database/statement.ts'
import type { Transaction } from '../database/store.ts'
import { insertText, keepSums, sumOf } from '../database/written.ts'
import { type AnyRow, rowsByIds } from './rows.ts'

/** How a row stands against what it was when the transaction began. */
export type Touched = ReadonlyMap<RecordedTable, ReadonlyMap<string, AnyRow | null>>

/** Puts rows as they were confirmed elsewhere, past the writer of commands, and keeps the sums of tables true. */
export type RowPutter = {
  /**
   * Takes away rows that are to become others. All of them go before the first one is put: two rows may have swapped what only
   * one of them may have.
   */
  clear(table: RecordedTable, rows: readonly AnyRow[]): Promise<void>
  /** Puts the rows that are missing. */
  put(table: RecordedTable, rows: readonly AnyRow[]): Promise<void>
  drop(table: RecordedTable, ids: readonly string[]): Promise<void>
  /** Says that rows which were not looked at are not there, so that nobody needs to look. */
  absent(table: RecordedTable, ids: readonly string[]): void
  /** Remembers rows that something else is about to change, if they were not looked at before. */
  seen(table: RecordedTable, rows: readonly AnyRow[]): void
  /** The same for rows that something else has just made. */
  appeared(table: RecordedTable, ids: readonly string[]): void
  /** Every row that was looked at, as it was at first; null for one that was not there. */
  readonly first: Touched
}

export function createRowPutter(transaction: Transaction, columns: RecordedColumns): RowPutter {
  const { db, bulk } = transaction
  const first = new Map<RecordedTable, Map<string, AnyRow | null>>()

  /** Rows as they are now; whatever changes them past this putter says so. */
  const known = new Map<RecordedTable, Map<string, AnyRow | null>>()

  function knownOf(table: RecordedTable): Map<string, AnyRow | null> {
    const rows = known.get(table) ?? new Map<string, AnyRow | null>()
    known.set(table, rows)
    return rows
  }

  async function current(table: RecordedTable, ids: readonly string[]): Promise<ReadonlyMap<string, AnyRow | null>> {
    const rows = knownOf(table)
    const unknown = ids.filter((id) => !rows.has(id))
    for (const id of unknown) rows.set(id, null)
    for (const row of await rowsByIds(db, table, unknown)) rows.set(row.id, row)
    remember(table, unknown, (id) => rows.get(id) ?? null)
    return rows
  }

  function absent(table: RecordedTable, ids: readonly string[]): void {
    const rows = knownOf(table)
    const unknown = ids.filter((id) => !rows.has(id))
    for (const id of unknown) rows.set(id, null)
    remember(table, unknown, () => null)
  }

  function remember(table: RecordedTable, ids: readonly string[], of: (id: string) => AnyRow | null): void {
    const known = first.get(table) ?? new Map<string, AnyRow | null>()
    first.set(table, known)
    for (const id of ids) if (!known.has(id)) known.set(id, of(id))
  }

  async function grow(table: RecordedTable, rows: number, delta: bigint): Promise<void> {
    const [stored] = await sumOf(db, table)
    const before = stored ? { count: stored.count, sum: sumFromText(stored.sum) } : emptySum
    await keepSums(transaction, [[table, addToSum(before, rows, delta)]])
  }

  async function clear(table: RecordedTable, rows: readonly AnyRow[]): Promise<void> {
    const names = columns[table]
    const there = await current(
      table,
      rows.map((row) => row.id),
    )
    const differing = rows.filter((row) => {
      const old = there.get(row.id)
      return old && names.some((name) => (old[name] ?? null) !== (row[name] ?? null))
    })
    await drop(
      table,
      differing.map((row) => row.id),
    )
  }

  async function put(table: RecordedTable, rows: readonly AnyRow[]): Promise<void> {
    const names = columns[table]
    const there = await current(
      table,
      rows.map((row) => row.id),
    )
    const missing = rows.filter((row) => !there.get(row.id))
    if (missing.length === 0) return
    await bulk.run(
      insertText(db, table, names),
      missing.map((row) => names.map((name) => row[name] ?? null)),
    )
    for (const row of missing) knownOf(table).set(row.id, row)
    await grow(
      table,
      missing.length,
      missing.reduce((sum, row) => sum + hashRow(table, names, row), 0n),
    )
  }

  async function drop(table: RecordedTable, ids: readonly string[]): Promise<void> {
    const rows = await current(table, ids)
    const there = [...new Set(ids)].flatMap((id) => rows.get(id) ?? [])
    if (there.length === 0) return
    await bulk.run(
      textOf(db, `delete ${table}`, () => db.deleteFrom(table).where('id' as never, '=', '' as never)),
      there.map((row) => [row.id]),
    )
    for (const row of there) knownOf(table).set(row.id, null)
    await grow(table, -there.length, -there.reduce((sum, row) => sum + hashRow(table, columns[table], row), 0n))
  }

  return {
    clear,
    put,
    drop,
    absent,
    seen: (table, rows) => {
      for (const row of rows) {
        remember(table, [row.id], () => row)
        knownOf(table).delete(row.id)
      }
    },
    appeared: (table, ids) => {
      remember(table, ids, () => null)
      for (const id of ids) knownOf(table).delete(id)
    },
    first,
  }
}
