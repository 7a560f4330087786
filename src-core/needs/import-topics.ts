import { type ImportIssue, issueOf, textOf } from '../imports/index.ts'
import type { Cell } from '../kernel/sheet.ts'
import { fold } from '../kernel/turkish.ts'
import type { NeedImport } from './import.contract.ts'
import type { DraftTopic, UnknownTopic } from './import-draft.ts'
import type { ImportLookups } from './import-lookups.ts'

/** Likeness from which a topic is asked for with "did you mean" instead of being proposed as new. */
const didYouMeanFrom = 0.62

/** Likeness from which a topic is listed beside an unknown one. */
const listedFrom = 0.4

export type TopicResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'topic'; readonly topic: DraftTopic; readonly issue: ImportIssue | null }
  | { readonly kind: 'refused'; readonly issue: ImportIssue }

type Place = { readonly sheet: string; readonly row: number; readonly column: number }

/**
 * Prepares the reading of topics: catalogue first, then the officer's choice for the wording, else "did you mean", else a
 * proposal. `always` proposes instead of asking, for columns of a wide sheet, whose names nobody mistyped 260 times.
 */
export function topicReader(lookups: ImportLookups, choices: NeedImport, unknown: Map<string, UnknownTopic>) {
  function chosen(text: string, key: string): DraftTopic | undefined {
    const choice = choices.topicChoices[key]
    if (choice?.kind === 'topic' && lookups.topicById.has(choice.topicId))
      return { kind: 'topic', topicId: choice.topicId }
    if (choice?.kind === 'propose') return { kind: 'proposed', name: text, key }
    if (choice?.kind === 'freeText') return { kind: 'freeText', text, key }
    return undefined
  }

  return (cell: Cell, place: Place, always: boolean): TopicResult => {
    const match = lookups.topics.match(cell)
    const text = textOf(cell)
    if (match.kind === 'none') return { kind: 'none' }
    if (match.kind === 'found') {
      const issue = match.topic.active ? null : issueOf('E33', place, { topic: match.topic.nameTr })
      if (issue) return { kind: 'refused', issue }
      return { kind: 'topic', topic: { kind: 'topic', topicId: match.topic.id }, issue: null }
    }
    const key = fold(text)
    const near = match.kind === 'ambiguous' ? match.topics.map((topic) => ({ topic, score: 1 })) : match.near
    remember(key, text, near)
    // A unit's file does not add to the catalogue: what is not in it stays in the unit's words.
    const kept = lookups.own && near.every(({ score }) => score < didYouMeanFrom)
    const choice = kept ? { kind: 'freeText' as const, text, key } : chosen(text, key)
    if (choice) return { kind: 'topic', topic: choice, issue: null }
    const suggestions = near
      .filter(({ score }) => score >= didYouMeanFrom)
      .map(({ topic, score }) => ({ value: topic.code, label: `${topic.nameTr} (${topic.code})`, score }))
    if (match.kind === 'ambiguous') {
      return { kind: 'refused', issue: issueOf('E32', place, { topic: text, count: match.topics.length }, suggestions) }
    }
    if (suggestions.length > 0 && !always) {
      return { kind: 'refused', issue: issueOf('E31', place, { topic: text }, suggestions) }
    }
    const issue = issueOf('W31', place, { topic: text }, suggestions)
    return { kind: 'topic', topic: { kind: 'proposed', name: text, key }, issue }
  }

  function remember(
    key: string,
    text: string,
    near: readonly { topic: { id: string; nameTr: string; code: string }; score: number }[],
  ): void {
    const known = unknown.get(key)
    if (known) {
      known.rows++
      return
    }
    const suggestions = near
      .filter(({ score }) => score >= listedFrom)
      .map(({ topic, score }) => ({ id: topic.id, text: `${topic.nameTr} (${topic.code})`, similarity: score }))
    unknown.set(key, { text, rows: 1, suggestions })
  }
}
