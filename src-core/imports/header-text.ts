import { fold } from '../kernel/turkish.ts'

const camel = /(?<=\p{Ll})(?=\p{Lu})/gu
const signs = /[^\p{L}\p{N}#]+/gu
const remembered = new Map<string, string>()
const mostRemembered = 5000

/**
 * A header as synonyms are compared with: folded, signs such as `*`, `.`, `:` and line breaks as single spaces.
 * `T.C. Kimlik No *` is `t c kimlik no`, `registryNo` is `registry no`.
 */
export function headerKey(text: string): string {
  let key = remembered.get(text)
  if (key === undefined) {
    if (remembered.size >= mostRemembered) remembered.clear()
    key = fold(text.replace(camel, ' ')).replace(signs, ' ').trim()
    remembered.set(text, key)
  }
  return key
}

/** A synonym list prepared for look-ups, longest first. */
export type HeaderWords = { readonly keys: readonly string[] }

/** Prepares synonyms once. */
export const headerWords = (words: readonly string[]): HeaderWords => ({
  keys: [...new Set(words.map(headerKey).filter((key) => key !== ''))].sort((a, b) => b.length - a.length),
})

/** How well a header fits, 0 to 1, and by which synonym. */
export type HeaderFit = { readonly score: number; readonly word: string }

const noFit: HeaderFit = { score: 0, word: '' }
// One word inside a long question says little; a phrase of three says what the question is about.
const containedFrom = [0.3, 0.45, 0.55] as const
const containedTo = 0.85

/**
 * 1 when the header is the synonym, less the more the header says beside it, 0 when no synonym stands in it as whole
 * words. `Katılımcının Sicil No` fits `sicil no` better than `sicil`.
 */
export function fitHeader(header: string, words: HeaderWords): HeaderFit {
  const key = headerKey(header)
  if (key === '') return noFit
  const padded = ` ${key} `
  for (const word of words.keys) {
    if (word === key) return { score: 1, word }
    if (word.length < 3 || !padded.includes(` ${word} `)) continue
    const from = containedFrom[Math.min(word.split(' ').length, 3) - 1] ?? 0
    return { score: from + (containedTo - from) * (word.length / key.length), word }
  }
  return noFit
}
