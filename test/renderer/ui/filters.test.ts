import { describe, expect, test } from 'vitest'
import { fold } from '../../../src-core/kernel/turkish.ts'
import { matchesSearch, passes } from '../../../src-renderer/ui/table/filters.ts'

describe('filters of a column', () => {
  test('a text is found in any spelling', () => {
    expect(passes({ kind: 'contains', text: 'isik' }, 'Elif IŞIK')).toBe(true)
    expect(passes({ kind: 'contains', text: 'IŞIK' }, 'elif ışık')).toBe(true)
    expect(passes({ kind: 'contains', text: 'işık' }, 'Işıl')).toBe(false)
  })

  test('a missing text contains nothing', () => {
    expect(passes({ kind: 'contains', text: '' }, null)).toBe(false)
    expect(passes({ kind: 'contains', text: 'a' }, undefined)).toBe(false)
  })

  test('both ends of a range belong to it, and an end may be open', () => {
    const range = { kind: 'between', from: 10, to: 20 } as const
    expect([9, 10, 20, 21].map((value) => passes(range, value))).toEqual([false, true, true, false])
    expect(passes({ kind: 'between', from: 10 }, 1_000_000)).toBe(true)
    expect(passes({ kind: 'between', to: '2026-12-31' }, '2026-12-31')).toBe(true)
    expect(passes({ kind: 'between', to: '2026-12-31' }, '2027-01-01')).toBe(false)
  })

  test('a missing value is in no range, not even one that begins at zero', () => {
    expect(passes({ kind: 'between', from: 0 }, null)).toBe(false)
    expect(passes({ kind: 'between', from: 0 }, 0)).toBe(true)
  })

  test('a flag is asked for as 1 or 0, as the service keeps it', () => {
    expect(passes({ kind: 'oneOf', values: [1] }, true)).toBe(true)
    expect(passes({ kind: 'oneOf', values: [1] }, false)).toBe(false)
    expect(passes({ kind: 'oneOf', values: [0] }, false)).toBe(true)
  })

  test('what is missing is chosen by null, and an empty text counts as missing', () => {
    expect(passes({ kind: 'oneOf', values: ['A', null] }, undefined)).toBe(true)
    expect(passes({ kind: 'oneOf', values: ['A'] }, null)).toBe(false)
    expect(passes({ kind: 'empty', empty: true }, '')).toBe(true)
    expect(passes({ kind: 'empty', empty: false }, '')).toBe(false)
    expect(passes({ kind: 'empty', empty: true }, 0)).toBe(false)
  })
})

test('a search finds a row when each of its words occurs, in any order and spelling', () => {
  const row = fold('0012254 Yağmur Işık Zabıta Dairesi Başkanlığı')
  expect(matchesSearch(row, 'isik zabita')).toBe(true)
  expect(matchesSearch(row, 'ZABITA  ışık ')).toBe(true)
  expect(matchesSearch(row, 'isik imar')).toBe(false)
  expect(matchesSearch(row, '')).toBe(true)
})
