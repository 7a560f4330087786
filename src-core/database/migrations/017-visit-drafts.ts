import type { Kysely } from 'kysely'
import { columns as c, localTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

/** Visit requests of bodies without an account, until their address is confirmed. */
export const visitDrafts = (db: Kysely<unknown>, dialect: Dialect): Promise<void> =>
  createTables(db, dialect, [
    localTable(
      'visitDraft',
      [
        c.text('tokenHash'),
        c.text('email'),
        c.oneOf('language', ['tr', 'en']),
        c.optionalText('draftSealed'),
        c.optionalText('requestNo'),
        c.text('expiresAt'),
      ],
      [{ on: ['tokenHash'], unique: true }, { on: ['expiresAt'] }],
    ),
  ])
