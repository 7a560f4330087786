import {
  answerReader,
  type ColumnMapping,
  type ImportIssue,
  isBlank,
  issueOf,
  type ResolvedMapping,
  textOf,
} from '../imports/index.ts'
import { parseNumber } from '../kernel/numbers.ts'
import type { Cell } from '../kernel/sheet.ts'
import { fold } from '../kernel/turkish.ts'
import { type DraftTopic, draftTopicKey, type Findings, type NeedDraft } from './import-draft.ts'
import type { Owner } from './import-owner.ts'
import type { TopicResult } from './import-topics.ts'
import type { NeedValueMatchers } from './import-values.ts'

type Row = { readonly cells: readonly Cell[]; readonly row: number }
type Topics = (cell: Cell, place: { sheet: string; row: number; column: number }, always: boolean) => TopicResult

/** Longest wording of a need; longer ones are a letter, not a topic. */
const longestFreeText = 2000

const mostHeads = 100_000
const headWord = /\s*(?:kişi|personel|adet|people|persons?)$/i

/** Reads the needs of rows that hold one each. Gives null for a row that must be left out. */
export function longReader(
  sheet: string,
  mapping: ResolvedMapping,
  values: NeedValueMatchers,
  topics: Topics,
  isTopic: (text: string) => boolean,
  findings: Findings,
) {
  const { fields } = mapping
  const at = (row: Row, field: string): Cell => {
    const column = fields.get(field)
    return column === undefined ? null : (row.cells[column] ?? null)
  }
  const placeOf = (row: Row, field: string) => ({ sheet, row: row.row, column: fields.get(field) ?? 0 })

  function listed(
    row: Row,
    field: 'urgency' | 'importance' | 'selfLevel' | 'targetLevel' | 'managerPriority' | 'quarter',
    errors: ImportIssue[],
  ): number | null {
    const cell = at(row, field)
    const match = field === 'quarter' ? values.quarter(cell) : values.level(cell)
    if (match.kind === 'found') return Number(match.key)
    if (match.kind === 'unknown') errors.push(issueOf('E23', placeOf(row, field), { field, text: match.text }))
    return null
  }

  /** By code, else by name: a code of the sender's own says nothing here, as long as the name stands beside it. */
  function topicOf(row: Row, errors: ImportIssue[]): DraftTopic | null {
    const named = !isBlank(at(row, 'topic'))
    for (const field of ['topicCode', 'topic'] as const) {
      const cell = at(row, field)
      if (isBlank(cell)) continue
      if (field === 'topicCode' && named && !isTopic(textOf(cell))) continue
      const result = topics(cell, placeOf(row, field), false)
      if (result.kind === 'refused') {
        errors.push(result.issue)
        return null
      }
      if (result.kind === 'topic') {
        if (result.issue) findings.issues.push(result.issue)
        return result.topic
      }
    }
    return freeTextOf(row, errors)
  }

  /** The topics of further columns (`2. Eğitim`, `3. Eğitim`), each a need of its own. */
  function furtherTopics(row: Row, errors: ImportIssue[]): readonly DraftTopic[] {
    return mapping.moreTopics.flatMap((column) => {
      const result = topics(row.cells[column] ?? null, { sheet, row: row.row, column }, false)
      if (result.kind === 'refused') errors.push(result.issue)
      if (result.kind !== 'topic') return []
      if (result.issue) findings.issues.push(result.issue)
      return [result.topic]
    })
  }

  function freeTextOf(row: Row, errors: ImportIssue[]): DraftTopic | null {
    const text = textOf(at(row, 'freeText'))
    if (text === '') return null
    if (text.length > longestFreeText) {
      errors.push(
        issueOf('E26', placeOf(row, 'freeText'), { field: 'freeText', length: text.length, limit: longestFreeText }),
      )
      return null
    }
    return { kind: 'freeText', text, key: fold(text) }
  }

  return (row: Row, owner: Owner): readonly NeedDraft[] | null => {
    const errors: ImportIssue[] = []
    for (const [field, column] of fields) {
      const cell = row.cells[column]
      if (typeof cell === 'object' && cell !== null && 'error' in cell)
        errors.push(issueOf('E27', placeOf(row, field), { text: cell.error }))
    }
    const first = topicOf(row, errors)
    const asked = [...(first ? [first] : []), ...furtherTopics(row, errors)]
    const kind = values.kind(at(row, 'kind'))
    if (asked.length === 0 && errors.length === 0) {
      const field = fields.has('topic') ? 'topic' : fields.has('topicCode') ? 'topicCode' : 'freeText'
      errors.push(issueOf('E25', placeOf(row, field), { field }))
    }
    const reason = values.reason(at(row, 'reason'))
    if (reason.kind === 'unknown')
      errors.push(issueOf('E23', placeOf(row, 'reason'), { field: 'reason', text: reason.text }))
    const draft = {
      urgency: listed(row, fields.has('urgency') ? 'urgency' : 'importance', errors),
      selfLevel: listed(row, 'selfLevel', errors),
      targetLevel: listed(row, 'targetLevel', errors),
      managerPriority: listed(row, 'managerPriority', errors),
      quarter: listed(row, 'quarter', errors),
      headcount: owner.personId === null ? headsOf(row, errors) : 1,
    }
    findings.issues.push(...errors)
    if (errors.length > 0 || asked.length === 0) return null
    return asked.map((topic) => {
      findings.answers++
      if (topic.kind === 'freeText') findings.freeTexts++
      else findings.topicKeys.add(draftTopicKey(topic))
      return {
        sheet,
        row: row.row,
        personId: owner.personId,
        personName: owner.name,
        unitId: owner.unitId,
        topic,
        isExternal: kind.kind === 'found' && kind.key === 'externalEvent',
        reason: reason.kind === 'found' ? reason.key : null,
        note: textOf(at(row, 'note')).slice(0, longestFreeText) || null,
        alsoRows: [],
        ...draft,
      }
    })
  }

  function headsOf(row: Row, errors: ImportIssue[]): number {
    const cell = at(row, 'headCount')
    if (isBlank(cell)) return 1
    const text = textOf(cell)
    const parsed = parseNumber(typeof cell === 'string' ? text.replace(headWord, '') : cell)
    const place = placeOf(row, 'headCount')
    if (parsed.kind === 'number' && Number.isInteger(parsed.value) && parsed.value >= 1 && parsed.value <= mostHeads) {
      const value = String(parsed.value)
      if (parsed.ambiguous) findings.issues.push(issueOf('W24', place, { field: 'headCount', text, value }))
      return parsed.value
    }
    errors.push(issueOf('E22', place, { field: 'headCount', text }))
    return 1
  }
}

