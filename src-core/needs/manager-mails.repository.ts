import type { Reader } from '../database/store.ts'
import type { Cycle } from './cycle.ts'

/** A person and what settles who decides for her. */
export type Placed = {
  readonly id: string
  readonly unitId: string
  readonly managerOverrideId: string | null
  readonly givenNames: string
  readonly surname: string
}

const people = (db: Reader, cycleId: string) =>
  db
    .selectFrom('person')
    .leftJoin('tnaForm', (join) =>
      join
        .onRef('tnaForm.personId', '=', 'person.id')
        .on('tnaForm.cycleId', '=', cycleId)
        .on('tnaForm.deletedAt', 'is', null),
    )
    .select(['person.id', 'person.unitId', 'person.managerOverrideId', 'person.givenNames', 'person.surname'])
    .where('person.deletedAt', 'is', null)
    .where('person.active', '=', 1)
    .orderBy('person.sortKey')

/** Active people whose forms wait for a decision. */
export const waitingPeople = (db: Reader, cycleId: string): Promise<Placed[]> =>
  people(db, cycleId).where('tnaForm.state', '=', 'SUBMITTED').where('tnaForm.submittedAt', 'is not', null).execute()

/** Active people who may ask and have sent nothing. */
export const silentPeople = (db: Reader, cycle: Cycle): Promise<Placed[]> =>
  people(db, cycle.id)
    .where('person.employmentType', 'in', cycle.eligibleTypes)
    .where('tnaForm.submittedAt', 'is', null)
    .execute()
