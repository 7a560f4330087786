import type { ColumnMatch } from './columns.ts'
import type { TableColumn } from './header-names.ts'
import { fitHeader, headerKey, headerWords } from './header-text.ts'
import { type ColumnProfile, isProse } from './profile.ts'
import type { Scale } from './scale.ts'
import { synonyms } from './synonyms.ts'
import { kindOf, type ScaledColumn, scaleOf, topicColumns } from './topic-columns.ts'
import { type TopicHeader, topicHeaders } from './topic-headers.ts'

/** Why a column is not read, for the mapping screen. */
type IgnoredWhy = 'empty' | 'hidden' | 'unnamed' | 'otherScale' | 'prose' | 'figures' | 'other'

type IgnoredColumn = { readonly column: number; readonly why: IgnoredWhy }

/** How the needs stand in a sheet: one a row, or one person a row and one topic a column. */
export type Layout = {
  readonly layout: 'long' | 'wide'
  /** 0 to 1. */
  readonly confidence: number
  /** Wide only: the columns of topics. */
  readonly topics: readonly TopicHeader[]
  /** Wide only: columns where people name topics that the sheet has no column for. */
  readonly freeTexts: readonly number[]
  /** Long only: further columns of topics beside the one of the field, as in `1. Eğitim`, `2. Eğitim`, `3. Eğitim`. */
  readonly moreTopics: readonly number[]
  readonly ignored: readonly IgnoredColumn[]
  /** Wide only. */
  readonly scale: Scale | null
}

export type LayoutOptions = {
  /** Whether a text is a topic of the catalogue. */
  readonly isTopic?: (text: string) => boolean
  /** What the officer chose. */
  readonly layout?: 'long' | 'wide'
}

const sureMatch = 0.75
const topicFilled = 0.5
const wishFields = new Set(['freeText', 'topic'])
const topicFields = new Set([...wishFields, 'topicCode'])
const freeTextWords = headerWords(synonyms.freeText)
const freeTextFit = 0.45

const ordinals =
  /\b(?:\d+(?:st|nd|rd|th|inci|nci|uncu|ncu)?|birinci|ikinci|ucuncu|dorduncu|besinci|first|second|third|fourth|fifth)\b/g

/** What a header asks, whichever number it bears. */
const questionOf = (column: TableColumn): string =>
  headerKey(column.path.join(' ')).replace(ordinals, '').replace(/ +/g, ' ').trim()

/** Columns that ask for a topic in the very words of the topic's column, but for a number. */
function sameQuestion(listed: readonly ScaledColumn[], matches: readonly ColumnMatch[]): readonly number[] {
  const topic = matches.find((match) => match.field === 'topic')
  const asked = listed.find(({ column }) => column.column === topic?.column)
  if (!asked) return []
  const question = questionOf(asked.column)
  const others = listed.filter(({ column, profile }) => {
    const words = profile.count === 0 || profile.figures < profile.count / 2
    return column !== asked.column && column.named && !column.hidden && words && questionOf(column) === question
  })
  return others.map(({ column }) => column.column)
}

const namesOthers = (column: TableColumn): boolean => fitHeader(column.name, freeTextWords).score >= freeTextFit

function whyIgnored(column: TableColumn, profile: ColumnProfile): IgnoredWhy {
  if (column.hidden) return 'hidden'
  if (profile.count === 0) return 'empty'
  if (!column.named) return 'unnamed'
  if (isProse(profile)) return 'prose'
  if (profile.figures > profile.count / 2) return 'figures'
  return profile.values.size <= 10 ? 'otherScale' : 'other'
}

const ignoredOf = (listed: readonly ScaledColumn[], used: ReadonlySet<number>): readonly IgnoredColumn[] =>
  listed
    .filter(({ column }) => !used.has(column.column))
    .map(({ column, profile }) => ({ column: column.column, why: whyIgnored(column, profile) }))

/** `inRows`: a column is filled with topics throughout. */
function longLayout(listed: readonly ScaledColumn[], matches: readonly ColumnMatch[], inRows: boolean): Layout {
  const moreTopics = sameQuestion(listed, matches)
  const used = new Set([...matches.map((match) => match.column), ...moreTopics])
  const found = matches.some((match) => topicFields.has(match.field))
  const confidence = inRows ? 1 : found ? 0.7 : 0.3
  const ignored = ignoredOf(listed, used)
  return { layout: 'long', confidence, topics: [], freeTexts: [], moreTopics, ignored, scale: null }
}

/** `open`: the columns that are surely no person's or unit's; `wished`: those that seem to name topics in words. */
function wideLayout(
  listed: readonly ScaledColumn[],
  open: readonly ScaledColumn[],
  chosen: readonly ScaledColumn[],
  wished: ReadonlySet<number>,
): Layout {
  const columns = chosen.map((one) => one.column)
  const scale = scaleOf(
    columns,
    chosen.map((one) => one.profile),
  )
  const freeTexts = open
    .filter((one) => !chosen.includes(one) && one.column.named)
    .filter(({ profile }) => profile.count > 0 && profile.figures <= profile.count / 2)
    .filter(({ column }) => wished.has(column.column) || namesOthers(column))
    .map(({ column }) => column.column)
  const sure = listed.filter((one) => !one.column.hidden && !open.includes(one))
  const used = new Set([...freeTexts, ...[...sure, ...chosen].map((one) => one.column.column)])
  return {
    layout: 'wide',
    confidence: scale.known ? Math.min(1, 0.6 + chosen.length / 20) : 0.4,
    topics: topicHeaders(columns),
    freeTexts,
    moreTopics: [],
    ignored: ignoredOf(listed, used),
    scale,
  }
}

/**
 * Tells whether the needs stand in rows or in columns, and what each column is for. `matches` are the fields already
 * found; in a wide sheet topic columns win over weak matches. `profiles` belong to `columns` in order.
 */
export function detectLayout(
  columns: readonly TableColumn[],
  profiles: readonly ColumnProfile[],
  matches: readonly ColumnMatch[],
  options: LayoutOptions = {},
): Layout {
  const listed: ScaledColumn[] = columns.flatMap((column, at) => {
    const profile = profiles[at]
    return profile ? [{ column, profile, kind: kindOf(profile) }] : []
  })
  const certain = matches.filter((match) => match.confidence >= sureMatch)
  const wished = new Set(matches.filter((match) => wishFields.has(match.field)).map((match) => match.column))
  const sure = new Set(certain.filter((match) => !wishFields.has(match.field)).map((match) => match.column))
  const open = listed.filter(({ column }) => !sure.has(column.column) && !column.hidden)
  const names = new Map(topicHeaders(columns).map((header) => [header.column, header.topic]))
  const chosen = topicColumns(open, ({ column, name }) => options.isTopic?.(names.get(column) ?? name) ?? false)
  const topicField = certain.find((match) => match.field === 'topic' || match.field === 'topicCode')
  const filled = listed.find(({ column }) => column.column === topicField?.column)?.profile
  const inRows = filled !== undefined && filled.count >= filled.rows * topicFilled && filled.values.size >= 2
  const wide = options.layout ? options.layout === 'wide' : chosen.length > 0 && !inRows
  return wide ? wideLayout(listed, open, chosen, wished) : longLayout(listed, matches, inRows)
}
