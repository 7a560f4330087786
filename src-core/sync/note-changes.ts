import { appendToLog } from '../database/command-log.ts'
import type { RecordedColumns } from '../database/recorded-columns.ts'
import { type RecordedTable, syncedTables } from '../database/schema.ts'
import type { Transaction } from '../database/store.ts'
import { type ChangeRow, changeText, keepChanges } from '../database/written.ts'
import type { RecordedContext } from '../kernel/context.ts'
import { rollingSha256 } from '../kernel/hash.ts'
import type { RowPutter } from './put-rows.ts'
import { type AnyRow, idsThere, rowsByIds } from './rows.ts'

/** Columns that the store fills by itself; a change of these alone is told by the columns beside them. */
const conventions = new Set(['updatedAt', 'updatedBy', 'rowVersion'])

/**
 * Notes in the log what the rows that were looked at have become, so that the log and the rows of this store still belong
 * together and a record's history tells what came from elsewhere. Leaves no entry when all is as it was.
 */
export async function noteChanges(
  transaction: Transaction,
  columns: RecordedColumns,
  putter: RowPutter,
  operation: string,
  context: RecordedContext,
): Promise<boolean> {
  const { db } = transaction
  const changes = rollingSha256()
  const changed: string[] = []
  for (const table of syncedTables) {
    const before = putter.first.get(table)
    if (!before) continue
    const old = [...before].flatMap(([id, row]) => (row === null ? [] : [id]))
    const now = new Map((await rowsByIds(db, table, old)).map((row) => [row.id, row]))
    const fresh = [...before].flatMap(([id, row]) => (row === null ? [id] : []))
    const made = await idsThere(db, table, fresh)
    const rows = [...changesOf(table, columns[table], before, now, made, context.commandId)]
    if (rows.length === 0) continue
    changed.push(table)
    for (const row of rows) changes.add(changeText(row))
    await keepChanges(transaction, rows)
  }
  if (changed.length === 0) return false
  const sums = await db.selectFrom('tableSum').selectAll().where('tableName', 'in', changed).execute()
  await appendToLog(db, operation, null, context, {
    outcome: 'done',
    summary: {
      changesHash: changes.digest(),
      sums: Object.fromEntries(sums.map(({ tableName, count, sum }) => [tableName, { count, sum }])),
      baseVersions: {},
      touched: {},
    },
  })
  return true
}

function* changesOf(
  table: RecordedTable,
  names: readonly string[],
  before: ReadonlyMap<string, AnyRow | null>,
  now: ReadonlyMap<string, AnyRow>,
  madeHere: ReadonlySet<string>,
  commandId: string,
): Generator<ChangeRow> {
  const made = [...madeHere].sort()
  const [first] = made
  if (first !== undefined) {
    const last = made.length === 1 ? null : (made.at(-1) ?? null)
    yield { ...nothing, commandId, tableName: table, rowId: first, lastRowId: last, kind: 'insert', count: made.length }
  }
  for (const [id, old] of before) {
    if (old === null) continue
    const fresh = now.get(id)
    const differing = names.filter((name) => (old[name] ?? null) !== (fresh?.[name] ?? null))
    if (differing.length === 0) continue
    const told = differing.filter((name) => !conventions.has(name))
    const removed = !fresh || (old.deletedAt === null && fresh.deletedAt !== null)
    yield {
      commandId,
      tableName: table,
      rowId: id,
      lastRowId: null,
      kind: removed ? 'delete' : 'update',
      count: 1,
      before: JSON.stringify(pick(old, told)),
      // Whoever it was is told by the row alone, since the entry is the program's.
      after: JSON.stringify(fresh ? pick(fresh, [...told, 'updatedBy']) : {}),
      rowVersion: Number(fresh?.rowVersion ?? old.rowVersion),
    }
  }
}

const nothing = { before: null, after: null, rowVersion: 1 } as const

const pick = (row: AnyRow, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
