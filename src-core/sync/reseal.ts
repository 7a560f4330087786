import type { RecordedColumns } from '../database/recorded-columns.ts'
import { syncedTables } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import type { AnyRow } from './rows.ts'

type Means = {
  readonly db: Reader
  readonly write: Writer
  readonly columns: RecordedColumns
  /** JSON text with every sealed value under the newest key. */
  readonly renew: (json: string) => string
}

/** Seals what an older key of this store has sealed under its newest one; gives how many rows that were. */
export async function resealRows({ db, write, columns, renew }: Means): Promise<number> {
  let count = 0
  for (const table of syncedTables) {
    const sealed = columns[table].filter((name) => name.endsWith('Sealed'))
    if (sealed.length === 0) continue
    const rows = (await db
      .selectFrom(table)
      .selectAll()
      .where((where) => where.or(sealed.map((name) => where(name as never, 'is not', null))))
      .orderBy('id')
      .execute()) as unknown as readonly AnyRow[]
    const patches = rows.flatMap((row) => {
      const held = Object.fromEntries(sealed.map((name) => [name, row[name] ?? null]))
      const text = JSON.stringify(held)
      const renewed = renew(text)
      return renewed === text ? [] : [{ id: row.id, patch: JSON.parse(renewed) }]
    })
    if (patches.length > 0) count += await write.updateMany(table, patches)
  }
  return count
}
