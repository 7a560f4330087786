import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { TrainerTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import { folded, ranked } from './list-order.repository.ts'
import { refOf } from './topic.repository.ts'
import type { TopicRef } from './topic.ts'
import { type TrainerRow, trainerKinds } from './trainer.ts'

const trainers = (db: Reader) =>
  db
    .selectFrom('trainer')
    .leftJoin('person', 'person.id', 'trainer.personId')
    .leftJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .where('trainer.deletedAt', 'is', null)

export const trainerById = (db: Reader, id: string): Promise<TrainerTable | undefined> =>
  db.selectFrom('trainer').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

/** Every trainer by name, for rules and imports; an institution works with hundreds. */
export const allTrainers = (db: Reader): Promise<TrainerTable[]> =>
  db.selectFrom('trainer').selectAll().where('deletedAt', 'is', null).orderBy('sortKey').execute()

const trainer = (column: string) => sql.ref(`trainer.${column}`)

const topicCount = sql<number>`(select count(*) from ${sql.table('trainerTopic')} where ${sql.ref('trainerTopic.trainerId')} = ${trainer('id')} and ${sql.ref('trainerTopic.deletedAt')} is null)`

const statedUntil = sql<
  string | null
>`(select max(${sql.ref('trainerAvailability.toDate')}) from ${sql.table('trainerAvailability')} where ${sql.ref('trainerAvailability.trainerId')} = ${trainer('id')} and ${sql.ref('trainerAvailability.deletedAt')} is null)`

const institution = sql<string | null>`coalesce(${trainer('institution')}, ${sql.ref('orgUnit.name')})`

const left = sql<number>`case when ${sql.ref('person.active')} = 0 then 1 else 0 end`

const columns: ListColumns = {
  name: { value: trainer('name'), sort: trainer('sortKey'), search: trainer('searchKey') },
  kind: { value: trainer('kind'), sort: ranked(trainer('kind'), trainerKinds) },
  institution: { value: institution, search: folded(institution) },
  email: { value: trainer('email') },
  phone: { value: trainer('phone') },
  languages: { value: trainer('languages') },
  dailyFeeMinor: { value: trainer('dailyFeeMinor') },
  topics: { value: topicCount },
  statedUntil: { value: statedUntil },
  active: { value: trainer('active') },
}

export async function listTrainers(db: Reader, page: PageRequest): Promise<{ rows: TrainerRow[]; total: number }> {
  const base = trainers(db)
    .select([
      'trainer.id',
      'trainer.rowVersion',
      'trainer.kind',
      'trainer.name',
      'trainer.email',
      'trainer.phone',
      'trainer.languages',
      'trainer.dailyFeeMinor',
      'trainer.active',
      'person.registryNo',
    ])
    .select([institution.as('institution'), topicCount.as('topics'), statedUntil.as('statedUntil'), left.as('left')])
  const { rows, total } = await fetchPage(base, page, columns, {
    searchKey: trainer('searchKey'),
    tieBreak: trainer('id'),
  })
  return {
    rows: rows.map((row) => ({
      ...row,
      languages: JSON.parse(row.languages),
      topics: Number(row.topics),
      active: row.active === 1,
      left: Number(row.left) === 1,
    })),
    total,
  }
}

/** The staff record behind an internal trainer. */
export const personOfTrainer = (db: Reader, personId: string) =>
  db
    .selectFrom('person')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .select([
      'person.id',
      'person.registryNo',
      'person.givenNames',
      'person.surname',
      'person.email',
      'person.phone',
      'person.active',
      'orgUnit.name as unitName',
    ])
    .where('person.id', '=', personId)
    .where('person.deletedAt', 'is', null)
    .executeTakeFirst()

export async function topicsOfTrainer(
  db: Reader,
  trainerId: string,
): Promise<readonly (TopicRef & { linkId: string })[]> {
  const rows = await db
    .selectFrom('trainerTopic')
    .innerJoin('topic', 'topic.id', 'trainerTopic.topicId')
    .select(['trainerTopic.id as linkId', 'topic.id', 'topic.code', 'topic.name', 'topic.state'])
    .where('trainerTopic.trainerId', '=', trainerId)
    .where('trainerTopic.deletedAt', 'is', null)
    .where('topic.deletedAt', 'is', null)
    .orderBy('topic.sortKey')
    .execute()
  return rows.map((row) => ({ ...refOf(row), linkId: row.linkId }))
}

/** Topic codes of each trainer, for the workbook. */
export async function topicCodesByTrainer(db: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('trainerTopic')
    .innerJoin('topic', 'topic.id', 'trainerTopic.topicId')
    .select(['trainerTopic.trainerId', 'topic.code'])
    .where('trainerTopic.deletedAt', 'is', null)
    .where('topic.deletedAt', 'is', null)
    .orderBy('topic.code')
    .execute()
  const byTrainer = Map.groupBy(rows, (row) => row.trainerId)
  return new Map([...byTrainer].map(([id, links]) => [id, links.map((link) => link.code)]))
}

export async function statedUntilOf(db: Reader, trainerId: string): Promise<string | null> {
  const row = await db
    .selectFrom('trainerAvailability')
    .select((build) => build.fn.max('toDate').as('last'))
    .where('trainerId', '=', trainerId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return row?.last ?? null
}

/** Topic ids of each trainer, in order of code. */
export async function topicIdsByTrainer(db: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('trainerTopic')
    .innerJoin('topic', 'topic.id', 'trainerTopic.topicId')
    .select(['trainerTopic.trainerId', 'topic.id'])
    .where('trainerTopic.deletedAt', 'is', null)
    .where('topic.deletedAt', 'is', null)
    .orderBy('topic.code')
    .execute()
  const byTrainer = Map.groupBy(rows, (row) => row.trainerId)
  return new Map([...byTrainer].map(([id, links]) => [id, links.map((link) => link.id)]))
}
