import { type Kysely, sql } from 'kysely'
import type { Definition } from '../columns.ts'
import type { Dialect } from '../dialect.ts'

/** Creates tables and their indexes; on SQLite as STRICT tables, so that a column never holds another type. */
export async function createTables(
  db: Kysely<unknown>,
  dialect: Dialect,
  tables: readonly Definition[],
): Promise<void> {
  for (const definition of tables) {
    let builder = db.schema.createTable(definition.name)
    for (const column of definition.columns) builder = column(builder as never) as never
    if (dialect === 'sqlite') builder = builder.modifyEnd(sql`strict`)
    await builder.execute()
    for (const index of definition.indexes ?? []) {
      const name = `${definition.name}_${index.on.join('_')}`
      let create = db.schema
        .createIndex(name)
        .on(definition.name)
        .columns([...index.on])
      if (index.unique) create = create.unique()
      if (index.where) create = create.where(index.where)
      await create.execute()
    }
  }
}

/** Adds columns to a table that is there: such as may be empty, or have a standard value. SQLite takes one a statement. */
export async function addColumns(db: Kysely<unknown>, table: string, own: Definition['columns']): Promise<void> {
  for (const column of own) await (column(db.schema.alterTable(table) as never) as unknown as Executable).execute()
}

type Executable = { execute(): Promise<void> }
