import { absenceLimit, monthIndex, monthTargets, monthWishes } from '../../src-core/delivery/placing/objective.ts'
import type { PlacingProblem } from '../../src-core/delivery/placing/placing.ts'
import type { Calendar } from './calendar.ts'
import type { CompiledYear, Names } from './compile.ts'
import type { YearFigures } from './year-terms.ts'

/** The numbers behind the wishes of a year, from the same rules that count the objective. */
export function figuresOf(
  problem: PlacingProblem,
  { dates }: Calendar,
  names: Names,
  find: CompiledYear['find'],
  spotOf: CompiledYear['spotOf'],
): YearFigures {
  const { weights } = problem
  const targets = monthTargets(problem)
  const months = targets.length
  const monthOfDay = Int32Array.from(dates, (date) => monthIndex(problem.from, date))
  const owners = [...problem.rooms, ...problem.trainers, ...problem.units]
  const buildings = [...new Set(owners.flatMap(({ building }) => building ?? []))]
  const building = (name: string | null): number => (name === null ? -1 : buildings.indexOf(name))
  const earlier = new Map(problem.previous?.placements.map((placement) => [placement.sessionId, placement]))
  return {
    weights,
    months,
    monthOfDay,
    monthTargets: targets,
    monthCost: monthCosts(problem, find, months),
    buildings: Math.max(1, buildings.length),
    roomBuilding: Int32Array.from(problem.rooms, (room) => building(room.building)),
    trainerBuilding: Int32Array.from(problem.trainers, (trainer) => building(trainer.building)),
    unitBuilding: Int32Array.from(problem.units, (unit) => building(unit.building)),
    absenceLimit: Int32Array.from(problem.units, ({ staff }) => absenceLimit(staff, problem.absenceShare)),
    mixOfLine: problem.lines.map(({ mix }) => mix),
    previousSpot: names.sessions.map(({ id }) => {
      const before = earlier.get(id)
      if (!before) return null
      // A place that is no more cannot be kept, so every place is a move from it.
      return spotOf(before) ?? { slot: -1, room: -1, trainer: -1 }
    }),
    previousGroup: new Map(
      problem.previous?.seats.map(({ personId, lineId, trainingId }) => [
        find.person(personId) * names.lines.length + find.line(lineId),
        find.training(trainingId),
      ]),
    ),
  }
}

function monthCosts(problem: PlacingProblem, find: CompiledYear['find'], months: number): Float64Array {
  const { from, weights } = problem
  const costs = new Float64Array(problem.trainings.length * months)
  for (const [group, { lineId }] of problem.trainings.entries()) {
    const line = problem.lines[find.line(lineId)]
    if (!line) continue
    for (let month = 0; month < months; month++) {
      const number = Number(from.slice(5, 7)) - 1 + month
      const year = Number(from.slice(0, 4)) + Math.floor(number / 12)
      const date = `${year}-${String((number % 12) + 1).padStart(2, '0')}-01`
      const wishes = monthWishes(line, from, date)
      costs[group * months + month] = wishes.quarters * weights.preferredQuarter + wishes.months * weights.early
    }
  }
  return costs
}
