import { monthIndex, monthTargets, monthWishes } from '../../../src-core/delivery/placing/objective.ts'
import type { PlacingLine, PlacingProblem, PlacingTraining } from '../../../src-core/delivery/placing/placing.ts'

/** What no schedule that places everything can cost less than, and of which parts it is made. */
export type LowerBound = {
  readonly total: number
  readonly months: number
  readonly buildings: number
  readonly mix: number
}

/**
 * A bound by relaxing: rooms, trainers and people clash with nothing, a session may lie in any month its dates allow, and
 * each line's people are grouped as near to their buildings as seats permit. The even load of the months is kept by a
 * price on every half day of a month (Lagrange); every set of prices between 0 and the weight gives a valid bound, and
 * the best is looked for by going up the subgradient. Absence, travel and changes of room count nothing.
 */
export function lowerBound(problem: PlacingProblem): LowerBound {
  const months = monthBound(problem)
  const lines = new Map(problem.lines.map((line) => [line.id, line]))
  let buildings = 0
  let mix = 0
  for (const [lineId, trainings] of Map.groupBy(problem.trainings, (training) => training.lineId)) {
    const line = lines.get(lineId)
    if (!line) continue
    buildings += problem.weights.otherBuilding * strangers(problem, line, trainings)
    if (line.mix === 'sameUnit')
      mix += problem.weights.unitMix * Math.max(0, unitsOf(problem, lineId).size - trainings.length)
  }
  return { total: months + buildings + mix, months, buildings, mix }
}

function monthBound(problem: PlacingProblem): number {
  const targets = monthTargets(problem)
  const firsts = targets.map((_, month) => firstOfMonth(problem.from, month))
  const sessions = problem.trainings.flatMap((training) => {
    const line = problem.lines.find(({ id }) => id === training.lineId) as PlacingLine
    const costs = firsts.map((date, month) => {
      const last = firsts[month + 1] ?? '9999-12-31'
      if ((line.due && date > line.due) || (line.notBefore && last <= line.notBefore)) return Number.POSITIVE_INFINITY
      const { quarters, months } = monthWishes(line, problem.from, date)
      return quarters * problem.weights.preferredQuarter + months * problem.weights.early
    })
    return training.sessions.map(({ halfDays }) => ({ halfDays, costs }))
  })
  const prices = targets.map(() => 0)
  const cap = problem.weights.monthLoad
  let best = 0
  for (let round = 0; round < 3000; round++) {
    let bound = prices.reduce((sum, price, month) => sum - price * (targets[month] ?? 0), 0)
    const load = targets.map(() => 0)
    for (const { halfDays, costs } of sessions) {
      let least = Number.POSITIVE_INFINITY
      let where = 0
      for (const [month, cost] of costs.entries()) {
        const priced = cost + (prices[month] ?? 0) * halfDays
        if (priced >= least) continue
        least = priced
        where = month
      }
      bound += least
      load[where] = (load[where] ?? 0) + halfDays
    }
    best = Math.max(best, bound)
    const step = 0.01 / (1 + round / 20)
    for (const month of prices.keys()) {
      const over = (load[month] ?? 0) - (targets[month] ?? 0)
      prices[month] = Math.min(cap, Math.max(0, (prices[month] ?? 0) + step * over))
    }
  }
  return best
}

function firstOfMonth(from: string, month: number): string {
  for (let year = Number(from.slice(0, 4)); ; year++) {
    for (let number = 1; number <= 12; number++) {
      const date = `${year}-${String(number).padStart(2, '0')}-01`
      if (monthIndex(from, date) === month) return date
    }
  }
}

const unitsOf = (problem: PlacingProblem, lineId: string): ReadonlySet<string> => {
  const people = new Set(problem.enrolments.filter((one) => one.lineId === lineId).map(({ personId }) => personId))
  return new Set(problem.persons.filter(({ id }) => people.has(id)).map(({ unitId }) => unitId))
}

/** People who cannot all be in their own building: as many as its groups seat are, those of the largest buildings first. */
function strangers(problem: PlacingProblem, line: PlacingLine, trainings: readonly PlacingTraining[]): number {
  if (line.online) return 0
  const seats = Math.max(...trainings.map((training) => training.seats))
  const sessions = Math.min(...trainings.map((training) => training.sessions.length))
  const fitting = new Set(
    problem.rooms
      .filter((room) => room.capacity >= Math.min(...trainings.map((training) => training.seats)))
      .filter((room) => line.equipment.every((one) => room.equipment.includes(one)))
      .map((room) => room.building),
  )
  const building = new Map(problem.units.map((unit) => [unit.id, unit.building]))
  const people = new Set(problem.enrolments.filter((one) => one.lineId === line.id).map(({ personId }) => personId))
  const counts = new Map<string, number>()
  for (const { id, unitId } of problem.persons) {
    const own = building.get(unitId) ?? null
    if (people.has(id) && own !== null) counts.set(own, (counts.get(own) ?? 0) + 1)
  }
  const left = new Map([...counts].filter(([own]) => fitting.has(own)))
  let near = 0
  for (const _ of trainings) {
    const [own, most] = [...left].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)
    near += Math.min(seats, most)
    left.set(own, Math.max(0, most - seats))
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return sessions * Math.max(0, all - near)
}
