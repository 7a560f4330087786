import { sql } from 'kysely'
import type { Reader } from '../database/store.ts'

export const topicsById = async (db: Reader, ids: readonly string[]) => {
  const rows = await db
    .selectFrom('topic')
    .select(['id', 'code', 'name', 'level', 'lessonHoursTenths', 'defaultProviderId'])
    .where('id', 'in', ids.length > 0 ? [...ids] : [''])
    .where('deletedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Who could give each topic, and for how much a day: people of the house first, then the cheapest. */
export async function giversOf(
  db: Reader,
  topicIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly fee: number }>> {
  const rows = await db
    .selectFrom('trainerTopic as gives')
    .innerJoin('trainer', 'trainer.id', 'gives.trainerId')
    .select(['gives.topicId', 'trainer.id', 'trainer.kind', 'trainer.dailyFeeMinor'])
    .where('gives.topicId', 'in', topicIds.length > 0 ? [...topicIds] : [''])
    .where('gives.deletedAt', 'is', null)
    .where('trainer.deletedAt', 'is', null)
    .where('trainer.active', '=', 1)
    .orderBy('trainer.sortKey')
    .orderBy('trainer.id')
    .execute()
  const best = new Map<string, { id: string; fee: number; internal: boolean }>()
  for (const { topicId, id, kind, dailyFeeMinor } of rows) {
    const one = { id, fee: dailyFeeMinor ?? 0, internal: kind === 'internal' }
    const known = best.get(topicId)
    const better =
      !known || (one.internal && !known.internal) || (one.internal === known.internal && one.fee < known.fee)
    if (better) best.set(topicId, one)
  }
  return best
}

export async function trainerFee(db: Reader, trainerId: string): Promise<number> {
  const row = await db.selectFrom('trainer').select('dailyFeeMinor').where('id', '=', trainerId).executeTakeFirst()
  return row?.dailyFeeMinor ?? 0
}

/** Active topics that a law or regulation asks for. */
export const legalTopics = (db: Reader) =>
  db
    .selectFrom('topic')
    .select(['id', 'code', 'name', 'legalBasis', 'repeatMonths'])
    .where('deletedAt', 'is', null)
    .where('state', '=', 'ACTIVE')
    .where('legalBasis', 'is not', null)
    .orderBy('code')
    .execute()

/** When each active person last completed each of these topics. */
export const lastCompletions = (db: Reader, topicIds: readonly string[]) =>
  db
    .selectFrom('completedTraining as done')
    .innerJoin('person', 'person.id', 'done.personId')
    .select(['done.topicId', 'done.personId', sql<string>`max("done"."completedOn")`.as('completedOn')])
    .where('done.topicId', 'in', topicIds.length > 0 ? [...topicIds] : [''])
    .where('done.deletedAt', 'is', null)
    .where('person.active', '=', 1)
    .where('person.deletedAt', 'is', null)
    .groupBy(['done.topicId', 'done.personId'])
    .execute()

export const candidateOfficers = (db: Reader) =>
  db
    .selectFrom('person')
    .select('id')
    .where('employmentType', '=', 'CANDIDATE_OFFICER')
    .where('active', '=', 1)
    .where('deletedAt', 'is', null)
    .execute()
