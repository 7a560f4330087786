import { parseNumber } from '../../../src-core/kernel/numbers.ts'

/** What somebody typed for an amount: nothing, whole kuruş, or something that is not to be guessed at. */
export type ReadMoney =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly kurus: number }
  | { readonly kind: 'unread' }

const decimalSign = { tr: ',', en: '.' } as const

/**
 * Reads an amount as it is written in the officer's language, `15.000` or `15.000,50 ₺` in Turkish. Less than nothing, more than
 * two decimals, and the thousands of the other language (`15.000` in English, which could be fifteen) are not read.
 */
export function readMoney(text: string, language: 'tr' | 'en'): ReadMoney {
  const read = parseNumber(text, language)
  if (read.kind === 'empty') return read
  if (read.kind === 'wrong' || read.value < 0 || text.includes('%')) return { kind: 'unread' }
  const alone = parseNumber(text)
  if (alone.kind === 'number' && alone.ambiguous && text.includes(decimalSign[language])) return { kind: 'unread' }
  const kurus = Math.round(read.value * 100)
  if (!Number.isSafeInteger(kurus) || Math.abs(read.value * 100 - kurus) > 1e-4) return { kind: 'unread' }
  return { kind: 'amount', kurus }
}
