import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  plainView,
  sameView,
  type TableView,
  viewFromAddress,
  viewToAddress,
  withFilter,
} from '../../../src-renderer/ui/table/view.ts'

const column = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,8}$/)
const filter = fc.oneof(
  fc.record({ kind: fc.constant('contains' as const), text: fc.string() }),
  fc.record({
    kind: fc.constant('oneOf' as const),
    values: fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null))),
  }),
  fc.record({ kind: fc.constant('between' as const), from: fc.integer(), to: fc.integer() }),
  fc.record({ kind: fc.constant('empty' as const), empty: fc.boolean() }),
)
const anyView: fc.Arbitrary<TableView> = fc.record({
  search: fc.string(),
  sort: fc.array(fc.record({ column, descending: fc.boolean() }), { maxLength: 3 }),
  filter: fc.dictionary(column, filter, { noNullPrototype: true, maxKeys: 3 }),
})

describe('the view of a list in the address', () => {
  test('comes back as it went, whatever the list shows at first', () => {
    fc.assert(
      fc.property(anyView, anyView, (view, start) => {
        const address = JSON.parse(JSON.stringify(viewToAddress(view, start)))
        expect(sameView(viewFromAddress(address, start), view)).toBe(true)
      }),
    )
  })

  test('leaves nothing in the address while nobody has chosen anything', () => {
    const start: TableView = { ...plainView, sort: [{ column: 'points', descending: true }] }
    expect(Object.values(viewToAddress(start, start)).filter((part) => part !== undefined)).toEqual([])
  })

  test('remembers that a filter set at first was taken away', () => {
    const start: TableView = { ...plainView, filter: { active: { kind: 'oneOf', values: [1] } } }
    const address = viewToAddress({ ...start, filter: {} }, start)
    expect(viewFromAddress({ ...address }, start).filter).toEqual({})
  })

  test('survives an address that somebody typed', () => {
    expect(viewFromAddress({ q: 12, sort: ',-,unit', filter: { a: 'x', b: { kind: 'other' }, c: null } })).toEqual({
      search: '12',
      sort: [{ column: 'unit', descending: false }],
      filter: {},
    })
    expect(viewFromAddress({ sort: 7, filter: 'all' })).toEqual(plainView)
  })
})

test('a filter is put on a column and taken away without touching the others', () => {
  const one = withFilter(plainView, 'unit', { kind: 'contains', text: 'fen' })
  const two = withFilter(one, 'state', { kind: 'oneOf', values: ['OPEN'] })
  expect(Object.keys(two.filter)).toEqual(['unit', 'state'])
  expect(withFilter(two, 'unit', undefined).filter).toEqual({ state: { kind: 'oneOf', values: ['OPEN'] } })
})
