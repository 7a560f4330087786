import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayCount, daysFrom, monthSpan, weekdayOf } from '../../../src-core/courses/days.ts'

test('days are counted over month ends, leap days and years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  expect(dayCount('2027-01-01', '2027-12-31')).toBe(365)
  expect(dayCount('2027-01-02', '2027-01-01')).toBe(0)
  expect([...daysFrom('2027-02-27', '2027-03-01')]).toEqual(['2027-02-27', '2027-02-28', '2027-03-01'])
})

test('the week begins on Monday', () => {
  expect(['2026-12-14', '2026-12-18', '2026-12-19', '2026-12-20'].map(weekdayOf)).toEqual([1, 5, 6, 7])
})

test('a month knows its last day', () => {
  expect(monthSpan(2028, 2)).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(monthSpan(2027, 12)).toEqual({ from: '2027-12-01', to: '2027-12-31' })
})

test('going forth and back over any number of days ends where it began, and weekdays follow one another', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), (date, count) => {
      const from = date.toISOString().slice(0, 10)
      expect(addDays(addDays(from, count), -count)).toBe(from)
      expect(weekdayOf(addDays(from, 1))).toBe((weekdayOf(from) % 7) + 1)
    }),
  )
})
