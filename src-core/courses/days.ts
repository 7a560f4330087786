/** Calendar days as `YYYY-MM-DD` text; nothing here knows a clock or a zone. */

const millisecondsOfDay = 86_400_000

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / millisecondsOfDay

const dayOfNumber = (number: number): string => new Date(number * millisecondsOfDay).toISOString().slice(0, 10)

/** The day `count` days after `date`, or before it when `count` is negative. */
export const addDays = (date: string, count: number): string => dayOfNumber(dayNumber(date) + count)

/** 1 for Monday up to 7 for Sunday. */
export const weekdayOf = (date: string): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

/** How many days from `from` to `to`, both counted; 0 when `to` is earlier. */
export const dayCount = (from: string, to: string): number => Math.max(0, dayNumber(to) - dayNumber(from) + 1)

/** Every day from `from` to `to`, both included, in order. */
export function* daysFrom(from: string, to: string): Generator<string> {
  const last = dayNumber(to)
  for (let day = dayNumber(from); day <= last; day++) yield dayOfNumber(day)
}

/** First and last day of a month (1 to 12). */
export function monthSpan(year: number, month: number): { readonly from: string; readonly to: string } {
  const from = `${year}-${String(month).padStart(2, '0')}-01`
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { from, to: addDays(next, -1) }
}
