import type { SessionTable, TrainingTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** Trainings of a year by line and group. */
export const trainingsOf = (db: Reader, year: number): Promise<TrainingTable[]> =>
  db
    .selectFrom('training')
    .selectAll()
    .where('year', '=', year)
    .where('deletedAt', 'is', null)
    .orderBy('lineNo')
    .orderBy('code')
    .execute()

/** Sessions of a year's trainings in their order. */
export const sessionsOf = (db: Reader, year: number): Promise<SessionTable[]> =>
  db
    .selectFrom('session')
    .innerJoin('training', 'training.id', 'session.trainingId')
    .selectAll('session')
    .where('training.year', '=', year)
    .where('training.deletedAt', 'is', null)
    .where('session.deletedAt', 'is', null)
    .orderBy('session.trainingId')
    .orderBy('session.ordinal')
    .execute()

export const sessionById = (db: Reader, id: string): Promise<SessionTable | undefined> =>
  db.selectFrom('session').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

export const trainingById = (db: Reader, id: string): Promise<TrainingTable | undefined> =>
  db.selectFrom('training').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

/** Who attends what in a year, with the unit of each. */
export const enrolmentsOf = (db: Reader, year: number) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.id', 'enrolment.rowVersion', 'enrolment.lineNo', 'enrolment.personId'])
    .select(['enrolment.trainingId', 'enrolment.via', 'person.unitId'])
    .where('enrolment.year', '=', year)
    .where('enrolment.state', '!=', 'CANCELLED')
    .where('enrolment.deletedAt', 'is', null)
    .orderBy('enrolment.id')
    .execute()

/** People of each training of a year. */
export async function peopleCounts(db: Reader, year: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('enrolment')
    .select(['trainingId', (build) => build.fn.countAll<number>().as('people')])
    .where('year', '=', year)
    .where('trainingId', 'is not', null)
    .where('state', '!=', 'CANCELLED')
    .where('deletedAt', 'is', null)
    .groupBy('trainingId')
    .execute()
  return new Map(rows.map(({ trainingId, people }) => [trainingId ?? '', Number(people)]))
}

/** The people of one training in Turkish order. */
export const attendeesOf = (db: Reader, trainingId: string) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('orgUnit as unit', 'unit.id', 'person.unitId')
    .select(['person.id', 'person.registryNo', 'person.givenNames', 'person.surname', 'unit.name as unit'])
    .where('enrolment.trainingId', '=', trainingId)
    .where('enrolment.state', '!=', 'CANCELLED')
    .where('enrolment.deletedAt', 'is', null)
    .orderBy('person.sortKey')
    .orderBy('person.id')
    .execute()

/** Where and when the people of a training sit in other sessions of the year, and how many of them. */
export async function busyOf(db: Reader, training: Pick<TrainingTable, 'id' | 'year'>) {
  const rows = await db
    .selectFrom('enrolment as own')
    .innerJoin('enrolment as other', 'other.personId', 'own.personId')
    .innerJoin('training', 'training.id', 'other.trainingId')
    .innerJoin('session', 'session.trainingId', 'training.id')
    .select(['session.id as sessionId', 'session.date', 'session.half', 'training.code as name'])
    .select((build) => build.fn.countAll<number>().as('persons'))
    .where('own.trainingId', '=', training.id)
    .where('own.deletedAt', 'is', null)
    .where('own.state', '!=', 'CANCELLED')
    .where('other.trainingId', '!=', training.id)
    .where('other.deletedAt', 'is', null)
    .where('other.state', '!=', 'CANCELLED')
    .where('training.year', '=', training.year)
    .where('session.date', 'is not', null)
    .where('session.deletedAt', 'is', null)
    .groupBy(['session.id', 'session.date', 'session.half', 'training.code'])
    .orderBy('session.id')
    .execute()
  return rows.map(({ date, half, persons, ...row }) => ({
    ...row,
    date: date ?? '',
    half: half ?? ('none' as const),
    persons: Number(persons),
  }))
}

/** Duty days of the units that the people of a training come from, with how many of them. */
export async function dutyOfTraining(db: Reader, trainingId: string) {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('unitDuty as duty', 'duty.unitId', 'person.unitId')
    .innerJoin('orgUnit as unit', 'unit.id', 'person.unitId')
    .select(['duty.id', 'duty.fromDate as from', 'duty.toDate as to', 'duty.half', 'unit.name'])
    .select((build) => build.fn.countAll<number>().as('persons'))
    .where('enrolment.trainingId', '=', trainingId)
    .where('enrolment.deletedAt', 'is', null)
    .where('duty.deletedAt', 'is', null)
    .groupBy(['duty.id', 'duty.fromDate', 'duty.toDate', 'duty.half', 'unit.name'])
    .orderBy('duty.fromDate')
    .orderBy('duty.id')
    .execute()
  return rows.map(({ id: _, persons, ...row }) => ({ ...row, persons: Number(persons) }))
}

/** Every duty day with the unit's name, the next first. */
export const listDuty = (db: Reader) =>
  db
    .selectFrom('unitDuty as duty')
    .innerJoin('orgUnit as unit', 'unit.id', 'duty.unitId')
    .select(['duty.id', 'duty.unitId', 'unit.name as unit', 'duty.fromDate', 'duty.toDate', 'duty.half', 'duty.note'])
    .where('duty.deletedAt', 'is', null)
    .orderBy('duty.fromDate')
    .orderBy('unit.sortKey')
    .execute()
