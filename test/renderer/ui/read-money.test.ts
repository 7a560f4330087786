import { expect, test } from 'vitest'
import { readMoney } from '../../../src-renderer/ui/form/read-money.ts'

const amount = (kurus: number) => ({ kind: 'amount', kurus })

test.each([
  ['15.000', 1_500_000],
  ['15.000,50', 1_500_050],
  ['15000,5', 1_500_050],
  ['15000.50', 1_500_050],
  ['1.234.567,89 ₺', 123_456_789],
  ['0', 0],
])('in Turkish %s is %i kuruş', (text, kurus) => {
  expect(readMoney(text, 'tr')).toEqual(amount(kurus))
})

test.each([
  ['15,000', 1_500_000],
  ['15,000.50', 1_500_050],
  ['15000.5', 1_500_050],
  ['15.000,50', 1_500_050],
])('in English %s is %i kuruş', (text, kurus) => {
  expect(readMoney(text, 'en')).toEqual(amount(kurus))
})

test.each([
  ['tr', '15,000'],
  ['en', '15.000'],
  ['tr', '12,345'],
  ['tr', '-5'],
  ['tr', '%5'],
  ['tr', 'on beş bin'],
  ['tr', '1e300'],
] as const)('in %s nobody guesses what %s was to be', (language, text) => {
  expect(readMoney(text, language)).toEqual({ kind: 'unread' })
})

test('an empty field is no amount', () => {
  expect(readMoney('  ', 'tr')).toEqual({ kind: 'empty' })
})
