import { expect, test } from 'vitest'
import { place } from '../../../src-node/planner/place.ts'
import { exactModel, solveExactly } from '../../bench/planner/exact-model.ts'
import { lowerBound } from '../../bench/planner/lower-bound.ts'
import { spread } from '../../thorough.ts'
import { smallProblem } from './small-problem.ts'

// Problems that HiGHS proves in a moment; `npm run bench -- planner` does the same with larger ones.
test.each(spread([1, 2, 3, 4], 2))(
  'reaches the optimum that an exact model proves, and the bound lies not above it (%i)',
  async (seed) => {
    const problem = smallProblem(seed, { lines: 4, groups: 1, persons: 12, days: 8 })
    const proof = await solveExactly(exactModel(problem), 60)
    expect(proof.optimal).toBe(true)
    const year = await place(problem)
    expect(year.unplaced.length).toBe(proof.unplaced)
    expect(year.objective.total).toBeCloseTo(proof.objective, 4)
    const bound = await lowerBound(problem)
    expect(bound.unproven).toBe(0)
    expect(bound.total).toBeLessThanOrEqual(proof.objective)
  },
)
