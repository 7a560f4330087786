import type { NeedImport, NeedInspection, TopicChoice } from '../../../src-core/needs/import.contract.ts'

export type Sheet = NeedInspection['sheets'][number]
export type Column = Sheet['columns'][number]
export type Mapping = NonNullable<Sheet['mapping']>

/** What the officer has settled so far; kept through a crash of the window. */
export type Choices = {
  readonly file: { readonly fileHash: string; readonly fileName: string } | null
  readonly sender: string
  readonly cycleId: string
  /** Sheets to read with their mapping; null until the file was looked at. */
  readonly sheets: readonly { readonly sheet: string; readonly mapping: Mapping }[] | null
  readonly unitId: string | null
  readonly includeLowest: boolean
  readonly confirmNames: boolean
  readonly readHidden: boolean
  readonly leaveOutErrors: boolean
  readonly topicChoices: Readonly<Record<string, TopicChoice>>
}

export const noChoices: Choices = {
  file: null,
  sender: '',
  cycleId: '',
  sheets: null,
  unitId: null,
  includeLowest: false,
  confirmNames: false,
  readHidden: false,
  leaveOutErrors: false,
  topicChoices: {},
}

/** The input of checking and committing. */
export function toInput(choices: Choices, cycleId: string): NeedImport {
  const { file, unitId, sheets, sender, includeLowest, confirmNames, readHidden, leaveOutErrors, topicChoices } =
    choices
  return {
    fileHash: file?.fileHash ?? '',
    fileName: file?.fileName ?? '',
    sender,
    cycleId,
    sheets: (sheets ?? []).map(({ sheet, mapping }) => ({ sheet, mapping })),
    ...(unitId ? { unitId } : {}),
    includeLowest,
    confirmNames,
    readHidden,
    leaveOutErrors,
    topicChoices: { ...topicChoices },
  }
}

/** What a column is read as, in one word for the list of meanings. */
export function meaningOf(column: Column, mapping: Mapping): string {
  if (mapping.topics?.some((topic) => topic.column === column.name)) return 'topic'
  if (mapping.freeTexts?.includes(column.name)) return 'freeText'
  const field = Object.entries(mapping.fields ?? {}).find(([, name]) => name === column.name)?.[0]
  return field ? `field:${field}` : ''
}

/** The mapping with another meaning for one column; a field has one column at the most. */
export function withMeaning(mapping: Mapping, column: Column, meaning: string): Mapping {
  const fields = Object.entries(mapping.fields ?? {}).filter(
    ([field, name]) => name !== column.name && `field:${field}` !== meaning,
  )
  const topics = (mapping.topics ?? []).filter((topic) => topic.column !== column.name)
  const freeTexts = (mapping.freeTexts ?? []).filter((name) => name !== column.name)
  return {
    ...mapping,
    fields: Object.fromEntries(meaning.startsWith('field:') ? [...fields, [meaning.slice(6), column.name]] : fields),
    topics: meaning === 'topic' ? [...topics, { column: column.name, topic: column.topic ?? column.name }] : topics,
    freeTexts: meaning === 'freeText' ? [...freeTexts, column.name] : freeTexts,
  }
}
