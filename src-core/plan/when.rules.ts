import { type DateHints, monthOfName, parseDate } from '../kernel/date-parse.ts'
import type { Cell } from '../kernel/sheet.ts'
import { fold } from '../kernel/turkish.ts'

/** When a foreign plan wants something held. Months are 1 to 12; `days` are weekdays, both ends included. */
export type When =
  | { readonly kind: 'empty' }
  /** Nobody knows yet, or the whole year. */
  | { readonly kind: 'open' }
  /** It only says how long. */
  | { readonly kind: 'duration'; readonly days: number }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year: number | null }
  | {
      readonly kind: 'month'
      readonly month: number
      readonly year: number | null
      readonly days: number | null
      /** The month it ends in, where that is another. */
      readonly through: number | null
    }
  | { readonly kind: 'ambiguous'; readonly dayFirst: string; readonly monthFirst: string }
  | { readonly kind: 'wrong' }

const open =
  /^(?:tb[adc]|to be (?:determined|announced|confirmed|decided|fixed)|n\/?a|not fixed|[-?.]+|belli degil|belirsiz|belirlenecek|planlanacak|netlesmedi|ihtiyac halinde|yil boyu(?:nca)?|surekli|throughout(?: the year)?|all year|ongoing|\d{4})$/
const duration = /^(\d{1,3}(?:[.,]5)?)[ -]*(gun(?:luk)?|is gunu|days?|working days?|hafta(?:lik)?|weeks?)$/
const romans: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }
const quarter =
  /^(?:(\d{4})[ /-]*)?(?:q ?([1-4])|([1-4]|i{1,3}|iv)\.? ?(?:q|ceyrek|donem|quarter)|(?:quarter|ceyrek) ?([1-4]))(?:[ /,-]*(\d{4}))?$/
