import type { Reader } from '../database/store.ts'

/** Lines of a cycle as the results workbook shows them, by unit and person. */
export const resultLines = (db: Reader, cycleId: string, unitId: string | undefined) => {
  const query = db
    .selectFrom('needLine as line')
    .innerJoin('orgUnit as unit', 'unit.id', 'line.unitId')
    .leftJoin('person', 'person.id', 'line.personId')
    .leftJoin('topic', 'topic.id', 'line.topicId')
    .select([
      'line.id',
      'line.headcount',
      'line.topicId',
      'line.freeText',
      'line.freeTextKey',
      'line.reason',
      'line.urgency',
    ])
    .select(['line.preferredQuarter', 'line.managerPriority', 'line.note', 'line.outcome', 'line.outcomeReason'])
    .select(['person.registryNo', 'person.givenNames', 'person.surname', 'unit.code as unitCode', 'unit.name as unit'])
    .select(['topic.code as topicCode', 'topic.name as topic'])
    .where('line.cycleId', '=', cycleId)
    .where('line.deletedAt', 'is', null)
  const ofUnit = unitId === undefined ? query : query.where('line.unitId', '=', unitId)
  return ofUnit.orderBy('unit.sortKey').orderBy('person.sortKey').orderBy('line.id').execute()
}

export type ResultLine = Awaited<ReturnType<typeof resultLines>>[number]

/** Lines of a cycle by id with what their decision is made of. */
export async function linesForDecision(db: Reader, cycleId: string) {
  const rows = await db
    .selectFrom('needLine as line')
    .innerJoin('orgUnit as unit', 'unit.id', 'line.unitId')
    .leftJoin('person', 'person.id', 'line.personId')
    .leftJoin('topic', 'topic.id', 'line.topicId')
    .select(['line.id', 'line.topicId', 'line.freeText', 'line.freeTextKey', 'line.outcome', 'line.outcomeReason'])
    .select(['person.givenNames', 'person.surname', 'unit.name as unit', 'topic.name as topic'])
    .where('line.cycleId', '=', cycleId)
    .where('line.deletedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