/** Reads the needs of rows that hold a person's answers to many topics. */
export function wideReader(
  sheet: string,
  mapping: ResolvedMapping,
  scale: NonNullable<ColumnMapping['scale']>,
  includeLowest: boolean,
  headerRow: number,
  topics: Topics,
  findings: Findings,
) {
  const answer = answerReader(scale)
  const levelNames = scale.levels.map((level) => level.labels.join(' / '))
  // Lowest first, also the levels nobody chose.
  for (const name of levelNames) if (!findings.levels.has(name)) findings.levels.set(name, 0)
  const columns = mapping.topics.map(({ column, topic }) => {
    const result = topics(topic, { sheet, row: headerRow, column }, true)
    if (result.kind === 'refused') findings.issues.push(result.issue)
    if (result.kind === 'topic' && result.issue) findings.issues.push(result.issue)
    findings.topicColumns.add(topic)
    const perLevel = findings.topicAnswers.get(topic) ?? new Map<string, number>()
    findings.topicAnswers.set(topic, perLevel)
    return { column, topic: result.kind === 'topic' ? result.topic : null, perLevel }
  })
  const others = new Map<string, { text: string; count: number; row: number; column: number }>()

  function read(row: Row, owner: Owner): readonly NeedDraft[] {
    const drafts: NeedDraft[] = []
    const base = {
      ...emptyDraft,
      sheet,
      row: row.row,
      personId: owner.personId,
      personName: owner.name,
      unitId: owner.unitId,
    }
    for (const { column, topic, perLevel } of columns) {
      const given = answer(row.cells[column])
      if (given.kind === 'blank') continue
      findings.answers++
      if (given.kind === 'other') {
        const known = others.get(given.text)
        if (known) known.count++
        else others.set(given.text, { text: given.text, count: 1, row: row.row, column })
        continue
      }
      const level = levelNames[given.level] ?? ''
      findings.levels.set(level, (findings.levels.get(level) ?? 0) + 1)
      perLevel.set(level, (perLevel.get(level) ?? 0) + 1)
      const urgency = given.urgency ?? (includeLowest ? 1 : null)
      if (urgency !== null && topic) drafts.push({ ...base, topic, urgency, alsoRows: [] })
    }
    for (const column of mapping.freeTexts) {
      const text = textOf(row.cells[column])
      if (text === '' || text === '-') continue
      findings.freeTexts++
      drafts.push({
        ...base,
        topic: { kind: 'freeText', text: text.slice(0, longestFreeText), key: fold(text) },
        alsoRows: [],
      })
    }
    return drafts
  }

  const finish = (): readonly ImportIssue[] =>
    [...others.values()].map(({ text, count, row, column }) => issueOf('W34', { sheet, row, column }, { text, count }))

  return { read, finish }
}

const emptyDraft = {
  isExternal: false,
  headcount: 1,
  reason: null,
  selfLevel: null,
  targetLevel: null,
  urgency: null,
  quarter: null,
  managerPriority: null,
  note: null,
}
