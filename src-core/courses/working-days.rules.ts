import { daysFrom, weekdayOf } from './days.ts'

/** Half a working day; sessions, holidays and availability are all counted in these. */
export const dayHalves = ['am', 'pm'] as const

export type DayHalf = (typeof dayHalves)[number]

/** What of a holiday decides about work: `none` frees the whole day, `am` or `pm` that half only. */
export type FreeTime = { readonly date: string; readonly half: 'none' | DayHalf }

export type HalfDay = { readonly date: string; readonly half: DayHalf }

const saturday = 6

/**
 * Whether nobody works in that half of the day: Saturday, Sunday, or a holiday that covers it. Several holidays may fall
 * on one date; each frees what it frees (19.05.2027 is a national day and the fourth day of the Feast of Sacrifice).
 */
export function isFree(date: string, half: DayHalf, holidays: Iterable<FreeTime>): boolean {
  if (weekdayOf(date) >= saturday) return true
  for (const holiday of holidays) {
    if (holiday.date === date && (holiday.half === 'none' || holiday.half === half)) return true
  }
  return false
}

/** Every half day on which work is done from `from` to `to`, both included, in order. */
export function workingHalfDays(from: string, to: string, holidays: Iterable<FreeTime>): readonly HalfDay[] {
  const byDate = Map.groupBy(holidays, (holiday) => holiday.date)
  const working: HalfDay[] = []
  for (const date of daysFrom(from, to)) {
    const ofDay = byDate.get(date) ?? []
    for (const half of dayHalves) if (!isFree(date, half, ofDay)) working.push({ date, half })
  }
  return working
}
