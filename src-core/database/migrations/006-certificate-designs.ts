import { type Kysely, sql } from 'kysely'
import { columns as c, type Definition, recordedTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

const kinds = ['PARTICIPATION', 'SUCCESS', 'DELEGATION', 'PROGRAMME']

const tables: readonly Definition[] = [
  recordedTable(
    'certificateDesign',
    [
      c.text('name'),
      c.oneOf('kind', kinds),
      c.oneOf('language', ['tr', 'en', 'both']),
      c.integer('version'),
      c.text('layout'),
      c.optionalRef('templateId', 'certificateTemplate'),
      c.optionalInteger('templateVersion'),
      c.text('sortKey'),
    ],
    [{ on: ['sortKey'] }],
  ),
  recordedTable(
    'certificatePicture',
    [
      c.text('name'),
      c.text('hash'),
      c.oneOf('type', ['png', 'jpg', 'svg']),
      c.integer('bytes'),
      c.optionalInteger('width'),
      c.optionalInteger('height'),
    ],
    [{ on: ['hash'], unique: true, where: sql<boolean>`"deletedAt" is null` }],
  ),
]

/** Designs of certificates that the academy made itself, and the pictures that stand on them. */
export const certificateDesigns = (db: Kysely<unknown>, dialect: Dialect): Promise<void> =>
  createTables(db, dialect, tables)
