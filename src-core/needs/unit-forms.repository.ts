import type { Reader } from '../database/store.ts'
import { fullName } from '../people/index.ts'
import type { Cycle } from './cycle.ts'
import type { UnitForm, UnitWish } from './unit-forms.contract.ts'

type Answering = { readonly managerId: string; readonly unitIds: readonly string[] }

/** Active people who answer to a manager: those of her units for whom nobody else is named, and those named for her. */
const answering = (db: Reader, { managerId, unitIds }: Answering) =>
  db
    .selectFrom('person')
    .where('person.deletedAt', 'is', null)
    .where('person.active', '=', 1)
    .where('person.id', '<>', managerId)
    .where((where) =>
      where.or([
        where('person.managerOverrideId', '=', managerId),
        where.and([
          where('person.managerOverrideId', 'is', null),
          where('person.unitId', 'in', unitIds.length > 0 ? [...unitIds] : ['']),
        ]),
      ]),
    )

/** Forms that were sent in by whoever answers to a manager, those that wait for her first. */
export async function formsAnsweringTo(db: Reader, cycle: Cycle, who: Answering, id?: string): Promise<UnitForm[]> {
  let query = answering(db, who)
    .innerJoin('tnaForm', 'tnaForm.personId', 'person.id')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .leftJoin('title', 'title.id', 'person.titleId')
    .select(['tnaForm.id', 'person.id as personId', 'person.givenNames', 'person.surname', 'person.registryNo'])
    .select(['orgUnit.name as unit', 'title.name as title', 'tnaForm.state', 'tnaForm.submittedAt'])
    .select((build) =>
      build
        .selectFrom('needLine')
        .whereRef('needLine.formId', '=', 'tnaForm.id')
        .where('needLine.deletedAt', 'is', null)
        .select(build.fn.countAll<number>().as('lines'))
        .as('lines'),
    )
    .where('tnaForm.cycleId', '=', cycle.id)
    .where('tnaForm.deletedAt', 'is', null)
    .where('tnaForm.submittedAt', 'is not', null)
    .orderBy('person.sortKey')
    .limit(2000)
  if (id !== undefined) query = query.where('tnaForm.id', '=', id)
  const rows = await query.execute()
  return rows.map(({ givenNames, surname, lines, ...row }) => ({
    ...row,
    name: fullName({ givenNames, surname }),
    lines: Number(lines ?? 0),
  }))
}

/** How many people who answer to a manager may ask and have sent nothing. */
export async function silentAnsweringTo(db: Reader, cycle: Cycle, who: Answering): Promise<number> {
  const { silent } = await answering(db, who)
    .leftJoin('tnaForm', (join) =>
      join
        .onRef('tnaForm.personId', '=', 'person.id')
        .on('tnaForm.cycleId', '=', cycle.id)
        .on('tnaForm.deletedAt', 'is', null),
    )
    .select((build) => build.fn.countAll<number>().as('silent'))
    .where('person.employmentType', 'in', cycle.eligibleTypes)
    .where('tnaForm.submittedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(silent)
}

/** Lines that people who answer to a manager sent in and she has not refused; what she wants most first. */
export async function wishesAnsweringTo(db: Reader, cycleId: string, who: Answering): Promise<UnitWish[]> {
  const rows = await answering(db, who)
    .innerJoin('tnaForm', 'tnaForm.personId', 'person.id')
    .innerJoin('needLine', 'needLine.formId', 'tnaForm.id')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .leftJoin('topic', 'topic.id', 'needLine.topicId')
    .select(['needLine.id', 'needLine.rowVersion', 'person.givenNames', 'person.surname', 'orgUnit.name as unit'])
    .select(['topic.name as topic', 'needLine.freeText', 'needLine.urgency', 'needLine.reason'])
    .select(['needLine.managerState', 'needLine.managerPriority as priority'])
    .where('tnaForm.cycleId', '=', cycleId)
    .where('tnaForm.deletedAt', 'is', null)
    .where('tnaForm.state', 'in', ['SUBMITTED', 'MANAGER_APPROVED'])
    .where('needLine.deletedAt', 'is', null)
    .where('needLine.managerState', '<>', 'REJECTED')
    .orderBy((build) => build.fn.coalesce('needLine.managerPriority', build.lit(0)), 'desc')
    .orderBy('person.sortKey')
    .orderBy('needLine.id')
    .limit(500)
    .execute()
  return rows.map(({ givenNames, surname, topic, freeText, ...row }) => ({
    ...row,
    name: fullName({ givenNames, surname }),
    topic: topic ?? freeText ?? '',
  }))
}

export const formById = (db: Reader, id: string) =>
  db.selectFrom('tnaForm').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()
