import { formatLongDate } from './dates.ts'

/**
 * A span of days as a sentence says it, with what both ends share said once: `25–31 Ocak 2027`, `30 Ocak–3 Şubat 2027`,
 * `28 Aralık 2026–2 Ocak 2027`; in English with English months. Dates are `YYYY-MM-DD`.
 */
export function formatDateRange(from: string, to: string, language: 'tr' | 'en'): string {
  const end = formatLongDate(to, language)
  if (from === to) return end
  const start = formatLongDate(from, language)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${end}`
  if (from.slice(0, 4) === to.slice(0, 4)) return `${start.slice(0, -5)}–${end}`
  return `${start}–${end}`
}
