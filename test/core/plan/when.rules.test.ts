import { describe, expect, it } from 'vitest'
import { currencyIn, parseDuration, parseFee, withoutOwnNumber } from '../../../src-core/plan/foreign-cells.rules.ts'
import { parseWhen } from '../../../src-core/plan/when.rules.ts'

const month = (number: number, rest: object = {}) => ({
  kind: 'month',
  month: number,
  year: null,
  days: null,
  through: null,
  ...rest,
})

describe('the time of a training in a foreign plan', () => {
  it.each([
    ['10-15 August', month(8, { days: 4 })],
    ['Aug,2024', month(8, { year: 2024 })],
    ['30 Mar-03 Apr 2026', month(3, { year: 2026, days: 5, through: 4 })],
    ['30 Mart 2026 – 3 Nisan 2026', month(3, { year: 2026, days: 5, through: 4 })],
    ['Mart', month(3)],
    ['Şubat 2027', month(2, { year: 2027 })],
    ['Mart-Nisan', month(3, { through: 4 })],
    ['August 10-15, 2027', month(8, { year: 2027, days: 4 })],
    ['12.03.2027', month(3, { year: 2027, days: 1 })],
    ['10-12.03.2027', month(3, { year: 2027, days: 3 })],
    ['26.02 - 02.03.2027', month(2, { year: 2027, days: 3, through: 3 })],
    ['15 Ocak', month(1, { days: 1 })],
    ['7', month(7)],
    ['5 Days', { kind: 'duration', days: 5 }],
    ['2 hafta', { kind: 'duration', days: 10 }],
    ['Q3', { kind: 'quarter', quarter: 3, year: null }],
    ['III. çeyrek', { kind: 'quarter', quarter: 3, year: null }],
    ['2027 Q2', { kind: 'quarter', quarter: 2, year: 2027 }],
    ['TBD', { kind: 'open' }],
    ['belli değil', { kind: 'open' }],
    ['2027', { kind: 'open' }],
    ['31 Şubat', { kind: 'wrong' }],
    ['15-10 August', { kind: 'wrong' }],
    ['bahar', { kind: 'wrong' }],
    ['', { kind: 'empty' }],
  ])('%s', (text, found) => {
    expect(parseWhen(text, 2027)).toEqual(found)
  })

  it('is read from date cells and month numbers', () => {
    expect(parseWhen({ iso: '2027-05-06', serial: 46513 }, 2027)).toEqual(month(5, { year: 2027, days: 1 }))
    expect(parseWhen(11, 2027)).toEqual(month(11))
    expect(parseWhen(null, 2027)).toEqual({ kind: 'empty' })
  })
})

describe('money of a foreign plan', () => {
  it.each([
    ['1,500 USD', 1500, 'USD', false],
    ['€ 900', 900, 'EUR', false],
    ['12.000 TL', 12_000, 'TRY', false],
    ['$250 per person', 250, 'USD', true],
    ['kişi başı 1.250,50 ₺', 1250.5, 'TRY', true],
    ['ücretsiz', 0, 'TRY', false],
    ['4500', 4500, null, false],
  ])('%s', (text, amount, currency, perPerson) => {
    expect(parseFee(text, 'unknown')).toEqual({ kind: 'amount', amount, currency, perPerson })
  })

  it('is not guessed from words, two currencies or a negative number', () => {
    for (const text of ['TBD', '100 USD / 90 EUR', 'pahalı', '-5 TL']) {
      expect(parseFee(text, 'unknown')).toEqual({ kind: 'wrong' })
    }
    expect(currencyIn('Fee (USD/EUR)')).toBe('several')
  })
})

it('tells days, weeks and hours of a duration apart', () => {
  expect(parseDuration('5 Days', 'hours')).toEqual({ kind: 'hours', hours: 30, days: 5 })
  expect(parseDuration('12 saat', 'days')).toEqual({ kind: 'hours', hours: 12, days: null })
  expect(parseDuration(2, 'days')).toEqual({ kind: 'hours', hours: 12, days: 2 })
  expect(parseDuration('1 hafta', 'hours')).toEqual({ kind: 'hours', hours: 30, days: 5 })
  expect(parseDuration('uzun', 'hours')).toEqual({ kind: 'wrong' })
})

it('takes off the number a list gave a title, and never a number that belongs to it', () => {
  expect(withoutOwnNumber('1.2 Excel')).toBe('Excel')
  expect(withoutOwnNumber('3) Etik İlkeler')).toBe('Etik İlkeler')
  expect(withoutOwnNumber('A. Yönetim Becerileri')).toBe('Yönetim Becerileri')
  expect(withoutOwnNumber('iv. Risk')).toBe('iv. Risk')
  expect(withoutOwnNumber('IV. Risk')).toBe('Risk')
  for (const title of [
    '5018 Sayılı Kanun',
    '3D Modelleme',
    '5S Eğitimi',
    '5-10 Yaş Çocuklarla İletişim',
    'Excel 2.0',
  ]) {
    expect(withoutOwnNumber(title)).toBe(title)
  }
})
