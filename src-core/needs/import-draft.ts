import type { NeedReason } from '../database/schema.ts'
import type { ImportIssue } from '../imports/index.ts'

/** What a need is about, before the catalogue has been asked for new topics. */
export type DraftTopic =
  | { readonly kind: 'topic'; readonly topicId: string }
  /** A topic that the catalogue lacks and that the import proposes. */
  | { readonly kind: 'proposed'; readonly name: string; readonly key: string }
  | { readonly kind: 'freeText'; readonly text: string; readonly key: string }

/** One need as a file states it. */
export type NeedDraft = {
  readonly sheet: string
  /** Zero-based row of the sheet it was first found in. */
  readonly row: number
  readonly personId: string | null
  readonly personName: string | null
  readonly unitId: string
  readonly topic: DraftTopic
  readonly isExternal: boolean
  headcount: number
  readonly reason: NeedReason | null
  readonly selfLevel: number | null
  readonly targetLevel: number | null
  /** For heads of a unit the sum over the heads; divide by `headcount`. */
  urgency: number | null
  readonly quarter: number | null
  readonly managerPriority: number | null
  readonly note: string | null
  /** Further rows that say the same. */
  readonly alsoRows: number[]
}

/** Where the reading of a file puts what it finds. */
export type Findings = {
  readonly drafts: NeedDraft[]
  readonly issues: ImportIssue[]
  readonly people: Set<string>
  /** Rows that name nobody. */
  anonymous: number
  readonly topicColumns: Set<string>
  readonly topicKeys: Set<string>
  answers: number
  readonly levels: Map<string, number>
  readonly topicAnswers: Map<string, Map<string, number>>
  freeTexts: number
  needsUnit: boolean
  readonly unknownTopics: Map<string, UnknownTopic>
}

export type UnknownTopic = {
  readonly text: string
  rows: number
  readonly suggestions: readonly { readonly id: string; readonly text: string; readonly similarity: number }[]
}

export const noFindings = (): Findings => ({
  drafts: [],
  issues: [],
  people: new Set(),
  anonymous: 0,
  topicColumns: new Set(),
  topicKeys: new Set(),
  answers: 0,
  levels: new Map(),
  topicAnswers: new Map(),
  freeTexts: 0,
  needsUnit: false,
  unknownTopics: new Map(),
})

export const draftTopicKey = (topic: DraftTopic): string =>
  topic.kind === 'topic'
    ? `topic:${topic.topicId}`
    : topic.kind === 'proposed'
      ? `new:${topic.key}`
      : `text:${topic.key}`
