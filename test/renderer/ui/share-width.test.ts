import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareWidth, type WidthWish } from '../../../src-renderer/ui/table/share-width.ts'

const wish = (id: string, need: number, least = need, grow = 0): WidthWish => ({ id, need, least, grow })
const widths = (wishes: readonly WidthWish[], room: number) => [...shareWidth(wishes, room).values()]

test('room left over goes to the columns that grow, in their proportion', () => {
  expect(widths([wish('code', 80), wish('name', 200, 120, 2), wish('unit', 100, 100, 1)], 680)).toEqual([80, 400, 200])
})

test('where room is short the widest give way first and end up alike', () => {
  expect(
    widths([wish('code', 80), wish('name', 150, 120), wish('unit', 300, 120), wish('topic', 400, 120)], 600),
  ).toEqual([80, 150, 185, 185])
})

test('no column becomes narrower than it can do with, even when the table then is wider than its room', () => {
  expect(widths([wish('state', 140), wish('name', 300, 120), wish('day', 110)], 200)).toEqual([140, 120, 110])
})

test('whatever is asked, every column has between its least and, without room left over, its need', () => {
  const wishes = fc.array(
    fc
      .record({ least: fc.integer({ min: 20, max: 150 }), more: fc.nat(400), grow: fc.nat(3) })
      .map(({ least, more, grow }) => ({
        need: least + more,
        least,
        grow,
      })),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(wishes, fc.integer({ min: 200, max: 2500 }), (columns, room) => {
      const named = columns.map((column, at) => ({ ...column, id: String(at) }))
      const given = widths(named, room)
      const total = given.reduce((sum, width) => sum + width, 0)
      const needed = named.reduce((sum, { need }) => sum + need, 0)
      named.forEach(({ least, need }, at) => {
        expect(given[at]).toBeGreaterThanOrEqual(least)
        if (needed > room) expect(given[at]).toBeLessThanOrEqual(need)
      })
      if (given.some((width, at) => width > (named[at]?.least ?? 0)))
        expect(total).toBeLessThanOrEqual(Math.max(room, 0))
    }),
    { numRuns: 200 },
  )
})
