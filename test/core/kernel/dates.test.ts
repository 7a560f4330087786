import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  closingInstant,
  dateHints,
  formatDate,
  formatInstant,
  formatLongDate,
  istanbulDate,
  parseDate,
} from '../../../src-core/kernel/dates.ts'

const date = (iso: string) => ({ kind: 'date', iso })

describe('writing dates', () => {
  test('dates are written with two digits a day and month, or with the name of the month', () => {
    expect(formatDate('2025-12-31')).toBe('31.12.2025')
    expect(formatDate('2026-03-09T10:00:00')).toBe('09.03.2026')
    expect(formatLongDate('2026-03-09')).toBe('9 Mart 2026')
    expect(formatLongDate('2026-03-09', 'en')).toBe('9 March 2026')
  })
})

describe('reading dates', () => {
  test.each([
    ['09.03.2026', '2026-03-09'],
    ['9.3.26', '2026-03-09'],
    ['09/03/2026', '2026-03-09'],
    ['09-03-2026', '2026-03-09'],
    ['9 . 3 . 2026', '2026-03-09'],
    ['9 Mart 2026', '2026-03-09'],
    ['09 MART 2026 Pazartesi', '2026-03-09'],
    ['09.03.2026 Pazartesi', '2026-03-09'],
    ['Monday, 9 March 2026', '2026-03-09'],
    ['March 9, 2026', '2026-03-09'],
    ['9th March 2026', '2026-03-09'],
    ['09-Mar-26', '2026-03-09'],
    ['1 Ağustos 2026', '2026-08-01'],
    ['1 AĞUSTOS 2026', '2026-08-01'],
    ['15 ŞUBAT 2026', '2026-02-15'],
    ['2026-03-09', '2026-03-09'],
    ['2026-03-09T14:30:00Z', '2026-03-09'],
    ['2026/3/9', '2026-03-09'],
    ['09.03.2026 14:30', '2026-03-09'],
    ['09.03.2026 14.30', '2026-03-09'],
    ['20260309', '2026-03-09'],
    ['46090', '2026-03-09'],
    ['31.12.1985', '1985-12-31'],
    ['31.12.85', '1985-12-31'],
    ['\u00a009.03.2026\u00a0', '2026-03-09'],
    ['12/31/2026', '2026-12-31'],
    ['29.02.2024', '2024-02-29'],
  ])('%s is %s', (text, iso) => expect(parseDate(text)).toEqual(date(iso)))

  test.each([
    '29.02.2026',
    '31.04.2026',
    '00.01.2026',
    '13.13.2026',
    'yakında',
    'Mart ayı',
    '5',
    '9 Marz 2026',
    '?',
    'Pazartesi',
  ])('%s is not understood', (text) => expect(parseDate(text)).toEqual({ kind: 'wrong', text }))

  test('numbers are Excel serials, or a compact date, or nothing', () => {
    expect(parseDate(46090)).toEqual(date('2026-03-09'))
    expect(parseDate(46090.75)).toEqual(date('2026-03-09'))
    expect(parseDate(20260309)).toEqual(date('2026-03-09'))
    expect(parseDate(5)).toEqual({ kind: 'wrong', text: '5' })
    expect(parseDate(1e9)).toEqual({ kind: 'wrong', text: '1000000000' })
    expect(parseDate(-1)).toEqual({ kind: 'wrong', text: '-1' })
    expect(parseDate(Number.NaN)).toEqual({ kind: 'wrong', text: 'NaN' })
  })

  test('empty cells are empty, other cells are wrong', () => {
    for (const cell of [null, '', '  ', '\u00a0']) expect(parseDate(cell)).toEqual({ kind: 'empty' })
    expect(parseDate(true)).toEqual({ kind: 'wrong', text: 'true' })
    expect(parseDate({ error: '#REF!' })).toEqual({ kind: 'wrong', text: '#REF!' })
  })

  test('a year typed into a date cell is that year, not a day of 1905', () => {
    const cell = { iso: '1905-07-17', serial: 2025 }
    expect(parseDate(cell)).toEqual({ kind: 'year', year: 2025, typedAsDate: true })
    expect(parseDate(cell, dateHints([cell, { iso: '2026-03-09', serial: 46090 }, null]))).toMatchObject({ year: 2025 })
    expect(parseDate(2025)).toEqual({ kind: 'year', year: 2025, typedAsDate: false })
    expect(parseDate('2025 yılı')).toEqual({ kind: 'year', year: 2025, typedAsDate: false })
  })

  test('a column of dates around 1905 keeps them', () => {
    const old = { iso: '1904-03-02', serial: 1523 }
    expect(parseDate({ iso: '1905-07-17', serial: 2025 }, dateHints([old]))).toEqual(date('1905-07-17'))
  })

  test('the column decides between day first and month first', () => {
    expect(parseDate('03/05/2026', dateHints(['03/05/2026', '12/31/2026']))).toEqual(date('2026-03-05'))
    expect(parseDate('03/05/2026', dateHints(['03/05/2026', '31/12/2026']))).toEqual(date('2026-05-03'))
    expect(parseDate('03/05/2026', dateHints(['03/05/2026']))).toEqual(date('2026-05-03'))
  })

  test('a column that mixes both orders leaves only the unclear dates open', () => {
    const hints = dateHints(['31.12.2026', '12/31/2026', null, 7, '03.05.2026'])
    expect(hints.order).toBe('mixed')
    expect(parseDate('03.05.2026', hints)).toEqual({
      kind: 'ambiguous',
      dayFirst: '2026-05-03',
      monthFirst: '2026-03-05',
    })
    expect(parseDate('05.05.2026', hints)).toEqual(date('2026-05-05'))
    expect(parseDate('31.12.2026', hints)).toEqual(date('2026-12-31'))
    expect(parseDate('12/31/2026', hints)).toEqual(date('2026-12-31'))
  })

  test('every day comes back from each way of writing it', () => {
    const day = fc.integer({ min: 7306, max: 91312 })
    fc.assert(
      fc.property(day, (serial) => {
        const iso = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
        for (const cell of [
          serial,
          { iso, serial },
          iso,
          formatDate(iso),
          formatLongDate(iso),
          formatLongDate(iso, 'en'),
        ])
          expect(parseDate(cell)).toEqual(date(iso))
      }),
    )
  })

  test('no text breaks it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parseDate(text).kind === 'string'))
  })
})

describe('Istanbul time', () => {
  test('a day closes at the last millisecond of Istanbul', () => {
    expect(closingInstant('2027-01-31')).toBe('2027-01-31T20:59:59.999Z')
    expect(closingInstant('2015-01-31')).toBe('2015-01-31T21:59:59.999Z')
    expect(closingInstant('2015-07-31')).toBe('2015-07-31T20:59:59.999Z')
    expect(() => closingInstant('31.01.2027')).toThrow(RangeError)
  })

  test('the closing instant is still that day and the next millisecond is not', () => {
    const days = fc.integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2060, 0, 1) / 86_400_000 })
    fc.assert(
      fc.property(days, (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
        const closing = closingInstant(iso)
        expect(istanbulDate(closing)).toBe(iso)
        expect(istanbulDate(Date.parse(closing) + 1) > iso).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('instants are shown in Istanbul time', () => {
    expect(formatInstant('2027-01-31T20:59:59.999Z')).toBe('31.01.2027 23:59')
    expect(formatInstant('2026-12-31T21:00:00Z')).toBe('01.01.2027 00:00')
    expect(istanbulDate('2026-12-31T21:00:00Z')).toBe('2027-01-01')
  })
})
