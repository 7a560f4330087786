import type { ProgrammeItem } from '../../../src-core/delegations/programme.ts'
import { daysAfter } from '../../../src-core/delegations/request.rules.ts'

/** Minutes of a row of the grid. */
export const step = 30

/** Pixels of a row. */
export const rowHeight = 26

export const firstMinute = 7 * 60

export const lastMinute = 22 * 60

const longest = 31

/** The days of the grid: those of the delegation, and any other that an item stands on. */
export function gridDays(fromDate: string, toDate: string, items: readonly ProgrammeItem[]): readonly string[] {
  const dates = items.map(({ date }) => date)
  const first = [fromDate, ...dates].sort()[0] ?? fromDate
  const last = [toDate, ...dates].sort().at(-1) ?? toDate
  const days: string[] = []
  for (let day = first; day <= last && days.length < longest; day = daysAfter(day, 1)) days.push(day)
  return days
}

export type Span = Pick<ProgrammeItem, 'date' | 'startMinute' | 'endMinute'>

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** The same span so many rows later, its length kept, inside the grid. */
export function moved({ date, startMinute, endMinute }: Span, minutes: number, days: number): Span {
  const length = endMinute - startMinute
  const start = clamp(startMinute + minutes, firstMinute, Math.max(firstMinute, lastMinute - length))
  return { date: days === 0 ? date : daysAfter(date, days), startMinute: start, endMinute: start + length }
}

/** The same span with another end, one row long at least. */
export const stretched = ({ date, startMinute, endMinute }: Span, minutes: number): Span => ({
  date,
  startMinute,
  endMinute: clamp(endMinute + minutes, startMinute + step, lastMinute),
})

/** Where a slot lies in its day, in pixels and in shares of the width. */
export function boxOf(item: Pick<ProgrammeItem, 'groupNo'> & Span, groups: number) {
  const lane = item.groupNo === 0 ? 0 : item.groupNo - 1
  const width = item.groupNo === 0 ? 100 : 100 / groups
  return {
    top: ((Math.max(item.startMinute, firstMinute) - firstMinute) / step) * rowHeight,
    height: Math.max(rowHeight, ((item.endMinute - Math.max(item.startMinute, firstMinute)) / step) * rowHeight) - 2,
    left: `calc(${lane * (100 / groups)}% + 1px)`,
    width: `calc(${width}% - 3px)`,
  }
}

/** `09:30` of minute 570. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
