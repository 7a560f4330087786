import { fold } from './turkish.ts'
import { type Word, wordLikeness, wordOf } from './word-likeness.ts'

// Words that nearly every training carries in its name say little about which one is meant.
const generic = new Set(
  'egitim egitimi egitimler egitimleri kurs kursu seminer semineri calistay calistayi program programi konusu konusunda ve ile icin hakkinda training course seminar workshop programme of the and for in to a'.split(
    ' ',
  ),
)
const genericWeight = 0.2
const lettersShare = 0.35

/** A text prepared for comparison. */
export type Prepared = {
  readonly joined: string
  readonly words: readonly string[]
  readonly weights: readonly number[]
  readonly grams: readonly string[]
}

function gramsOf(words: readonly string[]): readonly string[] {
  const grams = new Set<string>()
  for (const word of words) {
    const padded = ` ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3))
  }
  return [...grams]
}

export function prepare(text: string): Prepared {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const onlyGeneric = words.every((word) => generic.has(word))
  const weights = words.map((word) => Math.sqrt(word.length) * (!onlyGeneric && generic.has(word) ? genericWeight : 1))
  return { joined: words.join(' '), words, weights, grams: gramsOf(words) }
}

/** `likeness(i, j)` compares word i of `a` with word j of `b`; `common` counts the letter triples both have. */
export function compare(a: Prepared, b: Prepared, common: number, likeness: (i: number, j: number) => number): number {
  if (a.joined === b.joined) return 1
  if (a.words.length === 0 || b.words.length === 0) return 0
  const bestOfB = new Array<number>(b.words.length).fill(0)
  let foundA = 0
  let foundB = 0
  let totalA = 0
  let totalB = 0
  for (let i = 0; i < a.words.length; i++) {
    let best = 0
    for (let j = 0; j < b.words.length; j++) {
      const score = likeness(i, j)
      if (score > best) best = score
      if (score > (bestOfB[j] ?? 0)) bestOfB[j] = score
    }
    foundA += best * (a.weights[i] ?? 0)
    totalA += a.weights[i] ?? 0
  }
  for (let j = 0; j < b.words.length; j++) {
    foundB += (bestOfB[j] ?? 0) * (b.weights[j] ?? 0)
    totalB += b.weights[j] ?? 0
  }
  const letters = (2 * common) / (a.grams.length + b.grams.length)
  const shared = (foundA + foundB) / (totalA + totalB)
  // `Excel` is wholly part of `Microsoft Excel Temel`: that counts more than the words it leaves unsaid.
  const contained = Math.max(foundA / totalA, foundB / totalB)
  return Math.min(0.99, lettersShare * letters + (1 - lettersShare) * ((shared + contained) / 2))
}

/**
 * How alike two texts are, 0 to 1 and the same both ways: words in any order, Turkish letters folded, suffixes and small
 * slips forgiven, words such as `eğitimi` counted little. 1 means the same words.
 */
export function similarity(a: string, b: string): number {
  const [one, other] = [prepare(a), prepare(b)]
  const grams = new Set(other.grams)
  const common = one.grams.filter((gram) => grams.has(gram)).length
  const words = one.words.map(wordOf)
  const others = other.words.map(wordOf)
  return compare(one, other, common, (i, j) => wordLikeness(words[i] as Word, others[j] as Word))
}
