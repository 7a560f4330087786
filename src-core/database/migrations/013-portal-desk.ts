import type { Kysely } from 'kysely'
import { columns as c, localTable, recordedTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

/** Requests to have data erased, addresses of personal calendars, and sessions that the institution's directory opened. */
export const portalDesk = (db: Kysely<unknown>, dialect: Dialect): Promise<void> =>
  createTables(db, dialect, [
    recordedTable(
      'erasureRequest',
      [
        c.ref('personId', 'person'),
        c.oneOf('state', ['ASKED', 'ANSWERED', 'WITHDRAWN']),
        c.text('askedAt'),
        c.optionalText('wish'),
        c.text('erased'),
        c.optionalText('answer'),
        c.optionalText('answeredAt'),
      ],
      [{ on: ['personId'] }],
    ),
    localTable(
      'calendarFeed',
      [c.ref('personId', 'person'), c.text('tokenHash'), c.text('createdAt')],
      [
        { on: ['personId'], unique: true },
        { on: ['tokenHash'], unique: true },
      ],
    ),
    localTable(
      'portalDirectorySession',
      [c.text('sessionId'), c.oneOf('secondFactor', ['OWED', 'DONE'])],
      [{ on: ['sessionId'], unique: true }],
    ),
  ])
