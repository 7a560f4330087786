import type { Reader } from '../database/store.ts'

const alive = 'deletedAt'

/** Everything that names a topic, by id: what a merge has to move. */
export async function referencesOf(db: Reader, topicId: string) {
  const idsIn = async (table: 'needLine' | 'completedTraining') => {
    const rows = await db
      .selectFrom(table)
      .select('id')
      .where('topicId', '=', topicId)
      .where(alive, 'is', null)
      .execute()
    return rows.map((row) => row.id)
  }
  return {
    needLines: await idsIn('needLine'),
    completedTrainings: await idsIn('completedTraining'),
    trainerTopics: await trainerTopicsOf(db, topicId),
    demandGroups: await demandGroupsOf(db, topicId),
  }
}

export const trainerTopicsOf = (db: Reader, topicId: string) =>
  db
    .selectFrom('trainerTopic')
    .select(['id', 'trainerId'])
    .where('topicId', '=', topicId)
    .where(alive, 'is', null)
    .orderBy('id')
    .execute()

export const demandGroupsOf = (db: Reader, topicId: string) =>
  db
    .selectFrom('demandGroup')
    .select(['id', 'cycleId'])
    .where('topicId', '=', topicId)
    .where(alive, 'is', null)
    .orderBy('id')
    .execute()

export async function linesOfGroup(db: Reader, groupId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('needLine')
    .select('id')
    .where('demandGroupId', '=', groupId)
    .where(alive, 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

/** The operation a command ran, to make sure that only that kind is taken back. */
export async function operationOf(db: Reader, commandId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('commandLog')
    .select('operation')
    .where('commandId', '=', commandId)
    .where('outcome', '=', 'done')
    .executeTakeFirst()
  return row?.operation
}
