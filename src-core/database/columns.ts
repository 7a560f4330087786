import { type CreateTableBuilder, type RawBuilder, sql } from 'kysely'

/**
 * The only column types that features use. Each means the same in SQLite and PostgreSQL: ids and dates are text, flags
 * are 0 or 1, money is an integer of minor units (kuruş), JSON is text, instants are ISO 8601 text in UTC.
 */
type Table = CreateTableBuilder<string, string>
type Column = (table: Table) => Table

const text =
  (name: string, required: boolean): Column =>
  (table) =>
    table.addColumn(name, 'text', (column) => (required ? column.notNull() : column))

const integer =
  (name: string, required: boolean, standard?: number): Column =>
  (table) =>
    table.addColumn(name, 'integer', (column) => {
      const withNull = required ? column.notNull() : column
      return standard === undefined ? withNull : withNull.defaultTo(standard)
    })

const oneOf =
  (name: string, values: readonly string[], required: boolean): Column =>
  (table) =>
    table.addColumn(name, 'text', (column) => {
      const list = sql.join(values.map((value) => sql.lit(value)))
      const checked = column.check(sql`${sql.ref(name)} in (${list})`)
      return required ? checked.notNull() : checked
    })

export const columns = {
  text: (name: string) => text(name, true),
  optionalText: (name: string) => text(name, false),
  integer: (name: string) => integer(name, true),
  optionalInteger: (name: string) => integer(name, false),
  /** An integer column that a later migration may add to full tables. */
  integerWithDefault: (name: string, standard: number) => integer(name, true, standard),
  flag:
    (name: string): Column =>
    (table) =>
      table.addColumn(name, 'integer', (column) => column.notNull().check(sql`${sql.ref(name)} in (0, 1)`)),
  oneOf: (name: string, values: readonly string[]) => oneOf(name, values, true),
  optionalOneOf: (name: string, values: readonly string[]) => oneOf(name, values, false),
  ref:
    (name: string, table: string): Column =>
    (builder) =>
      builder.addColumn(name, 'text', (column) => column.notNull().references(`${table}.id`)),
  optionalRef:
    (name: string, table: string): Column =>
    (builder) =>
      builder.addColumn(name, 'text', (column) => column.references(`${table}.id`)),
} as const

/** What every recorded table carries (product: conventions): who made and changed the row, its version, its soft deletion. */
const recorded: readonly Column[] = [
  (table) => table.addColumn('id', 'text', (column) => column.primaryKey().notNull()),
  columns.text('createdAt'),
  columns.text('createdBy'),
  columns.text('updatedAt'),
  columns.text('updatedBy'),
  columns.integer('rowVersion'),
  columns.optionalText('deletedAt'),
  columns.oneOf('origin', ['desktop', 'portal', 'import']),
]

export type Definition = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly indexes?: readonly Index[]
}

type Index = { readonly on: readonly string[]; readonly unique?: boolean; readonly where?: RawBuilder<boolean> }

/** A table whose every change is written to the command log. */
export const recordedTable = (name: string, own: readonly Column[], indexes: readonly Index[] = []): Definition => ({
  name,
  columns: [...recorded, ...own],
  indexes,
})

/** A table of this store's own housekeeping: not logged, never synced. */
export const localTable = (name: string, own: readonly Column[], indexes: readonly Index[] = []): Definition => ({
  name,
  columns: own,
  indexes,
})
