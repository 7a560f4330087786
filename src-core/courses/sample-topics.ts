import type { OwnColumns } from '../database/schema.ts'
import { fold } from '../kernel/turkish.ts'
import { sampleRows } from '../people/index.ts'
import { topicDetails } from './sample-topic-details.ts'
import { levelForHours } from './topic.rules.ts'
import type { TopicFields } from './topic.ts'
import { topicColumns } from './topic-writing.ts'

export type SampleTopic = OwnColumns<'topic'> & { readonly id: string }
export type SampleAlias = OwnColumns<'topicAlias'> & { readonly id: string }

/** Awareness topics of a few hours are given as e-training. */
const isElearning = (name: string, hours: number): boolean => name.includes('Farkındalı') && hours <= 3

/** The topics of course-catalogue.csv with their other wordings, ready to be inserted. */
export function sampleTopics(
  csv: string,
  newId: () => string,
  providers: ReadonlyMap<string, string>,
): { readonly topics: readonly SampleTopic[]; readonly aliases: readonly SampleAlias[] } {
  const rows = sampleRows(csv)
  const ids = new Map(rows.map((row) => [row.code ?? '', newId()]))
  const topics: SampleTopic[] = []
  const wordings: { topicId: string; text: string }[] = []
  for (const row of rows) {
    const { code = '', title_tr: name = '', duration_hours: hours = '0' } = row
    const { aliases = [], provider, prerequisites = [], ...rest } = topicDetails[code] ?? {}
    const fields: TopicFields = {
      code,
      name,
      nameEn: row.title_en || null,
      category: row.category ?? '',
      level: isElearning(name, Number(hours)) ? 'E_TRAINING' : levelForHours(Number(hours) * 10),
      lessonHoursTenths: Number(hours) * 10,
      lessonMinutes: 45,
      objectives: [],
      prerequisites: prerequisites.flatMap((before) => ids.get(before) ?? []),
      targetGroups: row.target_group || null,
      repeatMonths: null,
      legalBasis: null,
      defaultProviderId: (provider && providers.get(provider)) ?? null,
      defaultCertificateKind: Number(hours) >= 12 ? 'SUCCESS' : 'PARTICIPATION',
      behaviours: [],
      ...rest,
      aliases: [...aliases],
    }
    const id = ids.get(code) ?? newId()
    topics.push({ id, ...topicColumns(fields), state: 'ACTIVE', supersededById: null })
    wordings.push(...aliases.map((text) => ({ topicId: id, text })))
  }
  const aliases = wordings.map((alias) => ({
    id: newId(),
    ...alias,
    textKey: fold(alias.text),
    source: 'officer' as const,
  }))
  return { topics, aliases }
}
