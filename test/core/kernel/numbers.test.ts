import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney, formatNumber, formatPercent, numberStyle, parseNumber } from '../../../src-core/kernel/numbers.ts'

const number = (value: number, ambiguous = false) => ({ kind: 'number', value, ambiguous })

describe('writing numbers', () => {
  test('numbers, money and percentages are written the Turkish way', () => {
    expect(formatNumber(1234567.891)).toBe('1.234.567,891')
    expect(formatNumber(12, 2)).toBe('12,00')
    expect(formatMoney(123450)).toBe('1.234,50 ₺')
    expect(formatMoney(-5)).toBe('-0,05 ₺')
    expect(formatPercent(0.857)).toBe('%85,7')
    expect(formatPercent(1)).toBe('%100')
    expect(formatPercent(-0.00001)).toBe('%0')
  })

  test('and the English way when asked', () => {
    expect(formatNumber(1234.5, undefined, 'en')).toBe('1,234.5')
    expect(formatMoney(123450, 'en')).toBe('1,234.50 ₺')
    expect(formatPercent(0.857, 1, 'en')).toBe('85.7%')
  })
})

describe('reading numbers', () => {
  test.each([
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['15.519.267', 15519267],
    ['1,234,567', 1234567],
    ['52,50', 52.5],
    ['52.5', 52.5],
    ['0,461', 0.461],
    ['0.461', 0.461],
    ['12345', 12345],
    ['-3', -3],
    ['−3,5', -3.5],
    ['+7', 7],
    ['(1.250,00)', -1250],
    ['1.234,50 ₺', 1234.5],
    ['1.234,50 TL', 1234.5],
    ['₺1.234,50', 1234.5],
    ['1 234,50', 1234.5],
    ['1\u00a0234\u00a0567', 1234567],
    ["1'234.50", 1234.5],
    ['%85,7', 0.857],
    ['85.7%', 0.857],
    ['% 50', 0.5],
    [',5', 0.5],
    ['1E+05', 100000],
    ['  42 ', 42],
    ['007', 7],
  ])('%s is %d', (text, value) => expect(parseNumber(text)).toEqual(number(value)))

  test.each(['', '  ', '\u00a0'])('%j is empty', (text) => expect(parseNumber(text)).toEqual({ kind: 'empty' }))

  test.each([
    'iki',
    '1.23.456',
    '12,34,567',
    '1,2,3',
    '3 gün',
    '1-2',
    '--3',
    '%5%',
    '1.234,5.6',
    '20 to 40',
    '12.',
    '(',
    '1e999x',
    '1e999',
  ])('%s is not understood', (text) => expect(parseNumber(text)).toEqual({ kind: 'wrong', text }))

  test('what only the column can decide is said to be ambiguous and read the Turkish way', () => {
    expect(parseNumber('5.461')).toEqual(number(5461, true))
    expect(parseNumber('5,461')).toEqual(number(5.461, true))
    expect(parseNumber('5.461', 'tr')).toEqual(number(5461))
    expect(parseNumber('5.461', 'en')).toEqual(number(5.461))
    expect(parseNumber('5.461', 'mixed')).toEqual(number(5461, true))
  })

  test('the column of areas in the table of provinces is in thousands', () => {
    expect(numberStyle(['5.461', '13.960', '10.813', '798', '4.179'])).toBe('tr')
    expect(numberStyle(['2.841,83', '63,57'])).toBe('tr')
    expect(numberStyle(['5.461', '2.5'])).toBe('en')
    expect(numberStyle(['5.461', '13.960'])).toBe('unknown')
    expect(numberStyle(['1.234,5', '1,234.5'])).toBe('mixed')
    expect(numberStyle([5, null, 'metin', '7'])).toBe('unknown')
  })

  test('cells that are no text', () => {
    expect(parseNumber(3.5)).toEqual(number(3.5))
    expect(parseNumber(null)).toEqual({ kind: 'empty' })
    expect(parseNumber(true)).toEqual({ kind: 'wrong', text: 'true' })
    expect(parseNumber({ error: '#N/A' })).toEqual({ kind: 'wrong', text: '#N/A' })
    expect(parseNumber({ iso: '1900-01-05', serial: 5 })).toEqual({ kind: 'wrong', text: '1900-01-05' })
    expect(parseNumber(Number.POSITIVE_INFINITY)).toMatchObject({ kind: 'wrong' })
  })

  test('what we write we read back, in a column of its own style', () => {
    const value = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 100)
    fc.assert(
      fc.property(value, fc.constantFrom('tr' as const, 'en' as const), (n, language) => {
        expect(parseNumber(formatNumber(n, 2, language), language)).toEqual(number(n === 0 ? 0 : n))
        expect(parseNumber(formatMoney(Math.round(n * 100), language), language)).toEqual(number(n === 0 ? 0 : n))
      }),
    )
  })

  test('no text breaks it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+%() ₺eE') }), (text) => {
        const parsed = parseNumber(text)
        return parsed.kind !== 'number' || Number.isFinite(parsed.value)
      }),
    )
  })
})
