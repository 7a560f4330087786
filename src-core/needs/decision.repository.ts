import type { NeedLineTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** Live lines of a cycle that deciding and carrying over need, in id order. */
export const linesOfCycle = (db: Reader, cycleId: string): Promise<NeedLineTable[]> =>
  db
    .selectFrom('needLine')
    .selectAll()
    .where('cycleId', '=', cycleId)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()

export async function linesById(db: Reader, ids: readonly string[]): Promise<NeedLineTable[]> {
  const lines: NeedLineTable[] = []
  for (let from = 0; from < ids.length; from += 500) {
    lines.push(
      ...(await db
        .selectFrom('needLine')
        .selectAll()
        .where('id', 'in', ids.slice(from, from + 500))
        .where('deletedAt', 'is', null)
        .execute()),
    )
  }
  return lines
}

export const trainedBefore = (db: Reader, cycleId: string, topicId: string, since: string) =>
  db
    .selectFrom('completedTraining as done')
    .innerJoin('person', 'person.id', 'done.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .select([
      'person.id as personId',
      'person.registryNo',
      'person.givenNames',
      'person.surname',
      'orgUnit.name as unit',
    ])
    .select(['done.completedOn', 'done.certificateNo'])
    .where('done.topicId', '=', topicId)
    .where('done.completedOn', '>=', since)
    .where('done.deletedAt', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('needLine')
          .select('needLine.id')
          .where('needLine.cycleId', '=', cycleId)
          .where('needLine.topicId', '=', topicId)
          .where('needLine.deletedAt', 'is', null)
          .whereRef('needLine.personId', '=', 'done.personId'),
      ),
    )
    .orderBy('person.sortKey')
    .orderBy('done.completedOn', 'desc')
    .execute()
