import type { RecordedColumns } from '../database/recorded-columns.ts'
import { referencesTo } from '../database/references.ts'
import type { RecordedTable } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/store.ts'
import type { RecordedContext } from '../kernel/context.ts'
import { clearIncoming, incomingRows, keepIncoming } from './incoming.ts'
import { noteChanges } from './note-changes.ts'
import type { Cursor, Head, Sums, TableRows } from './protocol.ts'
import { createRowPutter } from './put-rows.ts'
import { type AnyRow, disagreeing, headOf, lastChange, sumsOf } from './rows.ts'

export const isEmpty = async (db: Reader): Promise<boolean> => Object.keys(await sumsOf(db)).length === 0

/** Keeps rows of a desktop aside until all have come. */
export async function takeSeedRows(
  transaction: Transaction,
  columns: RecordedColumns,
  { first, tables }: { readonly first: boolean; readonly tables: readonly TableRows[] },
): Promise<'taken' | 'notEmpty'> {
  if (!(await isEmpty(transaction.db))) return 'notEmpty'
  if (first) await clearIncoming(transaction.db)
  await keepIncoming(transaction, columns, tables)
  return 'taken'
}

/** The answer may have been lost on its way: the same seed is answered the same. */
async function takenAlready(db: Reader, seedId: string) {
  const entry = await db
    .selectFrom('commandLog')
    .select(['seq', 'hash'])
    .where('commandId', '=', seedId)
    .executeTakeFirst()
  if (!entry) return undefined
  const last = await db
    .selectFrom('commandChange')
    .select('seq')
    .where('commandId', '=', seedId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const cursor = { change: last?.seq ?? 0, row: '' }
  return { state: 'taken', cursor, head: { entry: entry.seq, hash: entry.hash } } as const
}

class Incomplete extends Error {}

/** Takes a desktop's rows over as the portal's own, all at once and only if they sum to what the desktop has. */
export async function takeSeed(
  transaction: Transaction,
  columns: RecordedColumns,
  sums: Sums,
  context: RecordedContext,
): Promise<{ readonly state: 'taken'; readonly cursor: Cursor; readonly head: Head } | { readonly state: 'notEmpty' }> {
  const { db } = transaction
  const taken = await takenAlready(db, context.commandId)
  if (taken) return taken
  if (!(await isEmpty(db))) return { state: 'notEmpty' }
  const putter = createRowPutter(transaction, columns)
  for await (const { table, rows } of wholeTables(incomingRows(db, columns))) await putter.put(table, rows)
  if (disagreeing(await sumsOf(db), sums).length > 0) throw new Incomplete()
  await noteChanges(transaction, columns, putter, 'sync.seed', context)
  await clearIncoming(db)
  return { state: 'taken', cursor: { change: await lastChange(db), row: '' }, head: await headOf(db) }
}

export const isIncomplete = (error: unknown): boolean => error instanceof Incomplete

type Piece = { readonly table: RecordedTable; readonly rows: readonly AnyRow[] }

/** Tables whose rows name each other come whole and parents first; PostgreSQL looks at a reference as soon as it is written. */
async function* wholeTables(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  let held: { table: RecordedTable; rows: AnyRow[] } | undefined
  for await (const piece of pieces) {
    if (held && held.table !== piece.table) {
      yield { table: held.table, rows: parentsFirst(held.table, held.rows) }
      held = undefined
    }
    if (ownReferences(piece.table).length === 0) yield piece
    else if (held) held.rows.push(...piece.rows)
    else held = { table: piece.table, rows: [...piece.rows] }
  }
  if (held) yield { table: held.table, rows: parentsFirst(held.table, held.rows) }
}

const ownReferences = (table: RecordedTable): readonly string[] => [
  ...(referencesTo[table] ?? []).filter((reference) => reference.table === table).map(({ column }) => column),
  // An earlier certificate is kept alive by no reference, and named all the same.
  ...(table === 'certificate' ? ['replacesId'] : []),
]

function parentsFirst(table: RecordedTable, rows: readonly AnyRow[]): readonly AnyRow[] {
  const columns = ownReferences(table)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ordered = new Set<AnyRow>()
  const place = (row: AnyRow, way: ReadonlySet<string>) => {
    if (ordered.has(row) || way.has(row.id)) return
    for (const column of columns) {
      const parent = byId.get(String(row[column]))
      if (parent) place(parent, new Set([...way, row.id]))
    }
    ordered.add(row)
  }
  for (const row of rows) place(row, new Set())
  return [...ordered]
}
