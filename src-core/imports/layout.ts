import type { ColumnMatch } from './columns.ts'
import type { TableColumn } from './header-names.ts'
import { fitHeader, headerKey, headerWords } from './header-text.ts'
import { type ColumnProfile, isProse } from './profile.ts'
import { recogniseScale, type Scale, scaleKind, unknownScale } from './scale.ts'
import { synonyms } from './synonyms.ts'
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

type Kind = Scale['kind']
type Column = { readonly column: TableColumn; readonly profile: ColumnProfile; readonly kind: Kind | null }

const sureMatch = 0.75
const topicFilled = 0.5
const mostLabels = 24
const fewest: Readonly<Record<Kind, number>> = { words: 2, numbers: 3, marks: 3 }
const freeTextWords = headerWords(synonyms.freeText)
const freeTextFit = 0.45
const statedRange = /\b[01]\s*(?:[-–—]|ile|to|ila)\s*(4|5|7|10)\b/

function kindOf(profile: ColumnProfile): Kind | null {
  if (profile.count === 0 || profile.values.size > mostLabels) return null
  return scaleKind(profile.values)
}

/** The one kind of scale that most columns share. A column of nothing but 1 and 0 goes with marks and with numbers. */
function topicColumns(open: readonly Column[], isTopic: (column: TableColumn) => boolean): readonly Column[] {
  const known = new Set(open.filter((one) => isTopic(one.column)))
  const ofKind = (kind: Kind): readonly Column[] => {
    const some = open.filter(
      (one) => one.kind === kind || (kind === 'numbers' && one.kind === 'marks' && onlyDigits(one.profile)),
    )
    return kind === 'words' ? some : inCompany(open, some, known)
  }
  const groups = (['words', 'numbers', 'marks'] as const).map((kind) => ({ kind, columns: ofKind(kind) }))
  const best = groups.reduce((a, b) => (b.columns.length > a.columns.length ? b : a))
  const catalogued = best.columns.filter((one) => known.has(one)).length
  const isScale = recogniseScale(valuesOf(best.columns.map((one) => one.profile))) !== null
  if (isScale && (best.columns.length >= fewest[best.kind] || catalogued >= 1))
    return withEmpty(open, best.columns, known)
  // A scale in words of its own, but under topics of the catalogue.
  const unknown = [...known].filter((one) => one.profile.count > 0 && one.profile.values.size <= mostLabels)
  return unknown.length >= fewest.marks ? withEmpty(open, unknown, known) : []
}

/** A lone column of figures or marks amid others is a count or a yes-or-no; topics stand side by side. */
function inCompany(open: readonly Column[], some: readonly Column[], known: ReadonlySet<Column>): readonly Column[] {
  const filled = open.filter((one) => one.profile.count > 0)
  const among = new Set(some)
  const hasNeighbour = (one: Column): boolean => {
    const at = filled.indexOf(one)
    return [filled[at - 1], filled[at + 1]].some((other) => other !== undefined && among.has(other))
  }
  return some.filter((one) => known.has(one) || hasNeighbour(one))
}

const onlyDigits = (profile: ColumnProfile): boolean => [...profile.values.keys()].every((value) => /^\d$/.test(value))

/** Topics nobody chose are empty columns among the chosen ones, or of the catalogue. */
function withEmpty(open: readonly Column[], chosen: readonly Column[], known: ReadonlySet<Column>): readonly Column[] {
  const from = chosen[0]?.column.column ?? 0
  const to = chosen.at(-1)?.column.column ?? 0
  const among = (one: Column): boolean => one.column.column > from && one.column.column < to && one.column.named
  return open.filter((one) => chosen.includes(one) || (one.profile.count === 0 && (among(one) || known.has(one))))
}

/** All values of some columns with their counts. */
function valuesOf(profiles: Iterable<ColumnProfile>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const profile of profiles) {
    for (const [value, count] of profile.values) counts.set(value, (counts.get(value) ?? 0) + count)
  }
  return counts
}

