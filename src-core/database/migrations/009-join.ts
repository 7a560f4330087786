import type { Kysely } from 'kysely'
import { columns as c, type Definition, localTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

const tables: readonly Definition[] = [
  localTable(
    'syncJoin',
    [
      (table) => table.addColumn('id', 'text', (column) => column.primaryKey().notNull()),
      c.text('deviceCodeHash'),
      c.text('userCode'),
      c.text('deviceName'),
      c.text('officerId'),
      c.text('officerName'),
      c.text('publicKey'),
      c.optionalText('deviceId'),
      c.oneOf('state', ['waiting', 'confirmed', 'refused']),
      c.optionalText('userId'),
      c.text('expiresAt'),
      c.optionalText('polledAt'),
    ],
    [{ on: ['deviceCodeHash'], unique: true }, { on: ['userCode'], unique: true }, { on: ['expiresAt'] }],
  ),
  localTable(
    'syncOfficer',
    [c.ref('deviceId', 'syncDevice'), c.text('officerId'), c.ref('userId', 'portalUser'), c.text('knownSince')],
    [{ on: ['deviceId', 'officerId'], unique: true }, { on: ['userId'] }],
  ),
]

/** Joining a desktop: codes that wait to be confirmed, and who an officer of a desktop is on the portal. */
export const join = (db: Kysely<unknown>, dialect: Dialect): Promise<void> => createTables(db, dialect, tables)
