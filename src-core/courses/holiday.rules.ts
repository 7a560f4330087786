import { fold } from '../kernel/turkish.ts'
import { daysFrom, weekdayOf } from './days.ts'
import type { HolidayFields } from './holiday.ts'

/**
 * National days of fixed date (Law 2429, article 1, and its later additions). Republic Day begins on 28 October at
 * 13:00, so that afternoon is free.
 */
const fixedDays = [
  { monthDay: '01-01', half: 'none', name: 'Yılbaşı', nameEn: "New Year's Day" },
  {
    monthDay: '04-23',
    half: 'none',
    name: 'Ulusal Egemenlik ve Çocuk Bayramı',
    nameEn: "National Sovereignty and Children's Day",
  },
  { monthDay: '05-01', half: 'none', name: 'Emek ve Dayanışma Günü', nameEn: 'Labour and Solidarity Day' },
  {
    monthDay: '05-19',
    half: 'none',
    name: "Atatürk'ü Anma, Gençlik ve Spor Bayramı",
    nameEn: 'Commemoration of Atatürk, Youth and Sports Day',
  },
  {
    monthDay: '07-15',
    half: 'none',
    name: 'Demokrasi ve Millî Birlik Günü',
    nameEn: 'Democracy and National Unity Day',
  },
  { monthDay: '08-30', half: 'none', name: 'Zafer Bayramı', nameEn: 'Victory Day' },
  { monthDay: '10-28', half: 'pm', name: 'Cumhuriyet Bayramı Arifesi', nameEn: 'Republic Day Eve' },
  { monthDay: '10-29', half: 'none', name: 'Cumhuriyet Bayramı', nameEn: 'Republic Day' },
] as const

/** The fixed national days of a year. */
export const fixedDaysOf = (year: number): readonly HolidayFields[] =>
  fixedDays.map(({ monthDay, ...day }) => ({
    ...day,
    date: `${year}-${monthDay}`,
    kind: 'public' as const,
    announced: true,
  }))

/** Those of the fixed days that a year still lacks: a public holiday on that date counts as entered, whatever its name. */
export const missingFixedDays = (year: number, entered: readonly HolidayFields[]): readonly HolidayFields[] =>
  fixedDaysOf(year).filter((day) => !entered.some((own) => own.kind === 'public' && own.date === day.date))

/**
 * Whether two entries say the same: one date, one kind, one name, and halves that overlap. Different holidays may share
 * a date (23.04.2029 is a national day and the eve of a feast).
 */
export const sameHoliday = (a: HolidayFields, b: HolidayFields): boolean =>
  a.date === b.date &&
  a.kind === b.kind &&
  fold(a.name) === fold(b.name) &&
  (a.half === b.half || a.half === 'none' || b.half === 'none')

/** One entry a day over a span; Saturdays and Sundays are left out on request, since they are free anyway. */
export function holidaysOver(
  span: { readonly from: string; readonly to: string; readonly skipWeekends: boolean },
  fields: Omit<HolidayFields, 'date'>,
): readonly HolidayFields[] {
  const days: HolidayFields[] = []
  for (const date of daysFrom(span.from, span.to)) {
    if (!span.skipWeekends || weekdayOf(date) < 6) days.push({ ...fields, date })
  }
  return days
}
