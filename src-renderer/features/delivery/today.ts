import { istanbulDate } from '../../../src-core/kernel/dates.ts'
import { isPlaced, type Schedule } from './schedule.ts'

/** Today when it lies in the year and something comes after it; else the first day on which something is held. */
export function firstDayOf(year: number, schedule: Schedule | undefined): string {
  const today = istanbulDate(Date.now())
  const held = (schedule?.sessions ?? []).filter(isPlaced).map(({ date }) => date)
  const coming = held.filter((date) => date >= today).sort()[0]
  if (today.startsWith(String(year)) && coming) return coming
  return held.sort()[0] ?? `${year}-01-01`
}
