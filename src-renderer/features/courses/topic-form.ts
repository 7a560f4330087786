import { isProposalCode } from '../../../src-core/courses/topic.rules.ts'
import { type Topic, type TopicFields, topicFieldsSchema } from '../../../src-core/courses/topic.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

/** What stands in the form of a topic: texts as typed, numbers as long as they are none as null. */
export type TopicValues = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly category: string
  readonly level: string | null
  readonly lessonHoursTenths: number | null
  readonly lessonMinutes: number | null
  readonly objectives: readonly { readonly code: string; readonly verb: string; readonly text: string }[]
  readonly prerequisites: readonly string[]
  readonly targetGroups: string
  readonly repeatMonths: number | null
  readonly legalBasis: string
  readonly defaultProviderId: string | null
  readonly defaultCertificateKind: string | null
  readonly behaviours: readonly string[]
  readonly aliases: readonly string[]
}

const standardMinutes = 45

export const newTopic: TopicValues = {
  code: '',
  name: '',
  nameEn: '',
  category: '',
  level: 'ONE_DAY',
  lessonHoursTenths: 60,
  lessonMinutes: standardMinutes,
  objectives: [],
  prerequisites: [],
  targetGroups: '',
  repeatMonths: null,
  legalBasis: '',
  defaultProviderId: null,
  defaultCertificateKind: 'PARTICIPATION',
  behaviours: ['', '', ''],
  aliases: [],
}

export const valuesOf = (topic: Topic): TopicValues => ({
  code: isProposalCode(topic.code) ? '' : topic.code,
  name: topic.name,
  nameEn: topic.nameEn ?? '',
  category: topic.category,
  level: topic.level,
  lessonHoursTenths: topic.lessonHoursTenths,
  lessonMinutes: topic.lessonMinutes,
  objectives: topic.objectives,
  prerequisites: topic.prerequisites.map((ref) => ref.id),
  targetGroups: topic.targetGroups ?? '',
  repeatMonths: topic.repeatMonths,
  legalBasis: topic.legalBasis ?? '',
  defaultProviderId: topic.defaultProviderId,
  defaultCertificateKind: topic.defaultCertificateKind,
  behaviours: [0, 1, 2].map((at) => topic.behaviours[at] ?? ''),
  aliases: topic.aliases.map((alias) => alias.text),
})

/** The form's values as the operation takes them; lines left empty do not count. */
const inputOf = (values: TopicValues) => ({
  ...values,
  objectives: values.objectives.filter((objective) => objective.text.trim() !== '' || objective.verb.trim() !== ''),
  behaviours: values.behaviours.filter((behaviour) => behaviour.trim() !== ''),
})

/** What is wrong with the values, by field. */
export const topicProblems = (values: TopicValues): Problems<TopicValues> =>
  schemaProblems(topicFieldsSchema, inputOf(values) as TopicValues)

/** Only for values without problems. */
export const topicFields = (values: TopicValues): TopicFields => topicFieldsSchema.parse(inputOf(values))

/** A code for one more objective that no other has. */
export function nextObjectiveCode(objectives: TopicValues['objectives']): string {
  const taken = new Set(objectives.map((objective) => objective.code))
  let number = objectives.length + 1
  while (taken.has(`K${number}`)) number++
  return `K${number}`
}
