import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { TopicTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import { folded, inOrder, ranked } from './list-order.repository.ts'
import { type TopicEntry, type TopicRef, type TopicRow, topicLevels, topicStates } from './topic.ts'
import type { TopicDetail } from './topic.workbook.ts'

const topics = (db: Reader) => db.selectFrom('topic').where('topic.deletedAt', 'is', null)

export const topicById = (db: Reader, id: string): Promise<TopicTable | undefined> =>
  topics(db).selectAll().where('id', '=', id).executeTakeFirst()

export const refOf = (row: Pick<TopicTable, 'id' | 'code' | 'name' | 'state'>): TopicRef => ({
  id: row.id,
  code: row.code,
  name: row.name,
  state: row.state,
})

export async function topicRefs(db: Reader, ids: readonly string[]): Promise<readonly TopicRef[]> {
  if (ids.length === 0) return []
  const rows = await topics(db).select(['id', 'code', 'name', 'state']).where('id', 'in', ids).execute()
  return rows.map(refOf)
}

/** The other wordings of a topic, in Turkish order. */
export async function aliasesOf(db: Reader, topicId: string) {
  const rows = await db
    .selectFrom('topicAlias')
    .select(['id', 'text', 'textKey', 'source'])
    .where('topicId', '=', topicId)
    .where('deletedAt', 'is', null)
    .execute()
  return inOrder(rows, (row) => row.text)
}

export const trainersOf = (db: Reader, topicId: string) =>
  db
    .selectFrom('trainerTopic')
    .innerJoin('trainer', 'trainer.id', 'trainerTopic.trainerId')
    .select(['trainer.id', 'trainer.name', 'trainer.active'])
    .where('trainerTopic.topicId', '=', topicId)
    .where('trainerTopic.deletedAt', 'is', null)
    .where('trainer.deletedAt', 'is', null)
    .orderBy('trainer.sortKey')
    .execute()

const topicWords = statement((db) =>
  topics(db).select(['id', 'code', 'name', 'nameEn', 'state', 'supersededById']).orderBy('code'),
)

const aliasWords = statement((db) =>
  db.selectFrom('topicAlias').select(['topicId', 'text']).where('deletedAt', 'is', null).orderBy('id'),
)

/**
 * Every topic of the catalogue with its other wordings: what a text of a sheet or a form may mean. About as long as the
 * catalogue itself, so it is read whole.
 */
export async function loadTopicDirectory(db: Reader): Promise<readonly TopicEntry[]> {
  const [rows, aliases] = await Promise.all([topicWords(db), aliasWords(db)])
  const byTopic = Map.groupBy(aliases, (alias) => alias.topicId)
  return rows.map((row) => ({ ...row, aliases: (byTopic.get(row.id) ?? []).map((alias) => alias.text) }))
}

export async function loadPrerequisites(db: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await topics(db).select(['id', 'prerequisites']).where('prerequisites', '<>', '[]').execute()
  return new Map(rows.map((row) => [row.id, JSON.parse(row.prerequisites)]))
}

export const codesAndCategories = (db: Reader) => topics(db).select(['code', 'category']).orderBy('code').execute()

/** The categories in use and how many topics each has, retired ones left out of the count. */
export async function listCategories(db: Reader): Promise<readonly { category: string; topics: number }[]> {
  const rows = await topics(db)
    .select((build) => [
      'category',
      build.fn.sum<number>(sql`case when ${sql.ref('state')} = 'RETIRED' then 0 else 1 end`).as('topics'),
    ])
    .groupBy('category')
    .execute()
  return inOrder(
    rows.map((row) => ({ category: row.category, topics: Number(row.topics) })),
    (row) => row.category,
  )
}

const topic = (column: string) => sql.ref(`topic.${column}`)

const countOf = (table: 'topicAlias' | 'trainerTopic') =>
  sql<number>`(select count(*) from ${sql.table(table)} where ${sql.ref(`${table}.topicId`)} = ${topic('id')} and ${sql.ref(`${table}.deletedAt`)} is null)`

const columnsFor = (categories: readonly string[]): ListColumns => ({
  code: { value: topic('code'), search: folded(topic('code')) },
  name: { value: topic('name'), sort: topic('sortKey'), search: topic('searchKey') },
  nameEn: { value: topic('nameEn'), search: folded(topic('nameEn')) },
  category: {
    value: topic('category'),
    sort: ranked(topic('category'), categories),
    search: folded(topic('category')),
  },
  level: { value: topic('level'), sort: ranked(topic('level'), topicLevels) },
  lessonHoursTenths: { value: topic('lessonHoursTenths') },
  /** A topic that a law or regulation demands. */
  mandatory: { value: sql`case when ${topic('legalBasis')} is null then 0 else 1 end` },
  legalBasis: { value: topic('legalBasis'), search: folded(topic('legalBasis')) },
  repeatMonths: { value: topic('repeatMonths') },
  state: { value: topic('state'), sort: ranked(topic('state'), topicStates) },
  aliases: { value: countOf('topicAlias') },
  trainers: { value: countOf('trainerTopic') },
})

export async function listTopics(db: Reader, page: PageRequest): Promise<{ rows: TopicRow[]; total: number }> {
  const categories = (await listCategories(db)).map((row) => row.category)
  const base = topics(db).select([
    'topic.id',
    'topic.code',
    'topic.name',
    'topic.nameEn',
    'topic.category',
    'topic.level',
    'topic.lessonHoursTenths',
    'topic.legalBasis',
    'topic.repeatMonths',
    'topic.state',
    'topic.rowVersion',
    countOf('topicAlias').as('aliases'),
    countOf('trainerTopic').as('trainers'),
  ])
  return fetchPage(base, page, columnsFor(categories), { searchKey: topic('searchKey'), tieBreak: topic('id') })
}

/** What the workbook carries beside the list, for the given topics. */
export async function topicDetails(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, TopicDetail>> {
  const wanted = new Set(ids)
  const rows = await topics(db).selectAll().execute()
  const codes = new Map(rows.map((row) => [row.id, row.code]))
  const aliases = new Map((await loadTopicDirectory(db)).map((entry) => [entry.id, entry.aliases]))
  return new Map(
    rows
      .filter((row) => wanted.has(row.id))
      .map((row) => [
        row.id,
        {
          lessonMinutes: row.lessonMinutes,
          targetGroups: row.targetGroups,
          certificate: row.defaultCertificateKind,
          objectives: JSON.parse(row.objectives),
          behaviours: JSON.parse(row.behaviours),
          aliases: aliases.get(row.id) ?? [],
          prerequisiteCodes: (JSON.parse(row.prerequisites) as string[]).flatMap((id) => codes.get(id) ?? []),
        },
      ]),
  )
}
