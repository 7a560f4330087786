import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ibanText, isIban, maskIban } from '../../../src-core/courses/iban.ts'

const known = ['TR33 0006 1005 1978 6457 8413 26', 'GB82 WEST 1234 5698 7654 32', 'DE89370400440532013000']

test('published examples pass, with or without spaces and in small letters', () => {
  for (const iban of known) {
    expect(isIban(iban)).toBe(true)
    expect(isIban(iban.toLowerCase())).toBe(true)
  }
})

test('a Turkish account of the wrong length is refused', () => {
  expect(isIban('TR330006100519786457841')).toBe(false)
  expect(isIban('')).toBe(false)
  expect(isIban('33 0006 1005')).toBe(false)
})

test('one wrong digit never passes', () => {
  const iban = ibanText(known[0] ?? '')
  fc.assert(
    fc.property(fc.integer({ min: 2, max: iban.length - 1 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digit = (Number(iban[at]) + by) % 10
      expect(isIban(iban.slice(0, at) + digit + iban.slice(at + 1))).toBe(false)
    }),
  )
})

test('the mask shows country, check digits and the end only', () => {
  expect(maskIban(ibanText(known[0] ?? ''))).toBe('TR33 **** 1326')
})
