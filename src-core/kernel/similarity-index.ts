import { compare, prepare } from './similarity.ts'
import { wordLikeness, wordOf } from './word-likeness.ts'

export type SimilarityEntry<K> = { readonly key: K; readonly text: string }
type SimilarityMatch<K> = { readonly key: K; readonly text: string; readonly score: number }
export type SimilarityIndex<K> = {
  /** The keys whose texts are most alike, best first, each key once; texts below `least` (0.4) are left out. */
  readonly best: (text: string, limit: number, least?: number) => readonly SimilarityMatch<K>[]
}

const usualLeast = 0.4
const candidatesPerResult = 3
const leastCandidates = 12
const rememberedWords = 4000
// A triple that more than one text in twelve has finds too much to be worth following.
const commonShare = 12

/** Numbers for strings, in order of first sight. */
function numbering(): { readonly numberOf: (text: string) => number; readonly known: ReadonlyMap<string, number> } {
  const known = new Map<string, number>()
  const numberOf = (text: string): number => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  }
  return { numberOf, known }
}

/** The likeness of any asked word to every word of the index, by its number. The most recent words are remembered. */
function likenessTo(texts: readonly string[]): (asked: string) => Float32Array {
  const words = texts.map(wordOf)
  const remembered = new Map<string, Float32Array>()
  return (asked) => {
    const known = remembered.get(asked)
    if (known) return known
    if (remembered.size >= rememberedWords) remembered.clear()
    const word = wordOf(asked)
    const scores = new Float32Array(words.length)
    words.forEach((other, at) => {
      scores[at] = wordLikeness(word, other)
    })
    remembered.set(asked, scores)
    return scores
  }
}

/**
 * Prepares texts for many look-ups: candidates share rare letter triples with the text, and only the most promising of
 * them are compared whole. A key may come with several texts (a name in two languages, aliases).
 */
export function similarityIndex<K>(entries: Iterable<SimilarityEntry<K>>): SimilarityIndex<K> {
  const words = numbering()
  const grams = numbering()
  const list = Array.from(entries, ({ key, text }) => {
    const prepared = prepare(text)
    return { key, text, prepared, words: prepared.words.map(words.numberOf), grams: prepared.grams.map(grams.numberOf) }
  })
  const likeness = likenessTo([...words.known.keys()])
  const postings: number[][] = Array.from(grams.known, () => [])
  list.forEach((entry, at) => {
    for (const gram of entry.grams) postings[gram]?.push(at)
  })
  const scores = new Float64Array(list.length)
  const asked = new Uint8Array(postings.length)

  /** Adds up the rarity of the triples that each text shares with the asked ones. */
  const follow = (numbers: readonly number[], longest: number): readonly number[] => {
    const touched: number[] = []
    for (const gram of numbers) {
      const posting = postings[gram] ?? []
      if (posting.length > longest) continue
      const weight = Math.log(1 + list.length / posting.length)
      for (const at of posting) {
        if (scores[at] === 0) touched.push(at)
        scores[at] = (scores[at] ?? 0) + weight
      }
    }
    return touched
  }

  const candidates = (numbers: readonly number[], count: number): readonly number[] => {
    const rare = follow(numbers, Math.max(8, list.length / commonShare))
    const touched = rare.length > 0 ? rare : follow(numbers, list.length)
    const top: { at: number; score: number }[] = []
    for (const at of touched) {
      const score = (scores[at] ?? 0) / Math.sqrt(list[at]?.grams.length ?? 1)
      scores[at] = 0
      if (top.length === count && score <= (top[count - 1]?.score ?? 0)) continue
      let place = top.length
      while (place > 0 && (top[place - 1]?.score ?? 0) < score) place--
      top.splice(place, 0, { at, score })
      if (top.length > count) top.pop()
    }
    return top.map((one) => one.at)
  }

  const best = (text: string, limit: number, least = usualLeast): readonly SimilarityMatch<K>[] => {
    const question = prepare(text)
    const numbers = question.grams.map((gram) => grams.known.get(gram) ?? -1).filter((number) => number >= 0)
    const rows = question.words.map(likeness)
    const found = new Map<K, SimilarityMatch<K>>()
    for (const number of numbers) asked[number] = 1
    for (const at of candidates(numbers, Math.max(leastCandidates, limit * candidatesPerResult))) {
      const entry = list[at]
      if (!entry) continue
      let common = 0
      for (const gram of entry.grams) common += asked[gram] ?? 0
      const score = compare(question, entry.prepared, common, (i, j) => rows[i]?.[entry.words[j] ?? -1] ?? 0)
      if (score < least || score <= (found.get(entry.key)?.score ?? 0)) continue
      found.set(entry.key, { key: entry.key, text: entry.text, score })
    }
    for (const number of numbers) asked[number] = 0
    return [...found.values()].sort((a, b) => b.score - a.score).slice(0, limit)
  }
  return { best }
}
