import { type Kysely, sql } from 'kysely'
import { columns as c, recordedTable } from '../columns.ts'
import type { Dialect } from '../dialect.ts'
import { createTables } from './create-tables.ts'

const alive = sql<boolean>`"deletedAt" is null`

/** Seats of a group that are kept for the people of one unit. */
export const reservedSeats = (db: Kysely<unknown>, dialect: Dialect): Promise<void> =>
  createTables(db, dialect, [
    recordedTable(
      'reservedSeat',
      [c.ref('trainingId', 'training'), c.ref('unitId', 'orgUnit'), c.integer('seats')],
      [{ on: ['trainingId', 'unitId'], unique: true, where: alive }],
    ),
  ])
