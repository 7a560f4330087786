import type { Cell } from '../kernel/sheet.ts'
import { similarityIndex } from '../kernel/similarity-index.ts'
import { fold } from '../kernel/turkish.ts'
import { oneLine, textOf } from './cell-text.ts'

/** What matching needs of a topic. */
export type TopicEntry = {
  readonly id: string
  readonly code: string
  readonly nameTr: string
  readonly nameEn?: string | null
  readonly aliases?: readonly string[]
  readonly active: boolean
}

type NearTopic<T extends TopicEntry = TopicEntry> = { readonly topic: T; readonly score: number }

type TopicMatch<T extends TopicEntry = TopicEntry> =
  | { readonly kind: 'found'; readonly by: 'code' | 'name' | 'alias'; readonly topic: T }
  | { readonly kind: 'ambiguous'; readonly topics: readonly T[] }
  /** Not in the catalogue; `near` are the likeliest, best first, for "did you mean". */
  | { readonly kind: 'unknown'; readonly text: string; readonly near: readonly NearTopic<T>[] }
  | { readonly kind: 'none' }

export type TopicMatcher<T extends TopicEntry = TopicEntry> = {
  readonly match: (cell: Cell | undefined) => TopicMatch<T>
  /** Whether a text is a topic without doubt, for finding columns. */
  readonly isTopic: (text: string) => boolean
}

const mostNear = 3
const mostRemembered = 20_000
const signs = /[^\p{L}\p{N}]+/gu
const nobodyNeeds = new Set(['', '-', '--', 'yok', 'none', 'n a', 'na'])
const general = / (?:egitimi|egitim|kursu|kurs|semineri|seminer|programi|training|course|seminar)$/

/** Letters and digits only: `BIL-004`, `bil 004` and `BİL004` are one code. */
const codeKey = (text: string): string => fold(text).replace(signs, '')
const nameKey = (text: string): string => fold(text).replace(signs, ' ').trim()
const shortKey = (key: string): string => key.replace(general, '')

/**
 * Prepares the catalogue for matching: by code (also beside the name in one cell), by name in either language, by alias,
 * with or without the word `Eğitimi` at the end; else the likeliest topics. Passive topics only when no active one fits.
 */
export function topicMatcher<T extends TopicEntry>(topics: readonly T[]): TopicMatcher<T> {
  const put = (map: Map<string, T[]>, key: string, topic: T): void => {
    const list = map.get(key)
    if (!list) map.set(key, [topic])
    else if (!list.includes(topic)) list.push(topic)
  }
  const codes = new Map<string, T[]>()
  const names = new Map<string, T[]>()
  const aliases = new Map<string, T[]>()
  const shorts = new Map<string, T[]>()
  for (const topic of topics) {
    put(codes, codeKey(topic.code), topic)
    for (const name of topic.nameEn ? [topic.nameTr, topic.nameEn] : [topic.nameTr]) {
      put(names, nameKey(name), topic)
      put(shorts, shortKey(nameKey(name)), topic)
    }
    for (const alias of topic.aliases ?? []) {
      put(aliases, nameKey(alias), topic)
      put(shorts, shortKey(nameKey(alias)), topic)
    }
  }
  const nearest = similarityIndex(
    topics
      .filter((topic) => topic.active)
      .flatMap((topic) =>
        [topic.nameTr, ...(topic.nameEn ? [topic.nameEn] : []), ...(topic.aliases ?? [])].map((text) => ({
          key: topic,
          text,
        })),
      ),
  )
  const remembered = new Map<string, TopicMatch<T>>()

  const one = (some: readonly T[] | undefined, by: 'code' | 'name' | 'alias'): TopicMatch<T> | null => {
    if (!some) return null
    const active = some.filter((topic) => topic.active)
    const list = active.length > 0 ? active : some
    const [topic] = list
    return topic && list.length === 1 ? { kind: 'found', by, topic } : { kind: 'ambiguous', topics: list }
  }

  /** A code at either end of a text that also says the name: `BIL-004 Excel`, `Excel (BIL-004)`. */
  const byCodeBeside = (text: string): TopicMatch<T> | null => {
    const words = text.split(/[\s()[\],;:]+/).filter((word) => /\d/.test(word) && /\p{L}/u.test(word))
    for (const word of [words[0], words.at(-1)]) {
      const match = word === undefined ? null : one(codes.get(codeKey(word)), 'code')
      if (match?.kind === 'found') return match
    }
    return null
  }

  /** What a text names, or null when nothing fits. */
  const find = (text: string): TopicMatch<T> | null => {
    const key = nameKey(text)
    if (nobodyNeeds.has(key)) return { kind: 'none' }
    const sure = one(codes.get(codeKey(text)), 'code') ?? one(names.get(key), 'name') ?? one(aliases.get(key), 'alias')
    if (sure) return sure
    return byCodeBeside(text) ?? one(shorts.get(shortKey(key)), 'name')
  }

  const nearTo = (text: string): TopicMatch<T> => {
    const near = nearest.best(text, mostNear).map(({ key: topic, score }) => ({ topic, score }))
    return { kind: 'unknown', text, near }
  }

  const match = (cell: Cell | undefined): TopicMatch<T> => {
    const text = textOf(cell)
    let found = remembered.get(text)
    if (!found) {
      if (remembered.size >= mostRemembered) remembered.clear()
      found = find(text) ?? nearTo(text)
      remembered.set(text, found)
    }
    return found
  }

  return { match, isTopic: (text) => find(oneLine(text))?.kind === 'found' }
}