/** The highest step where a header says it: `1-5`, `0 ile 4`. */
function statedMost(columns: readonly TableColumn[]): number | undefined {
  for (const column of columns) {
    const match = statedRange.exec(column.path.join(' '))
    if (match) return Number(match[1])
  }
  return undefined
}

/** The scale of some columns together, whichever of their values a single column happens to lack. */
export function scaleOf(columns: readonly TableColumn[], profiles: readonly ColumnProfile[]): Scale {
  const values = valuesOf(profiles)
  return recogniseScale(values, statedMost(columns)) ?? unknownScale(values)
}

const ordinals =
  /\b(?:\d+(?:st|nd|rd|th|inci|nci|uncu|ncu)?|birinci|ikinci|ucuncu|dorduncu|besinci|first|second|third|fourth|fifth)\b/g

/** What a header asks, whichever number it bears. */
const questionOf = (column: TableColumn): string =>
  headerKey(column.path.join(' ')).replace(ordinals, '').replace(/ +/g, ' ').trim()

/** Columns that ask for a topic in the very words of the topic's column, but for a number. */
function sameQuestion(listed: readonly Column[], matches: readonly ColumnMatch[]): readonly number[] {
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
  const wishes = new Set(['freeText', 'topic'])
  const others = matches.filter((match) => wishes.has(match.field)).map((match) => match.column)
  const sure = new Set(
    matches.filter((match) => match.confidence >= sureMatch && !wishes.has(match.field)).map((match) => match.column),
  )
  const listed: Column[] = columns.flatMap((column, at) => {
    const profile = profiles[at]
    return profile ? [{ column, profile, kind: kindOf(profile) }] : []
  })
  const names = new Map(topicHeaders(columns).map((header) => [header.column, header.topic]))
  const isTopic = (column: TableColumn): boolean => options.isTopic?.(names.get(column.column) ?? column.name) ?? false
  const open = listed.filter(({ column }) => !sure.has(column.column) && !column.hidden)
  const chosen = topicColumns(open, isTopic)
  const topicField = matches.find(
    (match) => (match.field === 'topic' || match.field === 'topicCode') && match.confidence >= sureMatch,
  )
  const filled = listed.find(({ column }) => column.column === topicField?.column)?.profile
  const inRows = filled !== undefined && filled.count >= filled.rows * topicFilled && filled.values.size >= 2
  const wide = options.layout ? options.layout === 'wide' : chosen.length > 0 && !inRows
  if (!wide) {
    const moreTopics = sameQuestion(listed, matches)
    const used = new Set([...matches.map((match) => match.column), ...moreTopics])
    const ignored = listed.filter(({ column }) => !used.has(column.column))
    const found = matches.some((match) => ['topic', 'topicCode', 'freeText'].includes(match.field))
    return {
      layout: 'long',
      confidence: inRows ? 1 : found ? 0.7 : 0.3,
      topics: [],
      freeTexts: [],
      moreTopics,
      ignored: ignored.map(({ column, profile }) => ({ column: column.column, why: whyIgnored(column, profile) })),
      scale: null,
    }
  }
  const taken = new Set(chosen.map((one) => one.column.column))
  const scale = scaleOf(
    chosen.map((one) => one.column),
    chosen.map((one) => one.profile),
  )
  const freeTexts = open
    .filter(({ column, profile }) => !taken.has(column.column) && column.named && profile.figures <= profile.count / 2)
    .filter(({ column, profile }) => profile.count > 0 && (others.includes(column.column) || namesOthers(column)))
    .map(({ column }) => column.column)
  const used = new Set([...taken, ...freeTexts, ...sure])
  return {
    layout: 'wide',
    confidence: scale.known ? Math.min(1, 0.6 + chosen.length / 20) : 0.4,
    topics: topicHeaders(chosen.map((one) => one.column)),
    freeTexts,
    moreTopics: [],
    ignored: listed
      .filter(({ column }) => !used.has(column.column))
      .map(({ column, profile }) => ({ column: column.column, why: whyIgnored(column, profile) })),
    scale,
  }
}
