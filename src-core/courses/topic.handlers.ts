import type { Handlers } from '../database/dispatcher.ts'
import type { TopicTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { nextCode } from './category.rules.ts'
import { wholeList, withoutUndefined } from './fields.ts'
import { providerById } from './provider.repository.ts'
import type { topicContract } from './topic.contract.ts'
import * as topics from './topic.repository.ts'
import { nameClash, prerequisiteCycle } from './topic.rules.ts'
import type { Topic, TopicFields } from './topic.ts'
import { topicWorkbook } from './topic.workbook.ts'
import * as options from './topic-options.repository.ts'
import { setAliases, topicColumns } from './topic-writing.ts'
import { workbookFile } from './workbook-file.ts'

type OwnHandlers = Omit<
  Handlers<typeof topicContract>,
  'acceptTopic' | 'retireTopic' | 'reactivateTopic' | 'previewTopicMerge' | 'mergeTopics' | 'undoTopicMerge'
>

/** Refuses fields that contradict the rest of the catalogue; `present` is the topic as it stands, when it does. */
export async function checkTopic(db: Reader, fields: TopicFields, present?: TopicTable): Promise<void> {
  const clash = nameClash({ ...fields, id: present?.id }, await topics.loadTopicDirectory(db))
  if (clash) {
    const rule = { code: 'topicCodeTaken', name: 'topicNameTaken', alias: 'topicAliasTaken' }[clash.kind]
    breaksRule(rule, { text: clash.text, code: clash.with.code, name: clash.with.name })
  }
  const codes = fields.objectives.map((objective) => objective.code)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice) breaksRule('objectiveCodeTwice', { code: twice })
  if (fields.defaultProviderId) {
    const provider = found(await providerById(db, fields.defaultProviderId), 'provider', fields.defaultProviderId)
    const newlyChosen = present?.defaultProviderId !== provider.id
    if (newlyChosen && provider.active === 0) breaksRule('providerInactive', { name: provider.name })
  }
  await checkPrerequisites(db, fields, present)
}

async function checkPrerequisites(db: Reader, fields: TopicFields, present?: TopicTable): Promise<void> {
  const refs = new Map((await topics.topicRefs(db, fields.prerequisites)).map((ref) => [ref.id, ref]))
  const earlier: readonly string[] = present ? JSON.parse(present.prerequisites) : []
  for (const id of fields.prerequisites) {
    const ref = found(refs.get(id), 'topic', id)
    if (ref.state !== 'ACTIVE' && !earlier.includes(id)) breaksRule('prerequisiteNotOffered', { name: ref.name })
  }
  if (!present) return
  const circle = prerequisiteCycle(present.id, fields.prerequisites, await topics.loadPrerequisites(db))
  if (!circle) return
  const named = new Map((await topics.topicRefs(db, [...new Set(circle)])).map((ref) => [ref.id, ref.code]))
  breaksRule('prerequisiteCircle', { path: circle.map((id) => named.get(id) ?? '').join(' → ') })
}

/** What a person typed of a topic, as it stands. */
export async function fieldsOfTopic(db: Reader, row: TopicTable): Promise<TopicFields> {
  const aliases = await topics.aliasesOf(db, row.id)
  return {
    code: row.code,
    name: row.name,
    nameEn: row.nameEn,
    category: row.category,
    level: row.level,
    lessonHoursTenths: row.lessonHoursTenths,
    lessonMinutes: row.lessonMinutes,
    objectives: JSON.parse(row.objectives),
    prerequisites: JSON.parse(row.prerequisites),
    targetGroups: row.targetGroups,
    repeatMonths: row.repeatMonths,
    legalBasis: row.legalBasis,
    defaultProviderId: row.defaultProviderId,
    defaultCertificateKind: row.defaultCertificateKind,
    behaviours: JSON.parse(row.behaviours),
    aliases: aliases.map((alias) => alias.text),
  }
}

async function readTopic(db: Reader, id: string): Promise<Topic> {
  const row = found(await topics.topicById(db, id), 'topic', id)
  const fields = await fieldsOfTopic(db, row)
  const refs = await topics.topicRefs(db, fields.prerequisites)
  const [supersededBy] = row.supersededById ? await topics.topicRefs(db, [row.supersededById]) : []
  const provider = row.defaultProviderId ? await providerById(db, row.defaultProviderId) : undefined
  const trainers = await topics.trainersOf(db, id)
  return {
    ...fields,
    id,
    state: row.state,
    rowVersion: row.rowVersion,
    prerequisites: fields.prerequisites.flatMap((wanted) => refs.find((ref) => ref.id === wanted) ?? []),
    aliases: (await topics.aliasesOf(db, id)).map(({ textKey: _, ...alias }) => alias),
    supersededBy: supersededBy ?? null,
    defaultProvider: provider ? { id: provider.id, name: provider.name } : null,
    trainers: trainers.map((trainer) => ({ ...trainer, active: trainer.active === 1 })),
  }
}

export const topicHandlers: OwnHandlers = {
  listTopics: ({ db, input }) => topics.listTopics(db, input),

  getTopic: ({ db, input }) => readTopic(db, input.id),

  topicOptions: async ({ db, input }) => ({ topics: await options.topicOptions(db, input) }),

  topicsByIds: async ({ db, input }) => ({ topics: await options.topicsByIds(db, input.ids) }),

  topicCategories: async ({ db }) => ({ categories: [...(await topics.listCategories(db))] }),

  proposeTopicCode: async ({ db, input }) => ({
    code: nextCode(input.category, await topics.codesAndCategories(db)),
  }),

  addTopic: async ({ db, input, write }) => {
    await checkTopic(db, input)
    const id = await write.insert('topic', { ...topicColumns(input), state: 'ACTIVE', supersededById: null })
    await setAliases(write, id, input.name, input.aliases)
    return { id, rowVersion: 1 }
  },

  changeTopic: async ({ db, input, write }) => {
    const row = found(await topics.topicById(db, input.id), 'topic', input.id)
    const next = { ...(await fieldsOfTopic(db, row)), ...withoutUndefined(input.fields) }
    await checkTopic(db, next, row)
    const differs = await write.update('topic', row.id, topicColumns(next), input.rowVersion)
    await setAliases(write, row.id, next.name, next.aliases)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  exportTopics: async ({ db, input, ports }) => {
    const { rows } = await topics.listTopics(db, wholeList(input))
    const details = await topics.topicDetails(
      db,
      rows.map((row) => row.id),
    )
    const name = { tr: 'Eğitim Kataloğu', en: 'Training catalogue' }[input.language]
    return workbookFile(ports, topicWorkbook(rows, details, input.language), name)
  },
}
