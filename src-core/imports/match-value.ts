import type { Cell } from '../kernel/sheet.ts'
import { similarityIndex } from '../kernel/similarity-index.ts'
import { fold } from '../kernel/turkish.ts'
import { textOf } from './cell-text.ts'

/** One value a field may have, with everything officers write for it. */
export type ValueOption<K extends string = string> = { readonly key: K; readonly words: readonly string[] }

export type ValueMatch<K extends string = string> =
  | { readonly kind: 'found'; readonly key: K }
  | {
      readonly kind: 'unknown'
      readonly text: string
      readonly near: readonly { readonly key: K; readonly word: string; readonly score: number }[]
    }
  | { readonly kind: 'none' }

const signs = /[^\p{L}\p{N}]+/gu
const mostNear = 3

/** Prepares a closed list of values (employment types, reasons, kinds) for matching cells by key or word, in any spelling. */
export function valueMatcher<K extends string>(
  options: readonly ValueOption<K>[],
): (cell: Cell | undefined) => ValueMatch<K> {
  const keyOf = (text: string): string => fold(text).replace(signs, ' ').trim()
  const byWord = new Map(
    options.flatMap(({ key, words }) => [key, ...words].map((word) => [keyOf(word), key] as const)),
  )
  const nearest = similarityIndex(options.flatMap(({ key, words }) => words.map((text) => ({ key, text }))))
  const remembered = new Map<string, ValueMatch<K>>()
  return (cell) => {
    const text = textOf(cell)
    if (text === '') return { kind: 'none' }
    let match = remembered.get(text)
    if (!match) {
      const key = byWord.get(keyOf(text))
      const near = key === undefined ? nearest.best(text, mostNear) : []
      match =
        key === undefined
          ? {
              kind: 'unknown',
              text,
              near: near.map(({ key: found, text: word, score }) => ({ key: found, word, score })),
            }
          : { kind: 'found', key }
      if (remembered.size < 10_000) remembered.set(text, match)
    }
    return match
  }
}
