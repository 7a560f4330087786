import { type TargetField, targetField } from '../imports/index.ts'
import { formatNumber } from '../kernel/numbers.ts'
import type { Standing } from './record-list.ts'
import type { TopicEntry, TopicFields } from './topic.ts'
import { courseWords, itemSeparator, type Language } from './words.ts'

/** A topic in the terms of a sheet: what stands before it is named by code, objectives have no code. */
export type TopicLine = Omit<TopicFields, 'prerequisites' | 'defaultProviderId' | 'objectives'> & {
  readonly prerequisites: readonly string[]
  readonly objectives: readonly { readonly verb: string; readonly text: string }[]
  readonly state: 'ACTIVE' | 'PROPOSED' | 'RETIRED'
}

/** The columns of a catalogue. */
export const topicListFields = (): readonly TargetField[] => [
  targetField('topicCode', { extraWords: ['Kod', 'Code'] }),
  targetField('topic', { required: true, extraWords: ['Adı', 'Ad', 'Title TR', 'Title', 'Name'] }),
  targetField('nameEn'),
  targetField('category'),
  targetField('topicLevel', { extraWords: ['Düzey', 'Seviye', 'Level'] }),
  targetField('lessonHours', { extraWords: ['Süre', 'Saat', 'Duration'] }),
  targetField('lessonMinutes'),
  targetField('targetGroups'),
  targetField('repeatMonths'),
  targetField('legalBasis'),
  targetField('certificateKind', { extraWords: ['Belge', 'Sertifika'] }),
  targetField('prerequisites'),
  targetField('objectives', { extraWords: ['Amaç', 'Amacı'] }),
  targetField('behaviours'),
  targetField('aliases'),
  targetField('topicState', { extraWords: ['Durum', 'Durumu', 'State'] }),
]

/** The column each part of a topic stands in. */
export const topicColumnNames = {
  code: 'topicCode',
  name: 'topic',
  nameEn: 'nameEn',
  category: 'category',
  level: 'topicLevel',
  lessonHoursTenths: 'lessonHours',
  lessonMinutes: 'lessonMinutes',
  targetGroups: 'targetGroups',
  repeatMonths: 'repeatMonths',
  legalBasis: 'legalBasis',
  defaultCertificateKind: 'certificateKind',
  prerequisites: 'prerequisites',
  objectives: 'objectives',
  behaviours: 'behaviours',
  aliases: 'aliases',
  state: 'topicState',
} as const

/** `Tablo kurar (kurar)`: an objective with its verb, as one item of a cell. */
export const objectiveText = ({ verb, text }: TopicLine['objectives'][number]): string =>
  verb ? `${text} (${verb})` : text

/** The objective an item of a cell means. */
export function objectiveOf(item: string): TopicLine['objectives'][number] {
  const [, text, verb] = /^(.+?)\s*\(([^()]{2,60})\)$/.exec(item) ?? []
  return text && verb ? { verb, text } : { verb: '', text: item.slice(0, 500) }
}

/** A part of a topic as a person reads it. */
export function showTopicPart(field: keyof TopicLine, value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  const words = courseWords[language]
  switch (field) {
    case 'level':
      return words.level[value as TopicLine['level']]
    case 'state':
      return words.topicState[value as TopicLine['state']]
    case 'defaultCertificateKind':
      return words.certificate[value as TopicLine['defaultCertificateKind']]
    case 'lessonHoursTenths':
      return formatNumber(Number(value) / 10, undefined, language)
    case 'objectives':
      return (value as TopicLine['objectives']).map(objectiveText).join(itemSeparator)
    default:
      return Array.isArray(value) ? value.join(itemSeparator) : String(value)
  }
}

/** A topic of a sheet as rules see it. */
export const entryOf = ({ id, fields }: Pick<Standing<TopicLine>, 'id' | 'fields'>): TopicEntry => ({
  id,
  code: fields.code,
  name: fields.name,
  nameEn: fields.nameEn,
  state: fields.state,
  supersededById: null,
  aliases: fields.aliases,
})
