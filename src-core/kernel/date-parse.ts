import type { Cell } from './sheet.ts'
import { fold } from './turkish.ts'

/** What a whole column says about its dates; see `dateHints`. */
export type DateHints = {
  /** Which of two small numbers is the day. `mixed`: the column has dates that can only be read the one way and dates
   * that can only be read the other. */
  readonly order: 'dmy' | 'mdy' | 'mixed'
  /** Whether a date cell that holds 1990 to 2100 is a year somebody typed; false where real dates around 1905 occur. */
  readonly years: boolean
}

export type ParsedDate =
  | { readonly kind: 'empty' }
  /** `iso` is `YYYY-MM-DD`; a time in the cell is left out. */
  | { readonly kind: 'date'; readonly iso: string }
  /** Only a year. `typedAsDate`: it was typed into a cell formatted as date, which shows 2025 as 17.07.1905. */
  | { readonly kind: 'year'; readonly year: number; readonly typedAsDate: boolean }
  /** Day and month can be either way round, and the column mixes both orders. */
  | { readonly kind: 'ambiguous'; readonly dayFirst: string; readonly monthFirst: string }
  | { readonly kind: 'wrong'; readonly text: string }

const usual: DateHints = { order: 'dmy', years: true }

const monthNames: ReadonlyMap<string, number> = new Map(
  [
    'ocak oca january jan',
    'subat sub february feb',
    'mart mar march',
    'nisan nis april apr',
    'mayis may',
    'haziran haz june jun',
    'temmuz tem july jul',
    'agustos agu august aug',
    'eylul eyl september sep sept',
    'ekim eki october oct',
    'kasim kas november nov',
    'aralik ara december dec',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
)

/** 1 to 12 for the name of a month, Turkish or English, whole or short, already folded. */
export const monthOfName = (folded: string): number | undefined => monthNames.get(folded)

const weekdays =
  /\b(?:pazartesi|sali|carsamba|persembe|cuma|cumartesi|pazar|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/g
const time = '(?:[t ,]+\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:\\.\\d+)?)?z?)?$'
const yearFirst = new RegExp(`^(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})${time}`)
const numeric = new RegExp(`^(\\d{1,2}) ?[-./] ?(\\d{1,2}) ?[-./] ?(\\d{4}|\\d{2})${time}`)
const dayMonthName = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-./ ]*([a-z]+)[-.,/ ]+(\\d{4}|\\d{2})${time}`)
const monthNameDay = new RegExp(`^([a-z]+)[. ]+(\\d{1,2})(?:st|nd|rd|th)?[, ]+(\\d{4})${time}`)
const compact = /^(\d{4})(\d{2})(\d{2})$/
const wholeYear = /^(\d{4})(?: yili)?$/
const serialText = /^\d{5}(?:[.,]\d+)?$/

// A number outside these is no date a training office writes: 01.01.1920 to 31.12.2149.
const firstSerial = 7306
const lastSerial = 91312

const isYear = (n: number): boolean => Number.isInteger(n) && n >= 1990 && n <= 2100

const two = (n: number): string => String(n).padStart(2, '0')

function isoOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day > last || year < 1000 ? null : `${year}-${two(month)}-${two(day)}`
}

/** Excel counts days from 1900 and believes that 1900 had a 29 February. */
function serialDate(serial: number): string | null {
  if (!(serial >= firstSerial && serial < lastSerial + 1)) return null
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
}

/** Two digits mean 1950 to 2049: officers hired in the eighties and plans of the forties are both read right. */
function fullYear(digits: string): number {
  const n = Number(digits)
  if (digits.length === 4) return n
  return n < 50 ? 2000 + n : 1900 + n
}

const dateOr = (iso: string | null, text: string): ParsedDate => (iso ? { kind: 'date', iso } : { kind: 'wrong', text })

function parseNumericDate(match: RegExpExecArray, text: string, hints: DateHints): ParsedDate {
  const [, first = '', second = '', last = ''] = match
  const year = fullYear(last)
  const dayFirst = isoOf(year, Number(second), Number(first))
  const monthFirst = isoOf(year, Number(first), Number(second))
  if (!dayFirst || !monthFirst || dayFirst === monthFirst) return dateOr(dayFirst ?? monthFirst, text)
  if (hints.order === 'mixed') return { kind: 'ambiguous', dayFirst, monthFirst }
  return { kind: 'date', iso: hints.order === 'mdy' ? monthFirst : dayFirst }
}

function parseText(text: string, hints: DateHints): ParsedDate {
  const bare = fold(text)
    .replace(weekdays, '')
    .replace(/^[ ,]+|[ ,.]+$/g, '')
  if (bare === '') return text.trim() === '' ? { kind: 'empty' } : { kind: 'wrong', text }
  let match = numeric.exec(bare)
  if (match) return parseNumericDate(match, text, hints)
  match = yearFirst.exec(bare) ?? compact.exec(bare)
  if (match) return dateOr(isoOf(Number(match[1]), Number(match[2]), Number(match[3])), text)
  match = dayMonthName.exec(bare)
  if (match) return dateOr(isoOf(fullYear(match[3] ?? ''), monthNames.get(match[2] ?? '') ?? 0, Number(match[1])), text)
  match = monthNameDay.exec(bare)
  if (match) return dateOr(isoOf(Number(match[3]), monthNames.get(match[1] ?? '') ?? 0, Number(match[2])), text)
  match = wholeYear.exec(bare)
  if (match && isYear(Number(match[1]))) return { kind: 'year', year: Number(match[1]), typedAsDate: false }
  if (serialText.test(bare)) return dateOr(serialDate(Number(bare.replace(',', '.'))), text)
  return { kind: 'wrong', text }
}

/**
 * Reads a date the way Turkish officers write them: dd.MM.yyyy, d.M.yy, with slashes or dashes, `9 Mart 2026`,
 * `9 March 2026`, ISO, with a weekday or a time beside it, an Excel serial as number or text, a date cell, or a year.
 * Give the hints of the whole column (`dateHints`) where there is a column.
 */
export function parseDate(cell: Cell, hints: DateHints = usual): ParsedDate {
  if (cell === null) return { kind: 'empty' }
  if (typeof cell === 'string') return parseText(cell, hints)
  if (typeof cell === 'number') {
    if (isYear(cell)) return { kind: 'year', year: cell, typedAsDate: false }
    if (cell >= 19_200_101 && Number.isInteger(cell)) return parseText(String(cell), hints)
    return dateOr(serialDate(cell), String(cell))
  }
  if (typeof cell === 'boolean') return { kind: 'wrong', text: String(cell) }
  if ('error' in cell) return { kind: 'wrong', text: cell.error }
  if (hints.years && isYear(cell.serial)) return { kind: 'year', year: cell.serial, typedAsDate: true }
  return { kind: 'date', iso: cell.iso.slice(0, 10) }
}

/** Looks through a column (some thousand cells are enough) for the order of day and month and for typed years. */
export function dateHints(cells: Iterable<Cell>): DateHints {
  let dayFirst = false
  let monthFirst = false
  let old = false
  for (const cell of cells) {
    if (typeof cell === 'string') {
      const match = numeric.exec(fold(cell))
      if (!match) continue
      if (Number(match[1]) > 12) dayFirst = true
      if (Number(match[2]) > 12) monthFirst = true
    } else if (cell !== null && typeof cell === 'object' && 'serial' in cell) {
      if (cell.serial < firstSerial && !isYear(cell.serial)) old = true
    }
  }
  return { order: dayFirst && monthFirst ? 'mixed' : monthFirst ? 'mdy' : 'dmy', years: !old }
}
