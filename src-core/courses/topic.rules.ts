import { fold } from '../kernel/turkish.ts'
import type { TopicEntry } from './topic.ts'

/** Which topics stand before which, by id. */
export type Prerequisites = ReadonlyMap<string, readonly string[]>

/**
 * The circle that would arise if `topicId` had these prerequisites, as ids from the topic back to itself; nothing when
 * there is none. Nobody could ever enrol in a topic that is, over any number of steps, its own prerequisite.
 */
export function prerequisiteCycle(
  topicId: string,
  wanted: readonly string[],
  all: Prerequisites,
): readonly string[] | undefined {
  const seen = new Set<string>()
  const walk = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (id === topicId) return [...path, id]
    if (seen.has(id)) return undefined
    seen.add(id)
    for (const next of all.get(id) ?? []) {
      const circle = walk(next, [...path, id])
      if (circle) return circle
    }
    return undefined
  }
  for (const id of wanted) {
    const circle = walk(id, [topicId])
    if (circle) return circle
  }
  return undefined
}

/** Another topic that already answers to a code, name or other wording; spelling and case do not tell them apart. */
export type NameClash = {
  readonly kind: 'code' | 'name' | 'alias'
  readonly text: string
  readonly with: TopicEntry
}

/**
 * Whether a topic's code, name or other wordings already mean another topic. A retired topic keeps its code and its
 * aliases, but its name may be used again.
 */
export function nameClash(
  own: { readonly id?: string; readonly code: string; readonly name: string; readonly aliases: readonly string[] },
  directory: readonly TopicEntry[],
): NameClash | undefined {
  const others = directory.filter((topic) => topic.id !== own.id)
  const code = fold(own.code)
  const sameCode = others.find((topic) => fold(topic.code) === code)
  if (sameCode) return { kind: 'code', text: own.code, with: sameCode }
  const wordings = wordingsOf(others)
  const named = wordings.get(fold(own.name))
  if (named) return { kind: 'name', text: own.name, with: named }
  for (const alias of own.aliases) {
    const meant = wordings.get(fold(alias))
    if (meant) return { kind: 'alias', text: alias, with: meant }
  }
  return undefined
}

function wordingsOf(topics: readonly TopicEntry[]): ReadonlyMap<string, TopicEntry> {
  const wordings = new Map<string, TopicEntry>()
  for (const topic of topics) {
    for (const alias of topic.aliases) wordings.set(fold(alias), topic)
    if (topic.state !== 'RETIRED') wordings.set(fold(topic.name), topic)
  }
  return wordings
}

/** The other wordings worth keeping: none twice, none that is the topic's own name. */
export function tidyAliases(name: string, aliases: readonly string[]): readonly string[] {
  const kept = new Map<string, string>()
  for (const alias of aliases) {
    const key = fold(alias)
    if (key && key !== fold(name) && !kept.has(key)) kept.set(key, alias)
  }
  return [...kept.values()]
}

const proposal = /^ÖNERİ-(\d+)$/u

/** Whether a code is only provisional and means nothing to anybody. */
export const isProposalCode = (code: string): boolean => proposal.test(code)

/** The code a proposed topic carries until the catalogue's owner gives it one. */
export function nextProposalCode(codes: Iterable<string>): string {
  let highest = 0
  for (const code of codes) highest = Math.max(highest, Number(proposal.exec(code)?.[1] ?? 0))
  return `ÖNERİ-${String(highest + 1).padStart(3, '0')}`
}

/**
 * Default level for a number of lesson hours (product R12): half a day, one or two days of in-service training, an open
 * course of up to a week or so, beyond that a certified programme.
 */
export function levelForHours(
  lessonHoursTenths: number,
): 'HALF_DAY' | 'ONE_DAY' | 'TWO_DAY' | 'OPEN' | 'CERTIFIED_COURSE' {
  if (lessonHoursTenths <= 40) return 'HALF_DAY'
  if (lessonHoursTenths <= 80) return 'ONE_DAY'
  if (lessonHoursTenths <= 160) return 'TWO_DAY'
  return lessonHoursTenths <= 400 ? 'OPEN' : 'CERTIFIED_COURSE'
}
