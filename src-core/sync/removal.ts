import type { RecordedTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { RowPutter } from './put-rows.ts'
import { rowsByIds } from './rows.ts'

/** Beyond this many records of one table, or this share of it, nothing is removed without asking. */
const limits = { rows: 50, percent: 20, smallest: 5 } as const

/** What came would remove more than anybody does in passing; the officer is asked. */
export class MassRemoval extends Error {
  readonly tables: readonly { readonly table: string; readonly rows: number }[]

  constructor(tables: MassRemoval['tables']) {
    super(`Would remove ${tables.map(({ table, rows }) => `${rows} of ${table}`).join(', ')}`)
    this.name = 'MassRemoval'
    this.tables = tables
  }
}

/** Counts records that were alive and no longer are. Those that were only ever here are in the inbox with their command. */
export async function refuseMassRemoval(db: Reader, putter: RowPutter, onlyHere: ReadonlySet<string>): Promise<void> {
  const tooMany: { table: string; rows: number }[] = []
  for (const [table, first] of putter.first) {
    const alive = [...first].filter(([id, row]) => row?.deletedAt === null && !onlyHere.has(`${table} ${id}`))
    if (alive.length < limits.smallest) continue
    const now = new Map(
      (
        await rowsByIds(
          db,
          table,
          alive.map(([id]) => id),
        )
      ).map((row) => [row.id, row]),
    )
    const rows = alive.filter(([id]) => now.get(id)?.deletedAt !== null).length
    if (rows < limits.smallest) continue
    if (rows > limits.rows || rows * 100 > limits.percent * ((await countAlive(db, table)) + rows))
      tooMany.push({ table, rows })
  }
  if (tooMany.length > 0) throw new MassRemoval(tooMany)
}

async function countAlive(db: Reader, table: RecordedTable): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
