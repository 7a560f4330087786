import { describe, expect, test } from 'vitest'
import { texts } from '../../../src-renderer/locales/index.ts'

type Tree = { readonly [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : leaves(value, `${path}${key}.`),
  )
}

const blanks = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? '').sort()

const turkish = new Map(leaves(texts.tr))
const english = new Map(leaves(texts.en))

describe('the window’s texts', () => {
  test('exist in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...turkish.keys()].sort())
  })

  test('are never empty', () => {
    expect([...turkish, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })

  test('have the same blanks to fill in both languages', () => {
    const different = [...turkish].filter(
      ([key, text]) => new Set(blanks(text)).symmetricDifference(new Set(blanks(english.get(key) ?? ''))).size > 0,
    )
    expect(different.map(([key]) => key)).toEqual([])
  })

  test('have both forms of a count wherever they have one', () => {
    const halves = [...turkish.keys()].filter((key) => /_(one|other)$/.test(key))
    const lonely = halves.filter(
      (key) => !turkish.has(key.replace(/_(one|other)$/, (_, form) => (form === 'one' ? '_other' : '_one'))),
    )
    expect(lonely).toEqual([])
  })
})
