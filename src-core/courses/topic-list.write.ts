import type { Writer } from '../database/writer.ts'
import { fold } from '../kernel/turkish.ts'
import type { RecordPlan } from './record-list.ts'
import type { TopicFields } from './topic.ts'
import type { TopicLine } from './topic-line.ts'
import { loadStandingTopics } from './topic-list.repository.ts'
import { setAliases, topicColumns } from './topic-writing.ts'

type Coded = TopicFields['objectives']

/** Keeps the code of an objective whose text stands already; new ones are numbered on. */
function withCodes(objectives: TopicLine['objectives'], standing: Coded): Coded {
  const known = new Map(standing.map((objective) => [fold(objective.text), objective.code]))
  const taken = new Set(standing.map((objective) => objective.code))
  let number = 0
  return objectives.map((objective) => {
    let code = known.get(fold(objective.text))
    while (code === undefined) {
      number++
      if (!taken.has(`K${number}`)) code = `K${number}`
    }
    return { ...objective, code }
  })
}

/** Writes what a catalogue in a workbook adds and changes; what it does not speak of stays. */
export async function writeTopicPlan(write: Writer, plan: RecordPlan<TopicLine>): Promise<void> {
  const standing = new Map((await loadStandingTopics(write.db)).map((topic) => [topic.id, topic]))
  const ids = new Map([...standing.values()].map(({ id, fields }) => [fold(fields.code), id]))
  for (const { id, fields } of plan.changed) ids.set(fold(fields.code), id)
  const added = plan.added.map((fields) => ({ id: write.newId(), fields }))
  for (const { id, fields } of added) ids.set(fold(fields.code), id)

  const columnsOf = (fields: TopicLine, id: string) => {
    const row = standing.get(id)?.row
    const { state, ...rest } = fields
    return {
      ...topicColumns({
        ...rest,
        objectives: withCodes(fields.objectives, row ? JSON.parse(row.objectives) : []),
        prerequisites: fields.prerequisites.flatMap((code) => ids.get(fold(code)) ?? []),
        defaultProviderId: row?.defaultProviderId ?? null,
      }),
      state,
    }
  }

  await write.insertMany(
    'topic',
    added.map(({ id, fields }) => ({ id, ...columnsOf(fields, id), supersededById: null })),
  )
  await write.updateMany(
    'topic',
    plan.changed.map(({ id, fields }) => ({ id, patch: columnsOf(fields, id) })),
  )
  for (const { id, fields } of [...added, ...plan.changed]) await setAliases(write, id, fields.name, fields.aliases)
}
