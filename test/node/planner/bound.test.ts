import { expect, test } from 'vitest'
import { place } from '../../../src-node/planner/place.ts'
import { lowerBound } from '../../bench/planner/lower-bound.ts'
import { smallProblem } from './small-problem.ts'

test('the bound does not exceed what a schedule of lines with several groups costs', async () => {
  let compared = 0
  for (const seed of [1, 2, 3, 4]) {
    const problem = smallProblem(seed, { lines: 5, groups: 3, persons: 14, days: 25 })
    const year = await place(problem, { effort: 0.002 })
    if (year.unplaced.length > 0 || year.ungrouped.length > 0) continue
    compared++
    const bound = await lowerBound(problem)
    expect(bound.total).toBeGreaterThan(0)
    expect(bound.total).toBeLessThanOrEqual(year.objective.total + 1e-6)
  }
  expect(compared).toBeGreaterThan(1)
})
