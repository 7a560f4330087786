import { expect, test } from 'vitest'
import { samePlace } from '../../../src-core/delivery/placing/objective.ts'
import type { PlacingProblem } from '../../../src-core/delivery/placing/placing.ts'
import type { PlacedYear } from '../../../src-core/delivery/placing/schedule.ts'
import { place } from '../../../src-node/planner/place.ts'
import { thorough } from '../../thorough.ts'
import { checkSchedule } from './check-schedule.ts'
import { smallProblem } from './small-problem.ts'

/** The problem again, with a holiday more and the schedule that stands. */
const withHoliday = (problem: PlacingProblem, standing: PlacedYear, date: string): PlacingProblem => ({
  ...problem,
  holidays: [...problem.holidays, { date, half: 'none' }],
  previous: { placements: standing.placements, seats: standing.seats },
})

const movedOf = (before: PlacedYear, after: PlacedYear): readonly string[] =>
  before.placements
    .filter((one) => {
      const now = after.placements.find(({ sessionId }) => sessionId === one.sessionId)
      return !now || !samePlace(one, now)
    })
    .map(({ sessionId }) => sessionId)

test('a schedule that still holds stays as it is', async () => {
  const problem = smallProblem(31, { lines: 14, groups: 2, persons: 40, days: 25 })
  const standing = await place(problem, { effort: 0.3 })
  const previous = { placements: standing.placements, seats: standing.seats }
  const again = await place({ ...problem, previous }, { effort: 0.3 })
  expect(movedOf(standing, again)).toEqual([])
})

test.each(thorough ? [31, 32, 33, 34] : [31])(
  'a late holiday moves what it hits and hardly anything else (%i)',
  async (seed) => {
    const problem = smallProblem(seed, { lines: 14, groups: 2, persons: 40, days: 25 })
    const standing = await place(problem, { effort: 0.3 })
    const days = Map.groupBy(standing.placements, ({ date }) => date)
    const [date = '', hit = []] = [...days].toSorted(([, one], [, other]) => other.length - one.length)[0] ?? []
    const changed = withHoliday(problem, standing, date)
    const after = await place(changed)
    expect(checkSchedule(changed, after)).toEqual([])
    const moved = movedOf(standing, after)
    for (const { sessionId } of hit) expect(moved).toContain(sessionId)
    expect(moved.length).toBeLessThanOrEqual(hit.length * 2 + 2)
  },
)

test('people stay in their groups when nothing speaks against it', async () => {
  const problem = smallProblem(35, { lines: 10, groups: 3, persons: 40, days: 25 })
  const standing = await place(problem, { effort: 0.3 })
  const after = await place(withHoliday(problem, standing, '2027-03-02'))
  const groups = new Map(standing.seats.map((one) => [`${one.personId} ${one.lineId}`, one.trainingId]))
  const changed = after.seats.filter((one) => (groups.get(`${one.personId} ${one.lineId}`) ?? '') !== one.trainingId)
  expect(changed.length).toBeLessThanOrEqual(standing.seats.length / 10)
})
