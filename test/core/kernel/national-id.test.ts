import { describe, expect, test } from 'vitest'
import { isNationalId, maskNationalId } from '../../../src-core/kernel/national-id.ts'

describe('identity numbers', () => {
  test.each(['10000000146', '12345678950', '10562272296', '21221221272', '32600390014', '11111111110', '99000000110'])(
    '%s passes its check',
    (id) => expect(isNationalId(id)).toBe(true),
  )

  test.each(['12190709144', '12191609054', '14120009096'])('%s passes although its difference is negative', (id) =>
    expect(isNationalId(id)).toBe(true),
  )

  test.each(['11111111111', '01234567890', '9999999999', '80010112340', '1000000014a', '', ' 10000000146'])(
    '%j does not pass',
    (id) => expect(isNationalId(id)).toBe(false),
  )

  test('one wrong digit is noticed in every place', () => {
    const id = '32600390014'
    for (let at = 0; at < 11; at++) {
      for (let digit = 0; digit < 10; digit++) {
        if (String(digit) === id[at]) continue
        expect(isNationalId(id.slice(0, at) + digit + id.slice(at + 1))).toBe(false)
      }
    }
  })

  test('a masked number shows its first three and last two digits', () => {
    expect(maskNationalId('12345678950')).toBe('123******50')
    expect(maskNationalId('12345')).toBe('*****')
  })
})
