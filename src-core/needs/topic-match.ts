import { loadTopicDirectory, type TopicEntry } from '../courses/index.ts'
import type { Reader } from '../database/store.ts'
import { similarityIndex } from '../kernel/similarity-index.ts'
import { fold } from '../kernel/turkish.ts'
import type { TopicMatch } from './collect.contract.ts'

type Wording = { readonly text: string; readonly key: string; readonly alias: boolean }

type Candidate = { readonly topic: TopicEntry; readonly wordings: readonly Wording[] }

function candidateOf(topic: TopicEntry): Candidate {
  const own = [topic.code, topic.name, ...(topic.nameEn ? [topic.nameEn] : [])]
  const wording = (alias: boolean) => (text: string) => ({ text, key: fold(text), alias })
  return { topic, wordings: [...own.map(wording(false)), ...topic.aliases.map(wording(true))] }
}

const offered = (topics: readonly TopicEntry[]): readonly Candidate[] =>
  topics.filter((topic) => topic.state !== 'RETIRED').map(candidateOf)

/** How well a wording answers what was typed: the same, its beginning, a word's beginning, somewhere inside. */
function likenessOf({ key }: Wording, typed: string, words: readonly string[]): number {
  if (key === typed) return 1
  if (key.startsWith(typed)) return 0.95
  if (words.every((word) => ` ${key}`.includes(` ${word}`))) return 0.9
  return words.every((word) => key.includes(word)) ? 0.8 : 0
}

/** A topic that only resembles the text never stands above one that contains it. */
const mostForLikeness = 0.79

/** What a typed text may mean: topics that contain it in any spelling, then those that resemble it, best first. */
export async function matchTopics(db: Reader, text: string, limit: number): Promise<TopicMatch[]> {
  const typed = fold(text)
  if (typed === '') return []
  const words = typed.split(' ')
  const candidates = offered(await loadTopicDirectory(db))
  const found = new Map<string, TopicMatch>()
  const add = ({ id, code, name }: TopicEntry, alias: string | null, likeness: number) => {
    if (likeness > (found.get(id)?.likeness ?? 0)) found.set(id, { id, code, name, alias, likeness })
  }
  for (const { topic, wordings } of candidates) {
    for (const wording of wordings) add(topic, wording.alias ? wording.text : null, likenessOf(wording, typed, words))
  }
  if (found.size < limit && typed.length > 2) {
    const index = similarityIndex(
      candidates.flatMap(({ topic, wordings }) =>
        wordings.slice(1).map((wording) => ({ key: { topic, wording }, text: wording.text })),
      ),
    )
    for (const { key, score } of index.best(text, limit)) {
      add(key.topic, key.wording.alias ? key.wording.text : null, Math.min(score, mostForLikeness))
    }
  }
  return [...found.values()]
    .sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name, 'tr'))
    .slice(0, limit)
}

/** Finds the topic that a text names. */
export type TopicNames = (text: string) => Promise<TopicEntry | undefined>

/**
 * Finds the topic that a text names by code, name or other wording, in any spelling; a retired one's successor stands for it. The
 * catalogue is read once, with the first question: a form has many lines.
 */
export function topicNames(db: Reader): TopicNames {
  let reading: ReturnType<typeof read> | undefined
  const read = async () => {
    const topics = await loadTopicDirectory(db)
    const byKey = new Map<string, TopicEntry>()
    for (const topic of topics)
      for (const { key } of candidateOf(topic).wordings) if (!byKey.has(key)) byKey.set(key, topic)
    return { topics, byKey }
  }
  return async (text) => {
    reading ??= read()
    const { topics, byKey } = await reading
    const named = byKey.get(fold(text))
    return named && inPlaceOf(named, topics)
  }
}

function inPlaceOf(topic: TopicEntry, topics: readonly TopicEntry[]): TopicEntry | undefined {
  if (topic.state !== 'RETIRED') return topic
  const next = topics.find(({ id }) => id === topic.supersededById)
  return next?.state === 'RETIRED' ? undefined : next
}
