import type { Cell } from '../../src-core/kernel/sheet.ts'

const dayMs = 86_400_000
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
const last1900 = 2_958_465

/**
 * What a number means under a date format. Outside the calendar the program itself can show (before 1900, the 29 February
 * 1900 that never was, after 9999) the number stays a number.
 */
export function dateOfSerial(serial: number, date1904 = false): Cell {
  if (date1904) return serial >= 0 && serial <= last1900 - 1462 ? dated(epoch1904 + serial * dayMs, serial) : serial
  if (!(serial >= 1) || serial >= last1900 + 1 || Math.floor(serial) === 60) return serial
  return dated(epoch1900 + (serial < 60 ? serial + 1 : serial) * dayMs, serial)
}

/** The number Excel stores for an ISO date or date and time; NaN if it is none. */
export function serialOfDate(iso: string, date1904 = false): number {
  const time = Date.parse(iso.length > 10 ? `${iso.replace(/Z$/, '')}Z` : `${iso}T00:00:00Z`)
  const serial = (time - (date1904 ? epoch1904 : epoch1900)) / dayMs
  return !date1904 && serial < 61 ? serial - 1 : serial
}

/**
 * Whether a number format shows a calendar day. Formats of a time or a duration alone do not: `08:30` is the number
 * 0.354 and no day of 1900.
 */
export function showsDate(format: string | number): boolean {
  if (typeof format === 'number') return builtInDates.has(format)
  const known = formats.get(format)
  if (known !== undefined) return known
  const shown = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  const is = !/general|standard/.test(shown) && (/[yd]/.test(shown) || (/m/.test(shown) && !/[hs0#?]/.test(shown)))
  if (formats.size < 1000) formats.set(format, is)
  return is
}

const formats = new Map<string, boolean>()

/** Ids that ECMA-376 part 1, 18.8.30 gives to dates, with those of East Asian locales. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

function dated(time: number, serial: number): Cell {
  const iso = new Date(Math.round(time / 1000) * 1000).toISOString()
  return { iso: Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19), serial }
}
