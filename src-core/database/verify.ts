import { SqliteAdapter, sql } from 'kysely'
import type { CallOptions } from '../kernel/context.ts'
import { OperationError } from '../kernel/errors.ts'
import { rollingSha256 } from '../kernel/hash.ts'
import { chainStart, hashEntry } from './command-log.ts'
import type { RecordedColumns } from './recorded-columns.ts'
import { addToSum, emptySum, hashRow, type RowSum, sumToText } from './row-sum.ts'
import { type RecordedTable, recordedTables } from './schema.ts'
import type { Reader } from './store.ts'
import { changeText } from './written.ts'

/** Where the store and its log part ways. */
export type Finding =
  /** `chainBroken`: the entry does not follow from the one before, or was altered. `changesAltered`: the changes noted
   * for it are not the ones it was sealed with. */
  | {
      readonly kind: 'chainBroken' | 'changesAltered'
      readonly seq: number
      readonly at: string
      readonly operation: string
    }
  /** The database's own check found places where it disagrees with itself. */
  | { readonly kind: 'databaseDamaged'; readonly count: number }
  /** Changes are noted that belong to no entry. */
  | { readonly kind: 'changesWithoutEntry'; readonly count: number }
  /** Rows of a table were changed past the log. */
  | {
      readonly kind: 'rowsAltered'
      readonly table: RecordedTable
      readonly expectedCount: number
      readonly actualCount: number
    }

export type Verification = {
  readonly entries: number
  readonly rows: number
  readonly head: string
  readonly findings: Finding[]
}

type Sum = { readonly count: number; readonly sum: string }

const entriesAtOnce = 500
const changesAtOnce = 20_000
const rowsAtOnce = 5000

/**
 * Recomputes the chain, every command's changes and every table's sum, and lists what does not agree. `db` must show one
 * unchanging state while it runs.
 */
export async function verifyStore(
  db: Reader,
  columns: RecordedColumns,
  { signal, report }: CallOptions = {},
): Promise<Verification> {
  const findings: Finding[] = [...(await databaseFindings(db))]
  const expected = new Map<string, Sum>()
  const total = await count(db, 'commandLog')
  let head = chainStart
  let entries = 0
  let sealedChanges = 0
  for await (const entry of entriesOf(db)) {
    if (signal?.aborted) throw new OperationError('CANCELLED', {})
    const place = { seq: entry.seq, at: entry.at, operation: entry.operation }
    if (entry.previousHash !== head || hashEntry(entry) !== entry.hash) findings.push({ kind: 'chainBroken', ...place })
    head = entry.hash
    const changes = await changesOf(db, entry.commandId)
    sealedChanges += changes.count
    if (changes.hash !== entry.changesHash) findings.push({ kind: 'changesAltered', ...place })
    for (const [table, sum] of Object.entries(parseSums(entry.sums))) expected.set(table, sum)
    entries++
    if (entries % entriesAtOnce === 0) report?.({ stage: 'verifyLog', done: entries, total })
  }
  const loose = (await count(db, 'commandChange')) - sealedChanges
  if (loose > 0) findings.push({ kind: 'changesWithoutEntry', count: loose })
  let rows = 0
  for (const [at, table] of recordedTables.entries()) {
    if (signal?.aborted) throw new OperationError('CANCELLED', {})
    // A backup of an earlier version lacks the tables that came later.
    if (columns[table].length === 0) continue
    report?.({ stage: 'verifyTables', done: at, total: recordedTables.length })
    const actual = await sumOfTable(db, table, columns)
    rows += actual.count
    const known = expected.get(table) ?? { count: 0, sum: sumToText(0n) }
    if (known.count !== actual.count || known.sum !== sumToText(actual.sum)) {
      findings.push({ kind: 'rowsAltered', table, expectedCount: known.count, actualCount: actual.count })
    }
  }
  return { entries, rows, head, findings }
}

/**
 * SQLite answers from an index where it can, so that a damaged row behind a sound index would read as sound; its own check
 * compares the two. PostgreSQL has no such check to offer.
 */
async function databaseFindings(db: Reader): Promise<readonly Finding[]> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return []
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const count = rows.filter((row) => row.integrity_check !== 'ok').length
  return count > 0 ? [{ kind: 'databaseDamaged', count }] : []
}

/** An altered entry may hold anything; its broken link is already told. */
function parseSums(text: string): Readonly<Record<string, Sum>> {
  try {
    return JSON.parse(text) as Record<string, Sum>
  } catch {
    return {}
  }
}

async function count(db: Reader, table: 'commandLog' | 'commandChange'): Promise<number> {
  const { rows } = await db
    .selectFrom(table)
    .select((build) => build.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return Number(rows)
}

async function* entriesOf(db: Reader) {
  let after = 0
  for (;;) {
    const page = await db
      .selectFrom('commandLog')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(entriesAtOnce)
      .execute()
    yield* page
    const last = page.at(-1)
    if (!last || page.length < entriesAtOnce) return
    after = last.seq
  }
}

async function changesOf(db: Reader, commandId: string): Promise<{ count: number; hash: string }> {
  const rolling = rollingSha256()
  let after = 0
  let seen = 0
  for (;;) {
    const page = await db
      .selectFrom('commandChange')
      .selectAll()
      .where('commandId', '=', commandId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(changesAtOnce)
      .execute()
    for (const change of page) rolling.add(changeText(change))
    seen += page.length
    const last = page.at(-1)
    if (!last || page.length < changesAtOnce) return { count: seen, hash: rolling.digest() }
    after = last.seq
  }
}

/** The sum of a table as its rows are now. */
export async function sumOfTable(db: Reader, table: RecordedTable, columns: RecordedColumns): Promise<RowSum> {
  let sum = emptySum
  let after = ''
  for (;;) {
    const page = await db
      .selectFrom(table)
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute()
    let delta = 0n
    for (const row of page) delta += hashRow(table, columns[table], row as Record<string, unknown>)
    sum = addToSum(sum, page.length, delta)
    const last = page.at(-1)
    if (!last || page.length < rowsAtOnce) return sum
    after = last.id
  }
}
