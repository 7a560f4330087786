import { expect, test } from 'vitest'
import { changeTo, isShown, keptOf, withView } from '../../../src-renderer/app/views/saved-views.ts'

const clashing = { name: 'Çakışanlar', search: { filter: { clash: { kind: 'oneOf', values: [1] } }, by: 'trainers' } }

test('a view keeps what the address shows, without the record that happens to be open', () => {
  expect(keptOf({ q: 'fen', open: 'x', sort: undefined })).toEqual({ q: 'fen' })
})

test('a view is known again whatever stands first in the address', () => {
  expect(isShown(clashing, { by: 'trainers', filter: clashing.search.filter, open: 'x' })).toBe(true)
  expect(isShown(clashing, { by: 'rooms', filter: clashing.search.filter })).toBe(false)
})

test('going to a view takes away what it does not have', () => {
  expect(changeTo(clashing.search, { q: 'fen', by: 'rooms', open: 'x' })).toEqual({
    q: undefined,
    ...clashing.search,
  })
})

test('a view saved under a name again takes the place of the first, and views stand in the order of the alphabet', () => {
  const views = withView(withView([], { name: 'Şubat', search: {} }), clashing)
  const changed = withView(views, { name: 'Şubat', search: { q: 'b' } })
  expect(changed.map(({ name }) => name)).toEqual(['Çakışanlar', 'Şubat'])
  expect(changed[1]?.search).toEqual({ q: 'b' })
})
