import type { RecordedColumns } from '../database/recorded-columns.ts'
import { addToSum, emptySum, hashRow, sumFromText, sumToText } from '../database/row-sum.ts'
import type { RecordedTable } from '../database/schema.ts'
import { textOf } from '../database/statement.ts'
import type { Transaction } from '../database/store.ts'
import { insertText, keepSum, sumOf } from '../database/written.ts'
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
  /** Remembers rows that something else is about to change, if they were not looked at before. */
  seen(table: RecordedTable, rows: readonly AnyRow[]): void
  /** The same for rows that something else has just made. */
  appeared(table: RecordedTable, ids: readonly string[]): void
  /** Every row that was looked at, as it was at first; null for one that was not there. */
  readonly first: Touched
}

export function createRowPutter({ db, bulk }: Transaction, columns: RecordedColumns): RowPutter {
  const first = new Map<RecordedTable, Map<string, AnyRow | null>>()

  async function current(table: RecordedTable, ids: readonly string[]): Promise<ReadonlyMap<string, AnyRow>> {
    const rows = new Map((await rowsByIds(db, table, ids)).map((row) => [row.id, row]))
    remember(table, ids, (id) => rows.get(id) ?? null)
    return rows
  }

  function remember(table: RecordedTable, ids: readonly string[], of: (id: string) => AnyRow | null): void {
    const known = first.get(table) ?? new Map<string, AnyRow | null>()
    first.set(table, known)
    for (const id of ids) if (!known.has(id)) known.set(id, of(id))
  }

  async function grow(table: RecordedTable, rows: number, delta: bigint): Promise<void> {
    const [stored] = await sumOf(db, table)
    const before = stored ? { count: stored.count, sum: sumFromText(stored.sum) } : emptySum
    const { count, sum } = addToSum(before, rows, delta)
    await keepSum(db, table, count, sumToText(sum))
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
    const missing = rows.filter((row) => !there.has(row.id))
    if (missing.length === 0) return
    await bulk.run(
      insertText(db, table, names),
      missing.map((row) => names.map((name) => row[name] ?? null)),
    )
    await grow(
      table,
      missing.length,
      missing.reduce((sum, row) => sum + hashRow(table, names, row), 0n),
    )
  }

  async function drop(table: RecordedTable, ids: readonly string[]): Promise<void> {
    const there = [...(await current(table, ids)).values()]
    if (there.length === 0) return
    await bulk.run(
      textOf(db, `delete ${table}`, () => db.deleteFrom(table).where('id' as never, '=', '' as never)),
      there.map((row) => [row.id]),
    )
    await grow(table, -there.length, -there.reduce((sum, row) => sum + hashRow(table, columns[table], row), 0n))
  }

  return {
    clear,
    put,
    drop,
    seen: (table, rows) => {
      for (const row of rows) remember(table, [row.id], () => row)
    },
    appeared: (table, ids) => remember(table, ids, () => null),
    first,
  }
}
