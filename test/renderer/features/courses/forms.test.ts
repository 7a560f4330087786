import { expect, test } from 'vitest'
import { monthName, weekdayNames } from '../../../../src-renderer/features/courses/calendar-words.ts'
import {
  holidayName,
  holidayProblems,
  holidaySpan,
  newHoliday,
} from '../../../../src-renderer/features/courses/holiday-form.ts'
import { asksPermission, newProvider, providerFields } from '../../../../src-renderer/features/courses/provider-form.ts'
import { newRoom, roomFields, roomProblems } from '../../../../src-renderer/features/courses/room-form.ts'
import { newTrainer, trainerProblems } from '../../../../src-renderer/features/courses/trainer-form.ts'

const room = { ...newRoom, code: 'D-1', name: 'Mavi Salon', venue: 'Merkez', capacity: 20 }

test('hours are understood as typed, and said where they are not', () => {
  expect(roomFields({ ...room, bookableFrom: '9', bookableTo: '17.30' })).toMatchObject({
    bookableFrom: 540,
    bookableTo: 1050,
  })
  expect(Object.keys(roomProblems({ ...room, bookableFrom: 'sabah' }))).toEqual(['bookableFrom'])
  expect(roomProblems({ ...room, bookableFrom: '18:00', bookableTo: '09:00' })).toEqual({
    bookableTo: { key: 'courses:errors.rule.roomHoursReversed' },
  })
})

test('an internal trainer must be somebody, others must have a name', () => {
  expect(Object.keys(trainerProblems(newTrainer))).toEqual(['personId'])
  expect(trainerProblems({ ...newTrainer, personId: 'a' })).toEqual({})
  expect(Object.keys(trainerProblems({ ...newTrainer, kind: 'freelance' }))).toEqual(['name'])
})

test('a contact left empty is no contact', () => {
  const fields = providerFields({ ...newProvider, name: 'Kent Vakfı' })
  expect(fields.contacts).toEqual([])
  expect([asksPermission('foundation'), asksPermission('union'), asksPermission(null)]).toEqual([true, false, false])
})

test('a holiday without an end is one day, and weekends count only over a span', () => {
  const one = newHoliday('2027-05-21', 'İdari izin')
  expect(holidaySpan(one)).toMatchObject({ from: '2027-05-21', to: '2027-05-21', skipWeekends: false })
  expect(holidaySpan({ ...one, to: '2027-05-25' })).toMatchObject({ to: '2027-05-25', skipWeekends: true })
  expect(Object.keys(holidayProblems({ ...one, to: '2027-05-20' }))).toEqual(['to'])
  expect(Object.keys(holidayProblems({ ...one, date: null }))).toEqual(['date'])
})

test('holidays bear their English name in English, where they have one', () => {
  const day = { name: 'Zafer Bayramı', nameEn: 'Victory Day' }
  expect([holidayName(day, 'tr'), holidayName(day, 'en'), holidayName({ ...day, nameEn: null }, 'en')]).toEqual([
    'Zafer Bayramı',
    'Victory Day',
    'Zafer Bayramı',
  ])
})

test('the week begins on Monday in both languages', () => {
  expect(weekdayNames('tr')[0]).toEqual({ short: 'Pzt', long: 'Pazartesi' })
  expect(weekdayNames('en')[6]?.long).toBe('Sunday')
  expect(monthName('2027-08-01', 'tr')).toBe('Ağustos')
})
