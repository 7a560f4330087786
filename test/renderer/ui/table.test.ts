import { describe, expect, test } from 'vitest'
import { arrange } from '../../../src-renderer/ui/table/layout.ts'
import { isSelected, noSelection, selectedCount } from '../../../src-renderer/ui/table/selection.ts'
import { sumsOf } from '../../../src-renderer/ui/table/sums.ts'

describe('remembered columns', () => {
  test('stand in the officer’s order', () => {
    expect(arrange(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'a', 'b'])
  })

  test('take in a column of a newer version behind the one it was declared after', () => {
    expect(arrange(['a', 'new', 'b'], ['b', 'a'])).toEqual(['b', 'a', 'new'])
    expect(arrange(['first', 'a'], ['a'])).toEqual(['first', 'a'])
  })

  test('forget a column that is gone', () => {
    expect(arrange(['a'], ['gone', 'a'])).toEqual(['a'])
  })

  test('stand as declared while nobody has moved one', () => {
    expect(arrange(['a', 'b'], undefined)).toEqual(['a', 'b'])
  })
})

describe('chosen rows', () => {
  test('are those that were ticked', () => {
    const some = { all: false, ids: ['1', '2'] }
    expect(selectedCount(some, 60_000)).toBe(2)
    expect(isSelected(some, '1')).toBe(true)
    expect(isSelected(some, '3')).toBe(false)
  })

  test('are all rows but the unticked ones, also rows that were never loaded', () => {
    const most = { all: true, ids: ['7'] }
    expect(selectedCount(most, 60_000)).toBe(59_999)
    expect(isSelected(most, 'never loaded')).toBe(true)
    expect(isSelected(most, '7')).toBe(false)
  })

  test('are none at first', () => {
    expect(selectedCount(noSelection, 60_000)).toBe(0)
  })
})

test('sums are written only for columns that want one, and skip what is missing', () => {
  type Row = { readonly persons: number | null; readonly cost: number }
  const rows: readonly Row[] = [
    { persons: 130, cost: 1050 },
    { persons: null, cost: 950 },
    { persons: 7, cost: 0 },
  ]
  expect(
    sumsOf<Row>(
      [
        { id: 'persons', title: 'Kişi', type: 'number', sum: true, value: (row) => row.persons },
        { id: 'cost', title: 'Maliyet', type: 'money', sum: true, value: (row) => row.cost },
        { id: 'year', title: 'Yıl', type: 'number', value: () => 2027 },
      ],
      rows,
      'tr',
    ),
  ).toEqual(['Kişi: 137', 'Maliyet: 20,00 ₺'])
})
