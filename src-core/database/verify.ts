import { rollingSha256 } from '../kernel/hash.ts'
import { chainStart, hashEntry } from './command-log.ts'
import type { RecordedColumns } from './recorded-columns.ts'
import { addToSum, emptySum, hashRow, sumToText } from './row-sum.ts'
import { type RecordedTable, recordedTables } from './schema.ts'
import type { Reader } from './store.ts'
import { changeText } from './writer.ts'

/** Where the store and its log part ways. */
export type Finding =
  /** An entry does not follow from the one before, or was altered. */
  | { readonly kind: 'chainBroken'; readonly seq: number; readonly at: string; readonly operation: string }
  /** The changes noted for a command are not the ones it was sealed with. */
  | { readonly kind: 'changesAltered'; readonly seq: number; readonly at: string; readonly operation: string }
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
  readonly findings: readonly Finding[]
}

/** Recomputes the chain, every command's changes and every table's sum, and lists what does not agree. */
export async function verifyStore(db: Reader, columns: RecordedColumns): Promise<Verification> {
  const findings: Finding[] = []
  const expected = new Map<string, { count: number; sum: string }>()
  const entries = await db.selectFrom('commandLog').selectAll().orderBy('seq').execute()
  let head = chainStart
  for (const entry of entries) {
    const place = { seq: entry.seq, at: entry.at, operation: entry.operation }
    if (entry.previousHash !== head || hashEntry(entry) !== entry.hash) findings.push({ kind: 'chainBroken', ...place })
    head = entry.hash
    if ((await changesHashOf(db, entry.commandId)) !== entry.changesHash)
      findings.push({ kind: 'changesAltered', ...place })
    for (const [table, sum] of Object.entries(
      JSON.parse(entry.sums) as Record<string, { count: number; sum: string }>,
    )) {
      expected.set(table, sum)
    }
  }
  let rows = 0
  for (const table of recordedTables) {
    const actual = await sumOfTable(db, table, columns)
    rows += actual.count
    const known = expected.get(table) ?? { count: 0, sum: sumToText(0n) }
    if (known.count !== actual.count || known.sum !== sumToText(actual.sum)) {
      findings.push({ kind: 'rowsAltered', table, expectedCount: known.count, actualCount: actual.count })
    }
  }
  return { entries: entries.length, rows, head, findings }
}

async function changesHashOf(db: Reader, commandId: string): Promise<string> {
  const changes = await db
    .selectFrom('commandChange')
    .selectAll()
    .where('commandId', '=', commandId)
    .orderBy('seq')
    .execute()
  const rolling = rollingSha256()
  for (const change of changes) rolling.add(changeText(change))
  return rolling.digest()
}

const pageSize = 5000

/** The sum of a table as its rows are now. */
export async function sumOfTable(db: Reader, table: RecordedTable, columns: RecordedColumns) {
  let sum = emptySum
  let after = ''
  for (;;) {
    const page = await db.selectFrom(table).selectAll().where('id', '>', after).orderBy('id').limit(pageSize).execute()
    let delta = 0n
    for (const row of page) delta += hashRow(table, columns[table], row as Record<string, unknown>)
    sum = addToSum(sum, page.length, delta)
    const last = page.at(-1)
    if (!last || page.length < pageSize) return sum
    after = last.id
  }
}
