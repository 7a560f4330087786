import type { Reader } from '../database/store.ts'

/** Sessions of a year that have their day, in order, with everything a timetable says of them. */
export async function paperSessions(db: Reader, year: number) {
  const rows = await db
    .selectFrom('session')
    .innerJoin('training', 'training.id', 'session.trainingId')
    .leftJoin('room', 'room.id', 'session.roomId')
    .leftJoin('trainer', 'trainer.id', 'session.trainerId')
    .select(['session.id', 'session.trainingId', 'session.ordinal', 'session.date', 'session.half'])
    .select(['session.startMin', 'session.endMin', 'session.roomId', 'session.trainerId'])
    .select(['training.code', 'training.name', 'room.name as room', 'room.venue', 'trainer.name as trainer'])
    .where('training.year', '=', year)
    .where('training.state', '!=', 'CANCELLED')
    .where('training.deletedAt', 'is', null)
    .where('session.date', 'is not', null)
    .where('session.deletedAt', 'is', null)
    .orderBy('session.date')
    .orderBy('session.startMin')
    .orderBy('training.code')
    .orderBy('session.ordinal')
    .execute()
  return rows.map((row) => ({ ...row, date: row.date ?? '', half: row.half ?? ('none' as const) }))
}

export type PaperSession = Awaited<ReturnType<typeof paperSessions>>[number]

/** How many sessions each training of a year has, with a day or without. */
export async function sessionCounts(db: Reader, year: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('training', 'training.id', 'session.trainingId')
    .select(['session.trainingId', (build) => build.fn.countAll<number>().as('sessions')])
    .where('training.year', '=', year)
    .where('session.deletedAt', 'is', null)
    .groupBy('session.trainingId')
    .execute()
  return new Map(rows.map(({ trainingId, sessions }) => [trainingId, Number(sessions)]))
}

/** Who sits in which training of a year, in Turkish order. */
export const paperPeople = (db: Reader, year: number) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('orgUnit as unit', 'unit.id', 'person.unitId')
    .select(['enrolment.trainingId', 'person.id as personId', 'person.registryNo', 'person.unitId'])
    .select(['person.givenNames', 'person.surname', 'unit.name as unit'])
    .where('enrolment.year', '=', year)
    .where('enrolment.trainingId', 'is not', null)
    .where('enrolment.state', '!=', 'CANCELLED')
    .where('enrolment.deletedAt', 'is', null)
    .orderBy('person.sortKey')
    .orderBy('person.id')
    .execute()

/** Names of persons, also of those who sit in nothing. */
export const paperNames = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('person')
    .innerJoin('orgUnit as unit', 'unit.id', 'person.unitId')
    .select(['person.id', 'person.registryNo', 'person.givenNames', 'person.surname', 'unit.name as unit'])
    .where('person.id', 'in', ids.length > 0 ? [...ids] : [''])
    .execute()
