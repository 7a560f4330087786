import type { CalendarEntryTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

type Entry = Omit<CalendarEntryTable, 'personId'>

/**
 * Placed sessions of the groups a person is in or was in, by plans in force. A session, a group or a seat that was taken away
 * is among them, marked.
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

export async function dropCalendar(db: Reader, personId: string): Promise<void> {
  await db.deleteFrom('calendarEntry').where('personId', '=', personId).execute()
  await db.deleteFrom('calendarFeed').where('personId', '=', personId).execute()
}

/** What a person's calendar was told so far. */
export const calendarEntriesOf = (db: Reader, personId: string): Promise<Entry[]> =>
  db
    .selectFrom('calendarEntry')
    .select(['sessionId', 'sequence', 'changedAt', 'cancelled', 'shown'])
    .where('personId', '=', personId)
    .orderBy('sessionId')
    .execute()

/** Keeps entries in the place of those before them. */
export async function keepEntries(db: Reader, personId: string, entries: readonly Entry[]): Promise<void> {
  for (const entry of entries)
    await db
      .insertInto('calendarEntry')
      .values({ personId, ...entry })
      .onConflict((conflict) => conflict.columns(['personId', 'sessionId']).doUpdateSet(entry))
      .execute()
}

export async function dropEntries(db: Reader, personId: string, entries: readonly Entry[]): Promise<void> {
  for (const { sessionId } of entries)
    await db.deleteFrom('calendarEntry').where('personId', '=', personId).where('sessionId', '=', sessionId).execute()
}

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
