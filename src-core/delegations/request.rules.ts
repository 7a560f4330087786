import { type Assessment, type Criterion, criteria } from './request.ts'

/** Months in which a request of the same body for the same topic counts as a repeat (product 1.1, 24). */
export const repeatMonths = 24

/** `HYT-2027-014`: the fourteenth visit request of 2027. */
export const requestNoOf = (year: number, number: number): string => `HYT-${year}-${String(number).padStart(3, '0')}`

/** The same day so many months earlier; the last day of the month where that day is none. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last))).toISOString().slice(0, 10)
}

/** A day so many days later, or earlier when `days` is negative. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Points of the checklist that nobody has looked at. */
export const openCriteria = (assessment: Assessment): readonly Criterion[] =>
  criteria.filter((one) => (assessment[one]?.met ?? null) === null)

/** Points of the checklist that speak against the visit. */
export const failedCriteria = (assessment: Assessment): readonly Criterion[] =>
  criteria.filter((one) => assessment[one]?.met === false)
