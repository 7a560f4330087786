import { objectiveOf } from '../../src-core/delivery/placing/objective.ts'
import type { GroupSeat, Placement, PlacingProblem } from '../../src-core/delivery/placing/placing.ts'
import type { PlacedYear, Ungrouped } from '../../src-core/delivery/placing/schedule.ts'
import type { Heat, MoveMix } from './anneal.ts'
import { type Board, leave, seatFree, unplacedSessions } from './board.ts'
import { type CompiledYear, compileYear } from './compile.ts'
import { at, rowAt } from './ground.ts'
import { moveHouse, shiftGroup, swapGroups } from './group-moves.ts'
import { planMonths } from './month-plan.ts'
import { chain, changeGroup, exchange, insert, shift, swapPeople } from './moves.ts'
import { whyUnplaced } from './reasons.ts'
import { search } from './search.ts'
import { seatPeople } from './seating.ts'
import type { Watch } from './stretch.ts'
import { yearTerms } from './year-terms.ts'

export type PlaceOptions = Watch & {
  /** The same problem, seed and effort give the same schedule. */
  readonly seed?: number
  /** How long it searches, as a share of the usual number of steps; with 0 it builds a schedule and leaves it so. */
  readonly effort?: number
}

const mix: MoveMix = [
  [shift, 6],
  [exchange, 8],
  [chain, 3],
  [shiftGroup, 14],
  [swapGroups, 34],
  [moveHouse, 18],
  [changeGroup, 6],
  [swapPeople, 12],
  [insert, 1],
]

/**
 * Places every session and seats every person of a year, hard rules first, then what the weights ask for. With an earlier
 * schedule it begins there and leaves it only for what is worth the moves. Pure but for the time it takes: it answers
 * progress through `onProgress`, and on the signal ends with the best schedule so far.
 */
export async function place(problem: PlacingProblem, options: PlaceOptions = {}): Promise<PlacedYear> {
  const year = compileYear(problem)
  const { ground, figures } = year
  const lines = ground.groupsOf.length
  const { board, stopped } = await search(ground, yearTerms(figures), {
    ...options,
    seed: options.seed ?? 1,
    mix,
    heats: heatsFor(problem, options.effort ?? 1),
    tries: 15,
    wished: problem.previous ? undefined : (built, chance, stretch) => planMonths(built, figures, chance, stretch),
    earlier: figures.previousSpot,
    seat: (empty, chance, stretch) =>
      seatPeople(
        empty,
        figures,
        chance,
        stretch,
        (person, line) => figures.previousGroup.get(person * lines + line) ?? -1,
      ),
  })
  dropWithoutPrerequisite(board)
  const schedule = scheduleOf(board, year)
  return {
    ...schedule,
    unplaced: unplacedSessions(board).map((one) => whyUnplaced(board, one, year, problem)),
    ungrouped: ungroupedOf(board, problem),
    objective: objectiveOf(problem, schedule),
    stopped,
  }
}

/** Few sessions are searched again and again from high heat, so that the best is met; a year once; an earlier schedule gently. */
function heatsFor({ trainings, previous }: PlacingProblem, effort: number): readonly Heat[] {
  if (effort === 0) return []
  const sessions = trainings.reduce((sum, training) => sum + training.sessions.length, 0)
  const steps = (count: number): number => Math.max(1000, Math.round(count * effort))
  if (previous) return [{ from: 0.5, to: 0.05, steps: steps(Math.min(45_000, 700 * sessions)) }]
  if (sessions <= 100) {
    const round = { to: 0.004, steps: steps(Math.min(400_000, 12_000 * sessions)) }
    return [40, 20, 12, 6].map((from) => ({ ...round, from }))
  }
  return [{ from: 0.06, to: 0.008, steps: steps(Math.min(4_800_000, 4500 * sessions)) }]
}

/** Whoever attends a line without having its prerequisite behind them does not attend it. */
function dropWithoutPrerequisite(board: Board): void {
  const { ground } = board
  const enrolmentsOf = Map.groupBy(ground.enrolledPerson.keys(), (enrolment) => at(ground.enrolledPerson, enrolment))
  for (let changed = true; changed; ) {
    changed = false
    for (let enrolment = 0; enrolment < board.groupOfEnrolment.length; enrolment++) {
      if (at(board.groupOfEnrolment, enrolment) >= 0 && lacksPrerequisite(board, enrolment, enrolmentsOf)) {
        leave(board, enrolment)
        changed = true
      }
    }
  }
}

function lacksPrerequisite(
  board: Board,
  enrolment: number,
  enrolmentsOf: ReadonlyMap<number, readonly number[]>,
): boolean {
  const { ground } = board
  const before = rowAt(ground.linesBefore, at(ground.enrolledLine, enrolment))
  if (before.length === 0) return false
  return (enrolmentsOf.get(at(ground.enrolledPerson, enrolment)) ?? []).some((other) => {
    if (!before.includes(at(ground.enrolledLine, other))) return false
    const group = at(board.groupOfEnrolment, other)
    return group < 0 || rowAt(ground.sessionsOf, group).some((session) => at(board.slot, session) < 0)
  })
}

function scheduleOf(board: Board, { names, calendar }: CompiledYear) {
  const placements: Placement[] = names.sessions.flatMap((session, index) => {
    const slot = at(board.slot, index)
    if (slot < 0) return []
    const room = at(board.room, index)
    return {
      sessionId: session.id,
      ...calendar.whenOf(slot, session.halfDays),
      roomId: room < 0 ? null : (names.rooms[room] as string),
      trainerId: names.trainers[at(board.trainer, index)] as string,
    }
  })
  const seats: GroupSeat[] = [...board.groupOfEnrolment].flatMap((group, enrolment) =>
    group < 0
      ? []
      : {
          personId: names.persons[at(board.ground.enrolledPerson, enrolment)] as string,
          lineId: names.lines[at(board.ground.enrolledLine, enrolment)] as string,
          trainingId: names.trainings[group] as string,
        },
  )
  return { placements, seats }
}

function ungroupedOf(board: Board, problem: PlacingProblem): Ungrouped[] {
  const { ground } = board
  const enrolmentsOf = Map.groupBy(ground.enrolledPerson.keys(), (enrolment) => at(ground.enrolledPerson, enrolment))
  return problem.enrolments.flatMap(({ personId, lineId }, enrolment) => {
    if (at(board.groupOfEnrolment, enrolment) >= 0) return []
    const groups = rowAt(ground.groupsOf, at(ground.enrolledLine, enrolment))
    const reason = lacksPrerequisite(board, enrolment, enrolmentsOf)
      ? ('prerequisite' as const)
      : groups.some((group) => seatFree(board, enrolment, group))
        ? ('clash' as const)
        : ('full' as const)
    return { personId, lineId, reason }
  })
}
