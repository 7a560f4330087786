import type { Kysely } from 'kysely'
import { columns as c, recordedTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

/** Who the officers of all desktops are, so that somebody who works at two of them is one person. */
export const officers = (db: Kysely<unknown>, dialect: Dialect): Promise<void> =>
  createTables(db, dialect, [
    recordedTable(
      'officer',
      [c.text('accountId'), c.text('portalId'), c.text('name')],
      [{ on: ['accountId'], unique: true }, { on: ['portalId'] }],
    ),
  ])
