import type { Reader } from '../database/store.ts'

/** Lines of a cycle with just what the sums of its results are made of; `unitIds` left out means every unit. */
export async function linesForSums(db: Reader, cycleId: string, unitIds: readonly string[] | undefined) {
  const all = db
    .selectFrom('needLine')
    .select(['personId', 'unitId', 'headcount', 'topicId', 'freeTextKey', 'reason', 'outcome', 'outcomeReason'])
    .where('cycleId', '=', cycleId)
    .where('deletedAt', 'is', null)
  return (unitIds ? all.where('unitId', 'in', [...unitIds]) : all).execute()
}

export type LineForSums = Awaited<ReturnType<typeof linesForSums>>[number]

/** Who asked for what in these units, by unit and person. */
export const namedLines = (db: Reader, cycleId: string, unitIds: readonly string[]) =>
  db
    .selectFrom('needLine as line')
    .innerJoin('orgUnit as unit', 'unit.id', 'line.unitId')
    .leftJoin('person', 'person.id', 'line.personId')
    .leftJoin('topic', 'topic.id', 'line.topicId')
    .select(['line.topicId', 'line.freeText', 'line.freeTextKey', 'line.headcount', 'line.outcome'])
    .select(['line.outcomeReason', 'unit.name as unit', 'topic.name as topic', 'topic.nameEn as topicEn'])
    .select(['person.registryNo', 'person.givenNames', 'person.surname'])
    .where('line.cycleId', '=', cycleId)
    .where('line.deletedAt', 'is', null)
    .where('line.unitId', 'in', [...unitIds])
    .orderBy('unit.sortKey')
    .orderBy('person.sortKey')
    .orderBy('line.id')
    .execute()
