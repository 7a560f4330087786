import type { Chance } from '../../src-core/people/sample-random.ts'
import { type Board, join, maySit } from './board.ts'
import { add, at, type Ground, rowAt } from './ground.ts'
import { planSeats, wayCosts } from './seat-plan.ts'
import type { Stretch } from './stretch.ts'
import type { YearFigures } from './year-terms.ts'

/**
 * Gives every enrolment a group: the settled one, the earlier one, or that which the plan of the line's seats has for the
 * person's unit. Who needs another line before or behind comes first, so that few groups are bound to an order by them.
 * When the search is to end, people sit in the order they come.
 */
export async function seatPeople(
  board: Board,
  figures: YearFigures,
  chance: Chance,
  stretch: Stretch,
  earlierGroup: (person: number, line: number) => number,
): Promise<void> {
  const { ground } = board
  const person = (enrolment: number): number => at(ground.enrolledPerson, enrolment)
  const unitOf = (enrolment: number): number => at(ground.unitOf, person(enrolment))
  const bound = boundPeople(ground)
  const byLine = Map.groupBy(ground.enrolledLine.keys(), (enrolment) => at(ground.enrolledLine, enrolment))
  let done = 0
  for (const [line, enrolments] of byLine) {
    if (stretch.due()) await stretch.rest(done / byLine.size)
    done++
    const groups = rowAt(ground.groupsOf, line)
    const open: number[] = []
    const fixed: { group: number; unit: number }[] = []
    for (const enrolment of enrolments) {
      const settled = at(ground.settled, enrolment)
      const earlier = earlierGroup(person(enrolment), line)
      const keeps = settled < 0 && groups.includes(earlier) && maySit(board, enrolment, earlier)
      const group = keeps ? earlier : settled
      if (group < 0) open.push(enrolment)
      else {
        join(board, enrolment, group)
        fixed.push({ group, unit: unitOf(enrolment) })
      }
    }
    open.sort(
      (one, other) =>
        Number(bound.has(`${line} ${person(other)}`)) - Number(bound.has(`${line} ${person(one)}`)) || one - other,
    )
    const counts = new Map([...Map.groupBy(open, unitOf)].map(([unit, own]) => [unit, own.length]))
    const effort = stretch.stopped() ? 0 : 1
    const plan = planSeats(ground, figures, line, { fixed, open: counts, effort }, chance)
    const left = new Map([...plan].map(([unit, row]) => [unit, [...row]]))
    for (const enrolment of open) {
      const unit = unitOf(enrolment)
      const row = left.get(unit) ?? []
      const planned = groups.findIndex((group, index) => (row[index] ?? 0) > 0 && maySit(board, enrolment, group))
      const group =
        groups[planned] ??
        groups.find((one) => ground.reserved[one]?.has(unit) && maySit(board, enrolment, one)) ??
        groups.find((one) => maySit(board, enrolment, one))
      if (planned >= 0) row[planned] = (row[planned] ?? 0) - 1
      if (group !== undefined) join(board, enrolment, group)
    }
  }
  for (const group of board.members.keys()) board.wishedRooms[group] = nearRooms(board, figures, group)
}

/** Who attends a line that is ordered with another of theirs, as `line person`. */
function boundPeople(ground: Ground): ReadonlySet<string> {
  const attends = new Set(
    ground.enrolledPerson.keys().map((one) => `${at(ground.enrolledLine, one)} ${at(ground.enrolledPerson, one)}`),
  )
  const bound = new Set<string>()
  for (const [enrolment, person] of ground.enrolledPerson.entries()) {
    const line = at(ground.enrolledLine, enrolment)
    for (const before of rowAt(ground.linesBefore, line)) {
      if (!attends.has(`${before} ${person}`)) continue
      bound.add(`${line} ${person}`)
      bound.add(`${before} ${person}`)
    }
  }
  return bound
}

/** The rooms in the building that costs the people and the trainers of a group least. */
function nearRooms(board: Board, figures: YearFigures, group: number): Int32Array {
  const { ground } = board
  const costs = wayCosts(ground, figures, group)
  for (const person of rowAt(board.members, group)) {
    const own = at(figures.unitBuilding, at(ground.unitOf, person))
    if (own >= 0 && costs.length > 0) add(costs, own, -figures.weights.otherBuilding)
  }
  const least = Math.min(...costs)
  const rooms = rowAt(ground.roomsFor, at(rowAt(ground.sessionsOf, group), 0))
  return rooms.filter((room) => room >= 0 && at(costs, at(figures.roomBuilding, room)) <= least + 1e-9)
}
