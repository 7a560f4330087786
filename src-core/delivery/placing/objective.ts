import { workingHalfDays } from '../../courses/index.ts'
import type { Place, PlacingLine, PlacingProblem, PlacingTraining } from './placing.ts'
import type { Objective, Schedule } from './schedule.ts'
import type { ObjectivePart } from './weights.ts'

/** Months from the first of the calendar: 0 for the month of `from`. */
export const monthIndex = (from: string, date: string): number =>
  (Number(date.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(date.slice(5, 7)) - Number(from.slice(5, 7))

/** 1 to 4. */
export const quarterOf = (date: string): number => Math.ceil(Number(date.slice(5, 7)) / 3)

/** How far a session's month is from what its line wishes: quarters away and months after the first, in parts of 100 of priority. */
export function monthWishes(
  line: Pick<PlacingLine, 'preferredQuarter' | 'priority'>,
  from: string,
  date: string,
): { readonly quarters: number; readonly months: number } {
  const quarters = line.preferredQuarter === null ? 0 : Math.abs(quarterOf(date) - line.preferredQuarter)
  return { quarters, months: (monthIndex(from, date) * line.priority) / 100 }
}

/** The even share of each month (by `monthIndex`): of all half days to be held, as many as the month has of the working half days, rounded up. */
export function monthTargets(problem: PlacingProblem): readonly number[] {
  const working = workingHalfDays(problem.from, problem.to, problem.holidays)
  const wanted = problem.trainings.flatMap(({ sessions }) => sessions).reduce((sum, one) => sum + one.halfDays, 0)
  const months = Array.from({ length: monthIndex(problem.from, problem.to) + 1 }, () => 0)
  for (const { date } of working) {
    const month = monthIndex(problem.from, date)
    months[month] = (months[month] ?? 0) + 1
  }
  return months.map((count) => Math.ceil((wanted * count) / Math.max(1, working.length)))
}

/** Most people of a unit that may be away on one day before it counts: the share of its staff, at least one. */
export const absenceLimit = (staff: number, share: number): number => Math.max(1, Math.floor(staff * share + 1e-9))

/** What the mix of a group costs: units beyond the first for one unit, people of one unit above half for a mixed group. */
export function mixAmount(mix: PlacingLine['mix'], countsByUnit: Iterable<number>): number {
  if (mix === 'any') return 0
  const counts = [...countsByUnit].filter((count) => count > 0)
  if (mix === 'sameUnit') return Math.max(0, counts.length - 1)
  const half = Math.ceil(counts.reduce((sum, count) => sum + count, 0) / 2)
  return counts.reduce((sum, count) => sum + Math.max(0, count - half), 0)
}

/** Whether two places are the same in day, half, room and trainer. */
export const samePlace = (one: Place, other: Place): boolean =>
  one.date === other.date && one.half === other.half && one.roomId === other.roomId && one.trainerId === other.trainerId

/** What a schedule costs, part by part. Less is better; the parts are those of `PlacingWeights`. */
export function objectiveOf(problem: PlacingProblem, schedule: Schedule): Objective {
  const amounts = amountsOf(problem, schedule)
  const parts = (Object.keys(problem.weights) as ObjectivePart[]).map((part) => {
    const amount = Math.round(amounts[part] * 1e6) / 1e6
    return { part, amount, weight: problem.weights[part], cost: amount * problem.weights[part] }
  })
  return { total: parts.reduce((sum, { cost }) => sum + cost, 0), parts }
}

function amountsOf(problem: PlacingProblem, schedule: Schedule): Readonly<Record<ObjectivePart, number>> {
  const lines = new Map(problem.lines.map((line) => [line.id, line]))
  const rooms = new Map(problem.rooms.map((room) => [room.id, room.building]))
  const trainers = new Map(problem.trainers.map((trainer) => [trainer.id, trainer.building]))
  const units = new Map(problem.units.map((unit) => [unit.id, unit]))
  const unitOf = new Map(problem.persons.map(({ id, unitId }) => [id, unitId]))
  const membersOf = Map.groupBy(schedule.seats, ({ trainingId }) => trainingId)
  const sessions = new Map(
    problem.trainings.flatMap((training) => training.sessions.map((one) => [one.id, { training, one }])),
  )

  const load = monthTargets(problem).map((target) => -target)
  const away = new Map<string, Set<string>>()
  const trainerDays = new Map<string, Set<string>>()
  const trainingRooms = new Map<string, Set<string>>()
  const amounts: Record<ObjectivePart, number> = {
    unplaced: sessions.size - schedule.placements.length,
    ungrouped: problem.enrolments.length - schedule.seats.length,
    preferredQuarter: 0,
    early: 0,
    monthLoad: 0,
    unitAbsence: 0,
    trainerTravel: 0,
    roomChanges: 0,
    otherBuilding: 0,
    unitMix: 0,
    moves: movesOf(problem, schedule),
  }
  for (const placement of schedule.placements) {
    const { training, one } = sessions.get(placement.sessionId) ?? {}
    const line = training && lines.get(training.lineId)
    if (!training || !one || !line) continue
    const { quarters, months } = monthWishes(line, problem.from, placement.date)
    amounts.preferredQuarter += quarters
    amounts.early += months
    const month = monthIndex(problem.from, placement.date)
    load[month] = (load[month] ?? 0) + one.halfDays
    const building = placement.roomId === null ? null : (rooms.get(placement.roomId) ?? null)
    if (building !== null && placement.roomId !== null) {
      const home = trainers.get(placement.trainerId) ?? null
      if (home !== null && home !== building) amounts.trainerTravel++
      addTo(trainerDays, `${placement.trainerId} ${placement.date}`, building)
      addTo(trainingRooms, training.id, placement.roomId)
    }
    for (const { personId } of membersOf.get(training.id) ?? []) {
      const unit = unitOf.get(personId) ?? ''
      addTo(away, `${unit} ${placement.date}`, personId)
      const own = units.get(unit)?.building ?? null
      if (building !== null && own !== null && own !== building) amounts.otherBuilding++
    }
  }
  amounts.monthLoad = load.reduce((sum, over) => sum + Math.max(0, over), 0)
  amounts.trainerTravel += beyondFirst(trainerDays)
  amounts.roomChanges = beyondFirst(trainingRooms)
  for (const [key, persons] of away) {
    const staff = units.get(key.slice(0, -11))?.staff ?? 0
    amounts.unitAbsence += Math.max(0, persons.size - absenceLimit(staff, problem.absenceShare))
  }
  for (const training of problem.trainings) amounts.unitMix += mixOf(training)
  return amounts

  function mixOf(training: PlacingTraining): number {
    const byUnit = Map.groupBy(membersOf.get(training.id) ?? [], ({ personId }) => unitOf.get(personId))
    return mixAmount(
      lines.get(training.lineId)?.mix ?? 'any',
      [...byUnit.values()].map((members) => members.length),
    )
  }
}

function movesOf({ previous }: PlacingProblem, schedule: Schedule): number {
  if (!previous) return 0
  const before = new Map(previous.placements.map((placement) => [placement.sessionId, placement]))
  const groups = new Map(previous.seats.map((seat) => [`${seat.personId} ${seat.lineId}`, seat.trainingId]))
  let moves = 0
  for (const placement of schedule.placements) {
    const earlier = before.get(placement.sessionId)
    if (earlier && !samePlace(earlier, placement)) moves++
  }
  for (const seat of schedule.seats) {
    const earlier = groups.get(`${seat.personId} ${seat.lineId}`)
    if (earlier !== undefined && earlier !== seat.trainingId) moves++
  }
  return moves
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}

const beyondFirst = (sets: ReadonlyMap<string, ReadonlySet<string>>): number =>
  [...sets.values()].reduce((sum, set) => sum + set.size - 1, 0)
