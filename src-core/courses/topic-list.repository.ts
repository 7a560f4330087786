import type { TopicTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Standing } from './record-list.ts'
import { loadTopicDirectory } from './topic.repository.ts'
import type { TopicLine } from './topic-line.ts'

/** A topic as it stands, in the terms of a sheet, and as it is stored. */
export type StandingTopic = Standing<TopicLine> & { readonly row: TopicTable }

/** Every topic of the catalogue, to compare a sheet with. */
export async function loadStandingTopics(db: Reader): Promise<readonly StandingTopic[]> {
  const rows = await db.selectFrom('topic').selectAll().where('deletedAt', 'is', null).orderBy('code').execute()
  const codes = new Map(rows.map((row) => [row.id, row.code]))
  const aliases = new Map((await loadTopicDirectory(db)).map((entry) => [entry.id, entry.aliases]))
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    row,
    fields: {
      code: row.code,
      name: row.name,
      nameEn: row.nameEn,
      category: row.category,
      level: row.level,
      lessonHoursTenths: row.lessonHoursTenths,
      lessonMinutes: row.lessonMinutes,
      targetGroups: row.targetGroups,
      repeatMonths: row.repeatMonths,
      legalBasis: row.legalBasis,
      defaultCertificateKind: row.defaultCertificateKind,
      prerequisites: (JSON.parse(row.prerequisites) as string[]).flatMap((id) => codes.get(id) ?? []),
      objectives: (JSON.parse(row.objectives) as { verb: string; text: string }[]).map(({ verb, text }) => ({
        verb,
        text,
      })),
      behaviours: JSON.parse(row.behaviours),
      aliases: [...(aliases.get(row.id) ?? [])],
      state: row.state,
    },
  }))
}
