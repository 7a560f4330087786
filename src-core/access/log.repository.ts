import { sql } from 'kysely'
import { applyFilters, fetchPage, type ListColumns } from '../database/paging.ts'
import type { CommandChangeTable, CommandLogTable, RecordedTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { closingInstant, openingInstant } from '../kernel/dates.ts'
import type { PageRequest } from '../kernel/page.ts'
import { isRecordedTable } from './record-fields.ts'

const shown = [
  'seq',
  'commandId',
  'at',
  'actorId',
  'actorName',
  'operation',
  'source',
  'outcome',
  'refusal',
  'input',
] as const

export type LoggedCommand = Pick<CommandLogTable, Exclude<(typeof shown)[number], 'seq'>> & { readonly seq: number }

const columns: ListColumns = {
  seq: { value: sql.ref('seq') },
  at: { value: sql.ref('at'), sort: sql.ref('seq') },
  actorId: { value: sql.ref('actorId') },
  operation: { value: sql.ref('operation') },
  source: { value: sql.ref('source') },
  outcome: { value: sql.ref('outcome') },
}

const dayOnly = /^\d{4}-\d{2}-\d{2}$/

/** A span of days is meant as they begin and end in Istanbul. */
function withInstants(page: PageRequest): PageRequest {
  const { at } = page.filter
  if (at?.kind !== 'between') return page
  const instant = (value: string | number | undefined, of: (date: string) => string) =>
    typeof value === 'string' && dayOnly.test(value) ? of(value) : value
  const span = { ...at, from: instant(at.from, openingInstant), to: instant(at.to, closingInstant) }
  return { ...page, filter: { ...page.filter, at: span } }
}

const newestFirst = [{ column: 'seq', descending: true }]

const ordered = (page: PageRequest): PageRequest => (page.sort.length > 0 ? page : { ...page, sort: newestFirst })

/** `onlyBy`: the entries under these ids, which are one officer's. */
const entries = (db: Reader, onlyBy: readonly string[] | undefined) =>
  db
    .selectFrom('commandLog')
    .select(shown)
    .$if(onlyBy !== undefined, (query) => query.where('actorId', 'in', onlyBy ?? []))

export const logPage = (
  db: Reader,
  page: PageRequest,
  onlyBy: readonly string[] | undefined,
): Promise<{ rows: LoggedCommand[]; total: number }> =>
  fetchPage(entries(db, onlyBy), ordered(withInstants(page)), columns, { tieBreak: sql.ref('seq') })

const exportChunk = 2000

/** The whole filtered log, newest first, in pieces. */
export async function* logPieces(db: Reader, page: PageRequest): AsyncGenerator<readonly LoggedCommand[]> {
  let before: number | undefined
  for (;;) {
    const piece: LoggedCommand[] = await applyFilters(entries(db, undefined), withInstants(page), columns)
      .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
      .orderBy('seq', 'desc')
      .limit(exportChunk)
      .execute()
    if (piece.length > 0) yield piece
    const last = piece.at(-1)
    if (!last || piece.length < exportChunk) return
    before = last.seq
  }
}

export const entryOf = (db: Reader, commandId: string): Promise<LoggedCommand | undefined> =>
  db.selectFrom('commandLog').select(shown).where('commandId', '=', commandId).executeTakeFirst()

/** Number of the newest entry; 0 for an empty log. */
export const lastEntry = async (db: Reader): Promise<number> =>
  (await db.selectFrom('commandLog').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst())?.seq ?? 0

export const actorsOfLog = (db: Reader, onlyBy: readonly string[] | undefined) =>
  db
    .selectFrom('commandLog')
    .select(['actorId as id', (build) => build.fn.max('actorName').as('name')])
    .$if(onlyBy !== undefined, (query) => query.where('actorId', 'in', onlyBy ?? []))
    .where('actorName', '!=', '')
    .groupBy('actorId')
    .execute()

export type Touched = {
  readonly commandId: string
  readonly table: RecordedTable
  readonly kind: CommandChangeTable['kind']
  readonly rows: number
  /** One of the records. */
  readonly rowId: string
}

/** How many records each of some commands touched, by table and kind. */
export async function touchedBy(db: Reader, commandIds: readonly string[]): Promise<readonly Touched[]> {
  if (commandIds.length === 0) return []
  const rows = await db
    .selectFrom('commandChange')
    .select([
      'commandId',
      'tableName',
      'kind',
      (build) => build.fn.sum<number>('count').as('rows'),
      (build) => build.fn.min('rowId').as('rowId'),
    ])
    .where('commandId', 'in', commandIds)
    .groupBy(['commandId', 'tableName', 'kind'])
    .orderBy('commandId')
    .orderBy('tableName')
    .orderBy('kind')
    .execute()
  return rows.flatMap(({ commandId, tableName, kind, rows: count, rowId }) =>
    isRecordedTable(tableName) ? [{ commandId, table: tableName, kind, rows: Number(count), rowId }] : [],
  )
}

/** Changes of one command to tables that may be read, in the order they were made. */
export const changesIn = (db: Reader, commandId: string, tables: readonly RecordedTable[], limit: number) =>
  db
    .selectFrom('commandChange')
    .selectAll()
    .where('commandId', '=', commandId)
    .where('tableName', 'in', tables.length > 0 ? tables : [''])
    .orderBy('seq')
    .limit(limit)
    .execute()
