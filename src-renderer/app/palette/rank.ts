import { fold } from '../../../src-core/kernel/turkish.ts'

/**
 * How well a text answers a query, or undefined when it does not. Every word of the query must begin a word of the text, or
 * failing that occur in it; lower is better.
 */
export function rank(text: string, query: string): number | undefined {
  const folded = fold(text)
  const wanted = fold(query).split(' ').filter(Boolean)
  let score = folded.length / 1000
  for (const word of wanted) {
    const at = folded.indexOf(word)
    if (at < 0) return undefined
    if (at === 0) continue
    score += folded.includes(` ${word}`) ? 1 : 3
  }
  return score
}

/** The items whose text answers the query, best first; all of them, as they stand, for an empty query. */
export function ranked<T>(items: readonly T[], textOf: (item: T) => string, query: string): readonly T[] {
  if (query.trim() === '') return items
  return items
    .flatMap((item) => {
      const score = rank(textOf(item), query)
      return score === undefined ? [] : [{ item, score }]
    })
    .sort((a, b) => a.score - b.score)
    .map(({ item }) => item)
}
