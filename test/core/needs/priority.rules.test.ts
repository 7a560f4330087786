import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardWeights, type Weights } from '../../../src-core/needs/cycle.ts'
import { groupsFor, reweigh, scoreOf, trainerDays } from '../../../src-core/needs/priority.rules.ts'

const count = fc.integer({ min: 0, max: 5000 })
const level = fc.option(fc.double({ min: 1, max: 5, noNaN: true }), { nil: null })

const anyMeasures = fc.record({
  lines: fc.integer({ min: 1, max: 5000 }),
  persons: fc.integer({ min: 1, max: 5000 }),
  units: fc.integer({ min: 1, max: 135 }),
  legalLines: count,
  strategicLines: count,
  carriedLines: count,
  managerPriority: level,
  urgency: level,
  levelGap: fc.option(fc.double({ min: -4, max: 4, noNaN: true }), { nil: null }),
  trainedPersons: count,
})

/** No more lines of a kind than lines. */
const anyDemand = anyMeasures.map((demand) => ({
  ...demand,
  legalLines: Math.min(demand.lines, demand.legalLines),
  strategicLines: Math.min(demand.lines, demand.strategicLines),
  carriedLines: Math.min(demand.lines, demand.carriedLines),
}))

const anyWeights: fc.Arbitrary<Weights> = fc.record({
  legal: fc.integer({ min: 0, max: 100 }),
  managerPriority: fc.integer({ min: 0, max: 100 }),
  urgency: fc.integer({ min: 0, max: 100 }),
  levelGap: fc.integer({ min: 0, max: 100 }),
  persons: fc.integer({ min: 0, max: 100 }),
  spread: fc.integer({ min: 0, max: 100 }),
  notTrained: fc.integer({ min: 0, max: 100 }),
  carriedOver: fc.integer({ min: 0, max: 100 }),
  strategic: fc.integer({ min: 0, max: 100 }),
  personsFull: fc.integer({ min: 1, max: 10_000 }),
})

const tenths = (points: number): number => Math.round(points * 10)

describe('the score', () => {
  it('is exactly the sum of its parts as they are shown, to a tenth', () => {
    fc.assert(
      fc.property(anyDemand, anyWeights, (demand, weights) => {
        const { score, parts } = scoreOf(demand, weights, 135)
        expect(tenths(score)).toBe(parts.reduce((sum, part) => sum + tenths(part.points), 0))
        for (const part of parts) expect(part.points * 10).toBeCloseTo(tenths(part.points), 6)
      }),
    )
  })

  it('gives no part more than its weight and none less than nothing', () => {
    fc.assert(
      fc.property(anyDemand, anyWeights, (demand, weights) => {
        for (const { points, weight, share } of scoreOf(demand, weights, 135).parts) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
          expect(points).toBeGreaterThanOrEqual(0)
          expect(points).toBeLessThanOrEqual(weight)
        }
      }),
    )
  })

  it('tried under other weights is what the service would answer for them', () => {
    fc.assert(
      fc.property(anyDemand, anyWeights, anyWeights, (demand, before, after) => {
        expect(reweigh(scoreOf(demand, before, 135).parts, after)).toEqual(scoreOf(demand, after, 135))
      }),
    )
  })

  it('of a demand that the law wants for everybody has the whole weight of the law', () => {
    const demand = {
      lines: 34,
      persons: 34,
      units: 3,
      legalLines: 34,
      strategicLines: 0,
      carriedLines: 0,
      managerPriority: 5,
      urgency: null,
      levelGap: null,
      trainedPersons: 0,
    }
    const parts = new Map(scoreOf(demand, standardWeights, 135).parts.map((part) => [part.key, part.points]))
    expect(parts.get('legal')).toBe(30)
    expect(parts.get('managerPriority')).toBe(20)
    expect(parts.get('urgency')).toBe(0)
    expect(parts.get('notTrained')).toBe(10)
  })
})

describe('the group calculator', () => {
  it('makes of 137 persons, a room for 24 and a minimum of 12 six groups of 23 and 22', () => {
    expect(groupsFor(137, 24, 12)).toEqual({
      groups: 6,
      sizes: [
        { groups: 5, persons: 23 },
        { groups: 1, persons: 22 },
      ],
      leftOver: 0,
    })
  })

  it.each([
    [24, 24, 12, 1, 0],
    [25, 24, 12, 2, 0],
    [25, 24, 13, 1, 1],
    [11, 24, 12, 0, 11],
    [0, 24, 12, 0, 0],
    [48, 24, 24, 2, 0],
  ])('of %i persons, room %i, minimum %i makes %i groups and leaves %i', (persons, room, minimum, groups, left) => {
    const grouping = groupsFor(persons, room, minimum)
    expect([grouping.groups, grouping.leftOver]).toEqual([groups, left])
  })

  it('seats or names everybody, in even groups that fit the room and reach the minimum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        (persons, room, least) => {
          const minimum = Math.min(least, room)
          const { groups, sizes, leftOver } = groupsFor(persons, room, minimum)
          expect(sizes.reduce((sum, size) => sum + size.groups * size.persons, 0) + leftOver).toBe(persons)
          expect(sizes.reduce((sum, size) => sum + size.groups, 0)).toBe(groups)
          for (const size of sizes) {
            expect(size.persons).toBeLessThanOrEqual(room)
            expect(size.persons).toBeGreaterThanOrEqual(minimum)
          }
          const all = sizes.map((size) => size.persons)
          expect(Math.max(0, ...all) - Math.min(...all, Math.max(0, ...all))).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('counts half trainer days up', () => {
    expect(trainerDays(6, 12)).toBe(12)
    expect(trainerDays(2, 7)).toBe(3)
  })
})
