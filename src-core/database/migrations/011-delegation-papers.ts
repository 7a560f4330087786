import type { Kysely } from 'kysely'
import { columns as c, type Definition, recordedTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

const papers = ['REQUEST', 'APPROVAL', 'LETTER', 'CONTENT', 'SIGNED_SHEET', 'INVOICE', 'PHOTO', 'OTHER']

const tables: readonly Definition[] = [
  recordedTable(
    'delegationAttachment',
    [
      c.ref('requestId', 'delegationRequest'),
      c.optionalRef('delegationId', 'delegation'),
      c.oneOf('paper', papers),
      c.text('fileName'),
      c.text('hash'),
      c.oneOf('fileType', ['pdf', 'png', 'jpg', 'docx', 'xlsx']),
      c.integer('bytes'),
      c.optionalText('note'),
    ],
    [{ on: ['requestId'] }],
  ),
  recordedTable(
    'programmeTemplate',
    [c.text('titleTr'), c.text('titleEn'), c.integer('dayCount'), c.text('slots'), c.text('sortKey')],
    [{ on: ['sortKey'] }],
  ),
]

/** Files that belong to a visit, and programmes kept as templates. */
export const delegationPapers = (db: Kysely<unknown>, dialect: Dialect): Promise<void> =>
  createTables(db, dialect, tables)
