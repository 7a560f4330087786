import type { Reader } from '../database/store.ts'

/**
 * Placed sessions of the groups a person is in or was in, by plans in force. A session, a group or a seat that was taken away
 * is among them, marked, so that a calendar hears of it.
 */
export async function sessionsFor(db: Reader, personId: string) {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('training', 'training.id', 'enrolment.trainingId')
    .innerJoin('session', 'session.trainingId', 'training.id')
    .innerJoin('annualPlan as plan', 'plan.year', 'training.year')
    .leftJoin('planLine as line', (join) =>
      join
        .onRef('line.planId', '=', 'plan.id')
        .onRef('line.lineNo', '=', 'training.lineNo')
        .on('line.deletedAt', 'is', null),
    )
    .leftJoin('room', 'room.id', 'session.roomId')
    .select([
      'session.id',
      'training.year',
      'training.lineNo',
      'training.name as title',
      'session.date',
      'session.half',
    ])
    .select(['session.startMin', 'session.endMin', 'room.name as room', 'room.venue', 'line.state as lineState'])
    .select([
      'session.rowVersion as version',
      'enrolment.rowVersion as seatVersion',
      'training.rowVersion as groupVersion',
    ])
    .select(['session.updatedAt', 'enrolment.updatedAt as seatUpdatedAt', 'training.updatedAt as groupUpdatedAt'])
    .select(['session.deletedAt', 'enrolment.deletedAt as seatDeletedAt', 'training.deletedAt as groupDeletedAt'])
    .select(['enrolment.state as seat', 'training.state as groupState'])
    .where('enrolment.personId', '=', personId)
    .where('session.date', 'is not', null)
    .where('plan.deletedAt', 'is', null)
    .where('plan.state', 'in', ['PUBLISHED', 'REVISING', 'CLOSED'])
    .orderBy('session.date')
    .orderBy('session.startMin')
    .orderBy('session.id')
    .execute()
  return rows.map(({ date, ...row }) => ({ ...row, date: date ?? '' }))
}

/** The day an address was opened for a person; undefined for none. */
export const calendarOf = (db: Reader, personId: string) =>
  db.selectFrom('calendarFeed').select('createdAt').where('personId', '=', personId).executeTakeFirst()

/** Keeps the hash of a person's address in the place of the one before. */
export const keepCalendar = (db: Reader, feed: { personId: string; tokenHash: string; createdAt: string }) =>
  db
    .insertInto('calendarFeed')
    .values(feed)
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(feed))
    .execute()

export const dropCalendar = (db: Reader, personId: string) =>
  db.deleteFrom('calendarFeed').where('personId', '=', personId).execute()

/** Whose address this is, as long as she works here. */
export const holderOfCalendar = (db: Reader, tokenHash: string) =>
  db
    .selectFrom('calendarFeed')
    .innerJoin('person', 'person.id', 'calendarFeed.personId')
    .leftJoin('portalUser', 'portalUser.personId', 'person.id')
    .select(['person.id', 'portalUser.language'])
    .where('calendarFeed.tokenHash', '=', tokenHash)
    .where('person.active', '=', 1)
    .where('person.deletedAt', 'is', null)
    .executeTakeFirst()
