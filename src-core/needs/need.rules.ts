import type { NeedLineTable } from '../database/schema.ts'
import { breaksRule } from '../kernel/errors.ts'
import { fold } from '../kernel/turkish.ts'
import { type NeedSource, parseSources, withSource } from './need.ts'

/** What is asked for: a topic of the catalogue, the requester's own words, or words that were given a topic. */
export type Wanted = { readonly topicId: string | null; readonly freeText: string | null }

/** The columns that say what a line asks for. */
export function wantedColumns({ topicId, freeText }: Wanted, external = false) {
  const text = freeText?.trim() || null
  return {
    kind: topicId ? ('topic' as const) : external ? ('externalEvent' as const) : ('freeText' as const),
    topicId,
    freeText: text,
    freeTextKey: text && fold(text),
  }
}

/** Two wishes are the same when they name one topic, or, without topics, the same words in any spelling. */
export const wantedKey = ({ topicId, freeText }: Wanted): string =>
  topicId ? `topic:${topicId}` : `text:${fold(freeText ?? '')}`

/** What the requester said about a need, apart from what it is. */
export const needDetails = ['reason', 'selfLevel', 'targetLevel', 'urgency', 'preferredQuarter', 'note'] as const

type Details = Pick<NeedLineTable, (typeof needDetails)[number]>

/**
 * What a line gets when the same need comes in again: one more source mark, and what it did not say before. What was
 * said first stands; only the urgency becomes the higher of the two.
 */
export function joinedNeed(
  line: Details & Pick<NeedLineTable, 'sources'>,
  again: Partial<Details>,
  source: NeedSource,
): Partial<Details> & { readonly sources: string } {
  const missing = needDetails.filter((name) => line[name] === null && again[name] !== undefined && again[name] !== null)
  const filled = Object.fromEntries(missing.map((name) => [name, again[name]])) as Partial<Details>
  const urgency = Math.max(line.urgency ?? 0, again.urgency ?? 0)
  return {
    ...filled,
    ...(urgency > 0 && { urgency }),
    sources: JSON.stringify(withSource(parseSources(line.sources), source)),
  }
}

/** Refuses more lines than a cycle allows one person. */
export function checkLineLimit(lines: number, limit: number): void {
  if (lines > limit) breaksRule('tooManyLines', { lines, limit })
}
