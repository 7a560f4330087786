import { describe, expect, test } from 'vitest'
import { toTsv } from '../../../src-renderer/ui/table/copy.ts'

describe('rows for the clipboard', () => {
  test('keep tabs, quotes and line breaks inside their cell', () => {
    expect(toTsv([['a\tb', 'say "no"', 'two\nlines', 'plain']])).toBe('"a\tb"\t"say ""no"""\t"two\nlines"\tplain')
  })

  test('hand over what Excel would run as a formula as text', () => {
    expect(toTsv([['=1+1', '+90 555', '@sum', '-HYPERLINK("x")', '=1\t2']])).toBe(
      '\'=1+1\t\'+90 555\t\'@sum\t"\'-HYPERLINK(""x"")"\t"\'=1\t2"',
    )
  })

  test('leave numbers and amounts below zero as numbers', () => {
    expect(toTsv([['-5', '-1.234,50 ₺', '-0,5']])).toBe('-5\t-1.234,50 ₺\t-0,5')
  })

  test('end each line as Windows does', () => {
    expect(toTsv([['a'], ['b']])).toBe('a\r\nb')
  })
})
