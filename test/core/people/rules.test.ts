import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion, chanceOf } from '../../../src-core/people/sample-random.ts'
import { checkLosses, weighLosses } from '../../../src-core/people/staff.rules.ts'
import { inTreeOrder, sumsBelow, withBelow } from '../../../src-core/people/unit-tree.ts'

const weigh = (gone: Record<string, number>, staff: Record<string, number>) =>
  weighLosses(new Map(Object.entries(gone)), new Map(Object.entries(staff)), (id) => `Unit ${id}`)

test('five in a hundred of a unit may leave unasked, the sixth may not', () => {
  expect(weigh({ a: 5 }, { a: 100, b: 900 }).mustConfirm).toBe(false)
  expect(weigh({ a: 6 }, { a: 100, b: 900 })).toEqual({
    gone: 6,
    staff: 1000,
    units: [{ unitId: 'a', name: 'Unit a', gone: 6, staff: 100 }],
    mustConfirm: true,
  })
})

test('two in a hundred of all may leave unasked, one more may not', () => {
  const staff = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [String(at), 100]))
  const gone = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [String(at), 2]))
  expect(weigh(gone, staff)).toMatchObject({ gone: 20, units: [], mustConfirm: false })
  expect(weigh({ ...gone, 0: 3 }, staff)).toMatchObject({ gone: 21, units: [], mustConfirm: true })
})

test('only the very number that was shown is a confirmation', () => {
  const losses = weigh({ a: 6 }, { a: 100 })
  const refusal = { data: { rule: 'tooManyLeave', details: { gone: 6, staff: 100, units: 1, unit: 'Unit a' } } }
  expect(() => checkLosses(losses, undefined)).toThrow(expect.objectContaining(refusal))
  expect(() => checkLosses(losses, 5)).toThrow(expect.objectContaining(refusal))
  expect(() => checkLosses(losses, 6)).not.toThrow()
})

const forest = fc
  .array(fc.nat(), { minLength: 1, maxLength: 40 })
  .map((picks) =>
    picks.map((pick, at) => ({ id: String(at), parentId: at === 0 || pick % 4 === 0 ? null : String(pick % at) })),
  )

test('a tree order holds every unit once, each after its parent', () => {
  fc.assert(
    fc.property(forest, (nodes) => {
      const ordered = inTreeOrder([...nodes].reverse()).map(({ node }) => node.id)
      expect([...ordered].sort()).toEqual(nodes.map(({ id }) => id).sort())
      for (const { id, parentId } of nodes)
        if (parentId !== null) expect(ordered.indexOf(parentId)).toBeLessThan(ordered.indexOf(id))
    }),
  )
})

test('the sum below a unit is the sum over the units found below it', () => {
  fc.assert(
    fc.property(forest, (nodes) => {
      const own = new Map(nodes.map(({ id }) => [id, Number(id) + 1]))
      const sums = sumsBelow(nodes, own)
      for (const { id } of nodes) {
        const below = [...withBelow(nodes, id)].reduce((sum, each) => sum + (own.get(each) ?? 0), 0)
        expect(sums.get(id)).toBe(below)
      }
    }),
  )
})

test('shares add up to the whole and none is off by one', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.array(fc.nat(100), { minLength: 1 }), (total, weights) => {
      const sum = weights.reduce((all, weight) => all + weight, 0)
      fc.pre(sum > 0)
      const shares = apportion(total, weights)
      expect(shares.reduce((all, share) => all + share, 0)).toBe(total)
      shares.forEach((share, at) => {
        expect(Math.abs(share - (total * (weights[at] ?? 0)) / sum)).toBeLessThan(1)
      })
    }),
  )
})

test('chance repeats itself for the same seed only', () => {
  const draw = (seed: number) => {
    const chance = chanceOf(seed)
    return Array.from({ length: 50 }, () => chance.whole(1000))
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  expect(new Set(draw(7)).size).toBeGreaterThan(40)
})