const yearPart = '(?:[.,/ -]*(\\d{4}))?'
const word = '([a-z]{3,})\\.?'
const day = '(\\d{1,2})(?:st|nd|rd|th)?'
const monthOnly = new RegExp(`^${word}(?: ayi)?(?:[.,/ -]*(\\d{4}|\\d{2}))?$`)
const monthRange = new RegExp(`^${word}${yearPart} ?- ?${word}${yearPart}$`)
const daysOfMonth = new RegExp(`^${day} ?- ?${day}[. ]*${word}${yearPart}$`)
const monthDays = new RegExp(`^${word} ?${day} ?- ?${day}${yearPart}$`)
const twoMonths = new RegExp(`^${day}[. ]*${word}${yearPart} ?- ?${day}[. ]*${word}${yearPart}$`)
const oneDay = new RegExp(`^${day}[. ]*${word}$`)
const numericRange = /^(\d{1,2})(?:[./](\d{1,2})(?:[./](\d{4}))?)?[./]? ?- ?(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?$/

const yearOf = (text: string | undefined): number | null => (text?.length === 4 ? Number(text) : null)

/** Weekdays from one day to another; null where they are no days or the wrong way round. */
function weekdays(year: number, from: readonly [number, number], to: readonly [number, number], toYear = year) {
  const begin = Date.UTC(year, from[0] - 1, from[1])
  const end = Date.UTC(toYear, to[0] - 1, to[1])
  const real = [
    [begin, from],
    [end, to],
  ] as const
  if (real.some(([time, [month]]) => new Date(time).getUTCMonth() + 1 !== month) || end < begin) return null
  let count = 0
  for (let at = begin; at <= end; at += 86_400_000) if (new Date(at).getUTCDay() % 6 !== 0) count++
  return Math.max(1, count)
}

function between(first: readonly [number, number], last: readonly [number, number], said: number | null, plan: number) {
  const [month] = first
  const year = said ?? plan
  const days = weekdays(year, first, last)
  if (days === null) return { kind: 'wrong' } as const
  return { kind: 'month', month, year: said, days, through: last[0] === month ? null : last[0] } as const
}

function parseText(text: string, planYear: number, hints: DateHints | undefined): When {
  const bare = fold(text)
    .replace(/[–—−]|\b(?:to|ile|ve|and|til|until)\b|&/g, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s*,\s*/g, ',')
    .trim()
  if (bare === '') return { kind: 'empty' }
  if (open.test(fold(text)) || open.test(bare)) return { kind: 'open' }
  const long = duration.exec(bare)
  if (long) {
    const count = Number((long[1] ?? '').replace(',', '.'))
    return { kind: 'duration', days: /^(?:hafta|week)/.test(long[2] ?? '') ? count * 5 : count }
  }
  const part = quarter.exec(bare)
  if (part) {
    const said = part[2] ?? part[3] ?? part[4] ?? ''
    return { kind: 'quarter', quarter: romans[said] ?? Number(said), year: yearOf(part[1] ?? part[5]) }
  }
  const plainMonth = Number(bare)
  if (/^\d{1,2}$/.test(bare) && plainMonth >= 1 && plainMonth <= 12)
    return { kind: 'month', month: plainMonth, year: null, days: null, through: null }
  return named(bare, planYear) ?? numbers(bare, planYear) ?? single(text, hints)
}

/** Dates that name their month. */
function named(bare: string, planYear: number): When | null {
  const month = (text: string | undefined): number => monthOfName(text ?? '') ?? 0
  let match = monthOnly.exec(bare)
  if (match && month(match[1]) > 0)
    return { kind: 'month', month: month(match[1]), year: yearOf(match[2]), days: null, through: null }
  match = monthRange.exec(bare)
  if (match && month(match[1]) > 0 && month(match[3]) > 0) {
    const [first, last] = [month(match[1]), month(match[3])]
    const year = yearOf(match[2] ?? match[4])
    return { kind: 'month', month: first, year, days: null, through: last === first ? null : last }
  }
  match = daysOfMonth.exec(bare)
  if (match && month(match[3]) > 0) {
    const at = month(match[3])
    return between([at, Number(match[1])], [at, Number(match[2])], yearOf(match[4]), planYear)
  }
  match = monthDays.exec(bare)
  if (match && month(match[1]) > 0) {
    const at = month(match[1])
    return between([at, Number(match[2])], [at, Number(match[3])], yearOf(match[4]), planYear)
  }
  match = twoMonths.exec(bare)
  if (match && month(match[2]) > 0 && month(match[5]) > 0) {
    const last = [month(match[5]), Number(match[4])] as const
    return between([month(match[2]), Number(match[1])], last, yearOf(match[3] ?? match[6]), planYear)
  }
  match = oneDay.exec(bare)
  if (match && month(match[2]) > 0) {
    const at = [month(match[2]), Number(match[1])] as const
    return between(at, at, null, planYear)
  }
  return null
}

/** `12-14.03.2027`, `28.02 - 02.03.2027`, `12.03.2027 - 14.03.2027`. */
function numbers(bare: string, planYear: number): When | null {
  const match = numericRange.exec(bare)
  if (!match) return null
  const [, firstDay, firstMonth, firstYear, lastDay, lastMonth, lastYear] = match
  const first = [Number(firstMonth ?? lastMonth), Number(firstDay)] as const
  return between(first, [Number(lastMonth), Number(lastDay)], yearOf(firstYear ?? lastYear), planYear)
}

function single(cell: Cell, hints: DateHints | undefined): When {
  const parsed = parseDate(cell, hints)
  if (parsed.kind === 'empty') return { kind: 'empty' }
  if (parsed.kind === 'year') return { kind: 'open' }
  if (parsed.kind === 'ambiguous')
    return { kind: 'ambiguous', dayFirst: parsed.dayFirst, monthFirst: parsed.monthFirst }
  if (parsed.kind === 'wrong') return { kind: 'wrong' }
  const [year, month] = parsed.iso.split('-').map(Number)
  return { kind: 'month', month: month ?? 0, year: year ?? null, days: 1, through: null }
}

/**
 * Reads what plans write into the column of their dates: a month, a date, days of a month, days over two months, a
 * quarter, only a duration, or that nobody knows yet. The plan's year serves where none is written.
 */
export function parseWhen(cell: Cell | undefined, planYear: number, hints?: DateHints): When {
  if (cell === null || cell === undefined) return { kind: 'empty' }
  if (typeof cell === 'string') return parseText(cell, planYear, hints)
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 1 && cell <= 12)
    return { kind: 'month', month: cell, year: null, days: null, through: null }
  return single(cell, hints)
}
