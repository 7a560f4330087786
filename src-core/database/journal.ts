import { type RecordedTable, syncedTables } from './schema.ts'
import { statement, textOf } from './statement.ts'
import type { Reader, Transaction } from './store.ts'

type Row = Readonly<Record<string, unknown>>

/** Keeps, before a row is changed by a command that the portal has not confirmed, what the portal last confirmed of it. */
export type Journal = {
  /** Rows that the portal has not. */
  made(table: RecordedTable, ids: readonly string[]): Promise<void>
  changing(table: RecordedTable, rows: readonly Row[]): Promise<void>
}

/** Whether this store agrees with a portal; without one it needs no journal. */
export const isJoined = async (db: Reader): Promise<boolean> => (await stateOf(db, 'joined')).length > 0

const stateOf = statement((db) => db.selectFrom('syncState').select('key').where('key', '=', 'joined'))

const synced = new Set<string>(syncedTables)

/** The first image of a row is the confirmed one; later ones are of this store alone and are left out. */
export function openJournal({ db, bulk }: Transaction): Journal {
  const text = textOf(db, 'keep image', () =>
    db
      .insertInto('syncImage')
      .values({ tableName: '', rowId: '', image: '' })
      .onConflict((conflict) => conflict.columns(['tableName', 'rowId']).doNothing()),
  )
  const keep = async (table: string, images: Iterable<readonly [id: unknown, image: string | null]>) => {
    if (synced.has(table))
      await bulk.run(
        text,
        map(images, ([id, image]) => [table, id, image]),
      )
  }
  return {
    made: (table, ids) =>
      keep(
        table,
        map(ids, (id) => [id, null] as const),
      ),
    changing: (table, rows) =>
      keep(
        table,
        map(rows, (row) => [row.id, JSON.stringify(row)] as const),
      ),
  }
}

function* map<A, B>(items: Iterable<A>, to: (item: A) => B): Generator<B> {
  for (const item of items) yield to(item)
}
