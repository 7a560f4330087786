import { expect, test } from 'vitest'
import type { Holiday } from '../../../src-core/courses/holiday.ts'
import { isFree } from '../../../src-core/courses/index.ts'
import { openTestAcademy, type TestAcademy } from '../academy.ts'
import { refusal } from './small-catalogue.ts'

type Year = {
  readonly holidays: readonly Holiday[]
  readonly missingFixedDays: number
  readonly years: readonly { year: number; days: number }[]
}

const ofYear = (academy: TestAcademy, year: number): Promise<Year> => academy.run('courses.holidaysOfYear', { year })

const day = (date: string, name: string, rest: object = {}) => ({
  from: date,
  to: date,
  name,
  nameEn: null,
  kind: 'religious',
  half: 'none',
  announced: true,
  ...rest,
})

test('the fixed days of a year are entered once: seven days and the afternoon of 28 October', async () => {
  const academy = await openTestAcademy()
  const first: { ids: string[] } = await academy.run('courses.copyFixedDays', { year: 2031 }, { as: ['TO'] })
  const second: { ids: string[] } = await academy.run('courses.copyFixedDays', { year: 2031 }, { as: ['TO'] })
  expect([first.ids.length, second.ids.length]).toEqual([8, 0])
  const { holidays, missingFixedDays } = await ofYear(academy, 2031)
  expect(holidays.map((holiday) => `${holiday.date} ${holiday.half}`)).toEqual([
    '2031-01-01 none',
    '2031-04-23 none',
    '2031-05-01 none',
    '2031-05-19 none',
    '2031-07-15 none',
    '2031-08-30 none',
    '2031-10-28 pm',
    '2031-10-29 none',
  ])
  expect(missingFixedDays).toBe(0)
})

test('a feast day on a national day does not stand in the way of copying the national day', async () => {
  const academy = await openTestAcademy()
  await academy.run('courses.addHolidays', day('2027-05-19', 'Kurban Bayramı 4. Gün'))
  await academy.run('courses.copyFixedDays', { year: 2027 })
  const { holidays } = await ofYear(academy, 2027)
  expect(holidays.filter((holiday) => holiday.date === '2027-05-19').map((holiday) => holiday.kind)).toEqual([
    'public',
    'religious',
  ])
})

test('two holidays may share a date, the same holiday may not', async () => {
  const academy = await openTestAcademy()
  await academy.run('courses.copyFixedDays', { year: 2029 })
  await academy.run('courses.addHolidays', day('2029-04-23', 'Kurban Bayramı Arifesi', { half: 'pm' }))
  const again = day('2029-04-23', 'KURBAN BAYRAMI ARİFESİ', { half: 'none' })
  expect(await refusal(academy.run('courses.addHolidays', again))).toBe('holidayTwice')
  const { holidays } = await ofYear(academy, 2029)
  expect(isFree('2029-04-23', 'am', holidays)).toBe(true)
})

test('administrative leave over a week enters the working days of it', async () => {
  const academy = await openTestAcademy()
  const leave = {
    kind: 'administrativeLeave',
    name: 'İdari izin',
    from: '2026-05-21',
    to: '2026-05-26',
    skipWeekends: true,
  }
  await academy.run('courses.addHolidays', { ...day('', ''), ...leave })
  const { holidays } = await ofYear(academy, 2026)
  expect(holidays.map((holiday) => holiday.date)).toEqual(['2026-05-21', '2026-05-22', '2026-05-25', '2026-05-26'])
})

test('a span that runs backwards, covers nothing, or lasts for years is refused', async () => {
  const academy = await openTestAcademy()
  const add = (from: string, to: string, skipWeekends = false) =>
    refusal(academy.run('courses.addHolidays', { ...day(from, 'İzin'), to, skipWeekends }))
  expect(await add('2026-05-02', '2026-05-01')).toBe('spanReversed')
  expect(await add('2026-05-02', '2026-05-03', true)).toBe('spanHasNoDay')
  expect(await add('2026-05-02', '2028-05-03')).toBe('spanTooLong')
  expect(await add('2026-02-30', '2026-03-01')).toBe('INVALID_INPUT')
})

test('a calculated date is marked as announced when the calendar is published', async () => {
  const academy = await openTestAcademy()
  const { ids }: { ids: string[] } = await academy.run(
    'courses.addHolidays',
    day('2028-02-26', 'Ramazan Bayramı 1. Gün', { announced: false }),
  )
  await academy.run('courses.markAnnounced', { ids, announced: true })
  expect((await ofYear(academy, 2028)).holidays[0]?.announced).toBe(true)
})

test('a holiday moved by a day is free on its new day and worked on its old one', async () => {
  const academy = await openTestAcademy()
  const { ids }: { ids: string[] } = await academy.run('courses.addHolidays', day('2028-02-28', 'Bayram'))
  await academy.run('courses.changeHoliday', { id: ids[0], rowVersion: 1, fields: { date: '2028-02-29', half: 'am' } })
  const { holidays } = await ofYear(academy, 2028)
  expect(isFree('2028-02-28', 'am', holidays)).toBe(false)
  expect([isFree('2028-02-29', 'am', holidays), isFree('2028-02-29', 'pm', holidays)]).toEqual([true, false])
})

test('a removed holiday comes back unless it was entered again meanwhile', async () => {
  const academy = await openTestAcademy()
  const { ids }: { ids: string[] } = await academy.run('courses.addHolidays', day('2028-02-26', 'Bayram'))
  await academy.run('courses.removeHolidays', { ids })
  expect((await ofYear(academy, 2028)).holidays).toEqual([])
  await academy.run('courses.restoreHolidays', { ids })
  expect((await ofYear(academy, 2028)).holidays).toHaveLength(1)
  await academy.run('courses.removeHolidays', { ids })
  await academy.run('courses.addHolidays', day('2028-02-26', 'Bayram'))
  expect(await refusal(academy.run('courses.restoreHolidays', { ids }))).toBe('holidayTwice')
})

test('holidays are found in any spelling and sorted by date', async () => {
  const academy = await openTestAcademy()
  await academy.run('courses.copyFixedDays', { year: 2028 })
  const page: { rows: Holiday[] } = await academy.run('courses.listHolidays', {
    search: 'cocuk BAYRAMI',
    sort: [{ column: 'date' }],
  })
  expect(page.rows.map((row) => row.date)).toEqual(['2028-04-23'])
})
