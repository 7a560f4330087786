import { daysFrom } from '../../src-core/courses/days.ts'
import { type DayHalf, dayHalves, workingHalfDays } from '../../src-core/courses/working-days.rules.ts'
import type { Place, PlacingProblem, TimeSpan } from '../../src-core/delivery/placing/placing.ts'

/** The working days of a problem as slots: two to a day, of which a half that is free has none to give. */
export type Calendar = {
  readonly dates: readonly string[]
  readonly slots: number
  readonly works: Uint8Array
  /** First slot of the day, or −1 for a day without work. */
  dayOf(date: string): number
  /** The slot a place begins at, or −1 where nobody works on that day. */
  slotOf(place: Pick<Place, 'date' | 'half'>): number
  /** Where a session that begins at the slot is held. */
  whenOf(slot: number, halfDays: number): Pick<Place, 'date' | 'half'>
  /** Marks every slot of the spans in `mask` with `value`. */
  mark(mask: Uint8Array, offset: number, spans: Iterable<TimeSpan>, value: 0 | 1): void
}

const halfAt = (slot: number): DayHalf => dayHalves[slot % 2] as DayHalf

/** Days on which nobody works have no slots, unless a session is pinned there. */
export function calendarOf(problem: PlacingProblem): Calendar {
  const working = workingHalfDays(problem.from, problem.to, problem.holidays)
  const pinned = problem.trainings.flatMap(({ sessions }) => sessions).flatMap((one) => one.pinned?.date ?? [])
  const known = new Set([...working.map(({ date }) => date), ...pinned])
  const dates = [...known].sort()
  const days = new Map(dates.map((date, day) => [date, day]))
  const works = new Uint8Array(dates.length * 2)
  for (const { date, half } of working) works[(days.get(date) ?? 0) * 2 + (half === 'pm' ? 1 : 0)] = 1
  const dayOf = (date: string): number => days.get(date) ?? -1
  return {
    dates,
    slots: dates.length * 2,
    works,
    dayOf,
    slotOf: ({ date, half }) => {
      const day = dayOf(date)
      return day < 0 ? -1 : day * 2 + (half === 'pm' ? 1 : 0)
    },
    whenOf: (slot, halfDays) => ({
      date: dates[slot >> 1] as string,
      half: halfDays === 2 ? 'none' : halfAt(slot),
    }),
    mark: (mask, offset, spans, value) => {
      for (const { from, to, half } of spans) {
        const [first = from, last = to] = [[from, problem.from].toSorted()[1], [to, problem.to].toSorted()[0]]
        for (const date of daysFrom(first, last)) {
          const day = dayOf(date)
          if (day < 0) continue
          if (half !== 'pm') mask[offset + day * 2] = value
          if (half !== 'am') mask[offset + day * 2 + 1] = value
        }
      }
    },
  }
}
