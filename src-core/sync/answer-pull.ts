import type { RecordedColumns } from '../database/recorded-columns.ts'
import type { CommandChangeTable, RecordedTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { type Cursor, type Head, rowsInPage, type Sums, type TableRows } from './protocol.ts'
import { headOf, rowsByIds, sumsOf, syncedTable, toValues } from './rows.ts'

type Change = Pick<CommandChangeTable, 'commandId' | 'tableName' | 'rowId' | 'lastRowId'> & { readonly seq: number }

export type PulledPage = {
  readonly tables: TableRows[]
  readonly commands: string[]
  readonly people: Record<string, string>
  readonly cursor: Cursor
  readonly end: { readonly head: Head; readonly sums: Sums } | null
}

/**
 * The next changes of the log as the rows they led to: each row once a page, as it is now. `db` must show one unchanging state.
 * A row that changes again later comes again later.
 */
export async function pageOfChanges(
  db: Reader,
  columns: RecordedColumns,
  from: Cursor,
  limit = rowsInPage,
): Promise<PulledPage> {
  const changes = await changesAfter(db, from, limit)
  const wanted = new Map<RecordedTable, Set<string>>()
  const commands = new Set<string>()
  let cursor = from
  let room = limit
  let whole = true
  for (const [at, change] of changes.entries()) {
    if (room <= 0) {
      whole = false
      break
    }
    const table = syncedTable(change.tableName)
    const after = at === 0 ? from.row : ''
    const ids = table ? await idsIn(db, table, change, after, room) : []
    if (table) {
      const known = wanted.get(table) ?? new Set()
      wanted.set(table, known)
      for (const id of ids) known.add(id)
    }
    commands.add(change.commandId)
    const cutOff = change.lastRowId !== null && ids.length === room
    room -= ids.length
    if (cutOff) {
      cursor = { change: change.seq - 1, row: ids.at(-1) ?? '' }
      whole = false
      break
    }
    cursor = { change: change.seq, row: '' }
  }
  const tables: TableRows[] = []
  for (const [table, ids] of wanted) {
    const rows = await rowsByIds(db, table, [...ids])
    tables.push({ table, rows: rows.map((row) => toValues(columns, table, row)) })
  }
  const last = whole && changes.length < limit
  return {
    tables,
    commands: [...commands],
    people: await peopleOf(db, [...commands]),
    cursor,
    end: last ? { head: await headOf(db), sums: await sumsOf(db) } : null,
  }
}

const changesAfter = (db: Reader, { change }: Cursor, limit: number): Promise<Change[]> =>
  db
    .selectFrom('commandChange')
    .select(['seq', 'commandId', 'tableName', 'rowId', 'lastRowId'])
    .where('seq', '>', change)
    .orderBy('seq')
    .limit(limit)
    .execute()

/** Rows of one change: one, or of a run of rows made together those after `after`. */
async function idsIn(
  db: Reader,
  table: RecordedTable,
  { rowId, lastRowId }: Change,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  if (lastRowId === null) return [rowId]
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('id', '>=', rowId)
    .where('id', '<=', lastRowId)
    .$if(after !== '', (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

async function peopleOf(db: Reader, commandIds: readonly string[]): Promise<Record<string, string>> {
  if (commandIds.length === 0) return {}
  const rows = await db
    .selectFrom('commandLog')
    .select(['actorId', 'actorName'])
    .distinct()
    .where('commandId', 'in', commandIds)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.actorId, row.actorName]))
}
