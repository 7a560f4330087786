import { samePlace } from '../../../src-core/delivery/placing/objective.ts'
import { place } from '../../../src-node/planner/place.ts'
import { checkSchedule } from '../../node/planner/check-schedule.ts'
import { tellResult, timed } from '../bench-store.ts'
import { lowerBound } from '../planner/lower-bound.ts'
import { sampleYear } from '../planner/sample-year.ts'

/** The sample year placed, judged and held against its bound; then the same year with one holiday more. */
const problem = sampleYear()
const atFirst = process.cpuUsage()
const placed = await timed(() => place(problem))
const { user, system } = process.cpuUsage(atFirst)
const greedy = await timed(() => place(problem, { effort: 0 }))
const year = placed.value

const perDay = Map.groupBy(year.placements, ({ date }) => date)
const days = [...perDay].map(([date, { length }]) => ({ date, length }))
const [busy = { date: '', length: 0 }] = days.toSorted((one, other) => other.length - one.length)
const later = {
  ...problem,
  holidays: [...problem.holidays, { date: busy.date, half: 'none' as const }],
  previous: { placements: year.placements, seats: year.seats },
}
const replanned = await timed(() => place(later))
const before = new Map(year.placements.map((placement) => [placement.sessionId, placement]))
const moved = replanned.value.placements.filter((placement) => {
  const earlier = before.get(placement.sessionId)
  return !earlier || !samePlace(earlier, placement)
})
const bound = await lowerBound(problem)

tellResult({
  ms: placed.ms,
  cpuMs: (user + system) / 1000,
  placed: year.placements.length,
  unplaced: year.unplaced.length,
  violations: checkSchedule(problem, year).length,
  objective: year.objective.total,
  greedyMs: greedy.ms,
  greedyObjective: greedy.value.objective.total,
  greedyUnplaced: greedy.value.unplaced.length,
  bound: bound.total,
  hit: busy.length,
  replanMs: replanned.ms,
  replanMoved: moved.length,
  replanUnplaced: replanned.value.unplaced.length,
  replanViolations: checkSchedule(later, replanned.value).length,
  ...Object.fromEntries(year.objective.parts.map(({ part, cost }) => [`cost.${part}`, cost])),
  ...Object.fromEntries(Object.entries(bound).map(([part, cost]) => [`bound.${part}`, cost])),
})
