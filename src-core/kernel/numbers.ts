export { numberStyle, parseNumber } from './number-parse.ts'

type Language = 'tr' | 'en'

const locales = { tr: 'tr-TR', en: 'en-GB' } as const

const formats = new Map<string, Intl.NumberFormat>()

function format(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language}${least}-${most}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.NumberFormat(locales[language], { minimumFractionDigits: least, maximumFractionDigits: most })
    formats.set(key, found)
  }
  return found
}

/** `1.234.567,891`. With `decimals` exactly so many, without at most three. */
export const formatNumber = (value: number, decimals?: number, language: Language = 'tr'): string =>
  format(language, decimals ?? 0, decimals ?? 3).format(value)

/** `1.234,50 ₺` of 123450 kuruş. */
export const formatMoney = (minorUnits: number, language: Language = 'tr'): string =>
  `${format(language, 2, 2).format(minorUnits / 100)} ₺`

/** `%85,7` (tr) or `85.7%` (en) of the share 0.857. */
export function formatPercent(share: number, decimals = 1, language: Language = 'tr'): string {
  const number = format(language, 0, decimals).format(Math.abs(share) * 100)
  const sign = share < 0 && /[1-9]/.test(number) ? '-' : ''
  return language === 'tr' ? `${sign}%${number}` : `${sign}${number}%`
}
