import { type RowSum, sumToText } from './row-sum.ts'
import type { Database, RecordedTable } from './schema.ts'
import { statement, textOf } from './statement.ts'
import type { Reader, Transaction } from './store.ts'

export type ChangeRow = Omit<Database['commandChange'], 'seq'>

/** What a table sums to, as it is kept; nothing for a table that never had a row. */
export const sumOf = statement((db) => db.selectFrom('tableSum').selectAll().where('tableName', '=', ''))

/** Keeps tables' counts and sums. */
export const keepSums = (
  { db, bulk }: Transaction,
  sums: readonly (readonly [RecordedTable, RowSum])[],
): Promise<void> =>
  bulk.run(
    textOf(db, 'keep sums', () =>
      db
        .insertInto('tableSum')
        .values({ tableName: '', count: 0, sum: '' })
        .onConflict((conflict) =>
          conflict
            .column('tableName')
            .doUpdateSet((set) => ({ count: set.ref('excluded.count'), sum: set.ref('excluded.sum') })),
        ),
    ),
    sums.map(([table, { count, sum }]) => [table, count, sumToText(sum)]),
  )

/** Adds one row of a table; values in the order of `names`. */
export const insertText = (db: Reader, table: RecordedTable, names: readonly string[]): string =>
  textOf(db, `insert ${table} ${names}`, () =>
    db.insertInto(table).values(Object.fromEntries(names.map((name) => [name, 0])) as never),
  )

/** Sets some columns of the row whose id comes last. */
export const updateText = (db: Reader, table: RecordedTable, names: readonly string[]): string =>
  textOf(db, `update ${table} ${names}`, () =>
    db
      .updateTable(table)
      .set(Object.fromEntries(names.map((name) => [name, 0])) as never)
      .where('id' as never, '=', '' as never),
  )

const changeColumns = [
  'commandId',
  'tableName',
  'rowId',
  'lastRowId',
  'kind',
  'count',
  'before',
  'after',
  'rowVersion',
] as const satisfies readonly (keyof ChangeRow)[]

/** Writes changes to the log. */
export const keepChanges = ({ db, bulk }: Transaction, changes: readonly ChangeRow[]): Promise<void> =>
  bulk.run(
    textOf(db, 'keep changes', () =>
      db.insertInto('commandChange').values(Object.fromEntries(changeColumns.map((name) => [name, ''])) as never),
    ),
    changes.map(changeParameters),
  )

/** How a change enters the hash of its command; the verification builds the same text from the stored row. */
export const changeText = (change: ChangeRow): string => JSON.stringify(changeParameters(change))

const changeParameters = (change: ChangeRow): unknown[] => changeColumns.map((name) => change[name])
