import type { PlacingProblem } from '../../../src-core/delivery/placing/placing.ts'
import { crowdBound } from './crowd-bound.ts'
import { monthBound } from './month-bound.ts'

/** What no schedule that places everything and seats everybody can cost less than, and of which parts it is made. */
export type LowerBound = {
  readonly total: number
  /** Preferred quarter, earliness and even load. */
  readonly months: number
  /** Other building, trainers' ways, absence and mix. */
  readonly people: number
  /** Lines whose least HiGHS could not prove, so that they count nothing. */
  readonly unproven: number
}

/**
 * A bound by relaxing, in two parts that share no wish: when sessions are held, and who sits with whom in which building.
 * Rooms, trainers and people clash with nothing in either. Changes of room and moves count nothing.
 */
export async function lowerBound(problem: PlacingProblem): Promise<LowerBound> {
  const months = await monthBound(problem)
  const trainings = Map.groupBy(problem.trainings, ({ lineId }) => lineId)
  const attends = Map.groupBy(problem.enrolments, ({ lineId }) => lineId)
  let people = 0
  let unproven = 0
  for (const line of problem.lines) {
    const own = trainings.get(line.id) ?? []
    if (own.length === 0) continue
    const crowd = (attends.get(line.id) ?? []).map(({ personId }) => personId)
    const least = await crowdBound(problem, line, own, crowd)
    if (least === null) unproven++
    else people += least
  }
  return { total: months + people, months, people, unproven }
}
