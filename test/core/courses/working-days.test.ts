import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FreeTime, isFree, workingHalfDays } from '../../../src-core/courses/index.ts'

const holidays: readonly FreeTime[] = readFileSync('resources/sample/holidays-tr-2024-2030.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => ({ date: line.slice(0, 10), half: line.includes(',half_pm,') ? 'pm' : 'none' }))

const free = (date: string) => [isFree(date, 'am', holidays), isFree(date, 'pm', holidays)]

test('Saturdays and Sundays are free without being entered', () => {
  expect(isFree('2026-12-19', 'am', [])).toBe(true)
  expect(isFree('2026-12-20', 'pm', [])).toBe(true)
  expect(isFree('2026-12-21', 'am', [])).toBe(false)
})

test('the eve of a feast is free from noon on', () => {
  expect(free('2026-03-19')).toEqual([false, true])
  expect(free('2026-05-26')).toEqual([false, true])
})

test('the Monday after Ramadan Feast 2026 is worked, morning and afternoon', () => {
  expect(free('2026-03-23')).toEqual([false, false])
})

test('the afternoon of 28 October is free in every year', () => {
  for (const year of [2024, 2025, 2026, 2027, 2030]) expect(free(`${year}-10-28`)).toEqual([false, true])
})

test('15 July is a whole day', () => {
  expect(free('2026-07-15')).toEqual([true, true])
})

test('19.05.2027 carries two holidays and is free once', () => {
  expect(holidays.filter((holiday) => holiday.date === '2027-05-19')).toHaveLength(2)
  expect(free('2027-05-19')).toEqual([true, true])
  const without = holidays.filter((holiday, at) => holiday.date !== '2027-05-19' || at % 2 === 0)
  expect(isFree('2027-05-19', 'am', without)).toBe(true)
})

test('23.04.2029 is a national day and the eve of a feast: the whole day is free', () => {
  expect(
    holidays
      .filter((holiday) => holiday.date === '2029-04-23')
      .map((holiday) => holiday.half)
      .sort(),
  ).toEqual(['none', 'pm'])
  expect(free('2029-04-23')).toEqual([true, true])
})

test('the week of Ramadan Feast 2026 has three whole days and a morning of work', () => {
  expect(workingHalfDays('2026-03-16', '2026-03-22', holidays)).toEqual([
    ...['2026-03-16', '2026-03-17', '2026-03-18'].flatMap((date) => [
      { date, half: 'am' },
      { date, half: 'pm' },
    ]),
    { date: '2026-03-19', half: 'am' },
  ])
})

test('a half day is worked exactly when it is not free', () => {
  const date = fc
    .integer({ min: 0, max: 60 })
    .map((day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10))
  const half = fc.constantFrom('none', 'am', 'pm')
  fc.assert(
    fc.property(fc.array(fc.record({ date, half })), date, date, (list, from, to) => {
      const worked = workingHalfDays(from, to, list)
      for (const { date: day, half: part } of worked) expect(isFree(day, part, list)).toBe(false)
      const freed = workingHalfDays(from, to, []).filter((slot) => isFree(slot.date, slot.half, list))
      expect(worked.length + freed.length).toBe(workingHalfDays(from, to, []).length)
    }),
  )
})
