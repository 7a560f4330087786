import { fold, upperTr } from '../kernel/turkish.ts'

/** What the code scheme needs of a topic. */
export type Coded = { readonly code: string; readonly category: string }

const codeParts = /^(\p{L}{2,6})-(\d{1,6})$/u
const prefixLength = 3
const standardDigits = 3

/** `ÇEV` and 12 of `ÇEV-012`; nothing for codes of another make. */
export function codeNumber(code: string): { readonly prefix: string; readonly number: number } | undefined {
  const [, prefix, digits] = codeParts.exec(code.trim()) ?? []
  return prefix && digits ? { prefix, number: Number(digits) } : undefined
}

/**
 * The next free code of a category: the prefix that most of its topics carry, then the number after the highest one in
 * use. A category without topics gets a prefix made of its own name that no other category uses.
 */
export function nextCode(category: string, topics: readonly Coded[]): string {
  const prefix = usedPrefix(category, topics) ?? freshPrefix(category, topics)
  let highest = 0
  let digits = standardDigits
  for (const { code } of topics) {
    const parts = codeNumber(code)
    if (!parts || fold(parts.prefix) !== fold(prefix)) continue
    highest = Math.max(highest, parts.number)
    digits = Math.max(digits, code.trim().length - parts.prefix.length - 1)
  }
  return `${prefix}-${String(highest + 1).padStart(digits, '0')}`
}

function usedPrefix(category: string, topics: readonly Coded[]): string | undefined {
  const counts = new Map<string, number>()
  for (const topic of topics) {
    const parts = fold(topic.category) === fold(category) ? codeNumber(topic.code) : undefined
    if (parts) counts.set(parts.prefix, (counts.get(parts.prefix) ?? 0) + 1)
  }
  let best: string | undefined
  for (const [prefix, count] of counts) if (count > (best === undefined ? 0 : (counts.get(best) ?? 0))) best = prefix
  return best
}

function freshPrefix(category: string, topics: readonly Coded[]): string {
  const taken = new Set(topics.map((topic) => fold(codeNumber(topic.code)?.prefix ?? '')))
  const free = candidates(category).find((prefix) => !taken.has(fold(prefix)))
  return free ?? `${candidates(category)[0] ?? 'EĞT'}X`
}

/** Prefixes a category could have, the most natural first: its first letters, its initials, its first two and a later one. */
function candidates(category: string): readonly string[] {
  const words = upperTr(category).match(/\p{L}+/gu) ?? []
  const letters = words.join('')
  if (letters.length < 2) return [`EĞ${letters}`.padEnd(prefixLength, 'T')]
  const initials = words.map((word) => [...word][0] ?? '').join('')
  const [first = '', second = '', ...rest] = [...letters]
  return [
    letters.slice(0, prefixLength),
    ...(initials.length >= prefixLength ? [initials.slice(0, prefixLength)] : []),
    ...rest.map((letter) => first + second + letter),
    ...rest.flatMap((letter, at) => rest.slice(at + 1).map((later) => first + letter + later)),
  ]
}
