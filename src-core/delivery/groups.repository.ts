import type { Reader } from '../database/store.ts'

/** Seats kept for units in the groups of a year, or of one line of it. */
export async function reservedSeatsOf(db: Reader, year: number, lineNo?: number) {
  let query = db
    .selectFrom('reservedSeat as kept')
    .innerJoin('training', 'training.id', 'kept.trainingId')
    .innerJoin('orgUnit as unit', 'unit.id', 'kept.unitId')
    .select(['kept.id', 'kept.trainingId', 'kept.unitId', 'kept.seats', 'unit.name as unit'])
    .where('training.year', '=', year)
    .where('kept.deletedAt', 'is', null)
  if (lineNo !== undefined) query = query.where('training.lineNo', '=', lineNo)
  return query.orderBy('unit.sortKey').orderBy('kept.id').execute()
}

/** People by group and unit of one line. */
export async function seatedOf(db: Reader, year: number, lineNo: number) {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.trainingId', 'person.unitId'])
    .select((build) => build.fn.countAll<number>().as('people'))
    .where('enrolment.year', '=', year)
    .where('enrolment.lineNo', '=', lineNo)
    .where('enrolment.trainingId', 'is not', null)
    .where('enrolment.state', '!=', 'CANCELLED')
    .where('enrolment.deletedAt', 'is', null)
    .groupBy(['enrolment.trainingId', 'person.unitId'])
    .execute()
  return rows.map(({ people, trainingId, unitId }) => ({
    trainingId: trainingId ?? '',
    unitId,
    people: Number(people),
  }))
}

/** The enrolment of a person in a line, with the person's unit. */
export const enrolmentOf = (db: Reader, year: number, lineNo: number, personId: string) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.id', 'enrolment.trainingId', 'person.unitId'])
    .where('enrolment.year', '=', year)
    .where('enrolment.lineNo', '=', lineNo)
    .where('enrolment.personId', '=', personId)
    .where('enrolment.state', '!=', 'CANCELLED')
    .where('enrolment.deletedAt', 'is', null)
    .executeTakeFirst()

/** Where a person sits in a year, session by session. */
export async function sessionsOfPerson(db: Reader, year: number, personId: string) {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('training', 'training.id', 'enrolment.trainingId')
    .innerJoin('session', 'session.trainingId', 'training.id')
    .select(['training.id as trainingId', 'training.code', 'session.date', 'session.half'])
    .where('enrolment.year', '=', year)
    .where('enrolment.personId', '=', personId)
    .where('enrolment.state', '!=', 'CANCELLED')
    .where('enrolment.deletedAt', 'is', null)
    .where('session.date', 'is not', null)
    .where('session.deletedAt', 'is', null)
    .orderBy('session.date')
    .orderBy('session.id')
    .execute()
  return rows.map((row) => ({ ...row, date: row.date ?? '', half: row.half ?? ('none' as const) }))
}
