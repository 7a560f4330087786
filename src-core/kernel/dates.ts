export { type DateHints, dateHints, parseDate } from './date-parse.ts'

const zone = 'Europe/Istanbul'

const months = {
  tr: ['Ocak', 'Şubat', 'Mart', 'Nisan', 'Mayıs', 'Haziran', 'Temmuz', 'Ağustos', 'Eylül', 'Ekim', 'Kasım', 'Aralık'],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const

/** `31.12.2025` of `2025-12-31`; a time behind the date is left out. Of an instant (`…Z`) it is the day in Istanbul. */
export function formatDate(iso: string): string {
  const day = iso.endsWith('Z') ? istanbulDate(iso) : iso
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`
}

/** `9 Mart 2026` (tr) or `9 March 2026` (en) of `2026-03-09`. */
export function formatLongDate(iso: string, language: 'tr' | 'en' = 'tr'): string {
  const month = months[language][Number(iso.slice(5, 7)) - 1] ?? iso.slice(5, 7)
  return `${Number(iso.slice(8, 10))} ${month} ${iso.slice(0, 4)}`
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

type Wall = Readonly<Record<string, string>>

const wallOf = (instant: Date): Wall =>
  Object.fromEntries(clock.formatToParts(instant).map((part) => [part.type, part.value]))

/** The date in Istanbul at an instant (ISO text, milliseconds or Date) as `YYYY-MM-DD`. */
export function istanbulDate(instant: string | number | Date): string {
  const wall = wallOf(new Date(instant))
  return `${wall.year?.padStart(4, '0')}-${wall.month}-${wall.day}`
}

/** `31.01.2027 23:59` in Istanbul at an instant. */
export function formatInstant(instant: string | number | Date): string {
  const wall = wallOf(new Date(instant))
  return `${wall.day}.${wall.month}.${wall.year} ${wall.hour}:${wall.minute}`
}

/** How far Istanbul is ahead of UTC at an instant, in milliseconds. */
function aheadAt(at: number): number {
  const wall = wallOf(new Date(at))
  const asUtc = Date.UTC(
    Number(wall.year),
    Number(wall.month) - 1,
    Number(wall.day),
    Number(wall.hour),
    Number(wall.minute),
    Number(wall.second),
  )
  return asUtc - (at - (((at % 1000) + 1000) % 1000))
}

/**
 * The last millisecond of a day in Istanbul as an ISO UTC instant: `closingInstant('2027-01-31')` is
 * `2027-01-31T20:59:59.999Z`. Zone data decide, so years with summer time are right too.
 */
export function closingInstant(date: string): string {
  const wall = Date.parse(`${date}T23:59:59.999Z`)
  if (Number.isNaN(wall)) throw new RangeError(`Not a date: ${date}`)
  const near = wall - aheadAt(wall)
  return new Date(wall - aheadAt(near)).toISOString()
}

/** The first millisecond of a day in Istanbul as an ISO UTC instant: `openingInstant('2026-12-01')` is `2026-11-30T21:00:00.000Z`. */
export function openingInstant(date: string): string {
  const dayBefore = new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return new Date(Date.parse(closingInstant(dayBefore)) + 1).toISOString()
}
