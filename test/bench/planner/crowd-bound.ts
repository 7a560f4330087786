import { absenceLimit, mixAmount } from '../../../src-core/delivery/placing/objective.ts'
import type { PlacingLine, PlacingProblem, PlacingTraining } from '../../../src-core/delivery/placing/placing.ts'
import { type LinearModel, leastCost } from './linear-model.ts'

/** What the people of one line and its trainers cost whatever else happens, in numbers of the line alone. */
type Crowd = {
  readonly line: PlacingLine
  readonly groups: number
  readonly seats: number
  /** Fewest sessions of a group; days of absence that count for it alone; 0 where pinned sessions may defy every rule. */
  readonly sessions: number
  readonly days: number
  /** Buildings with a room that fits, and what a session there costs for its trainer's way at least. Empty online. */
  readonly ways: ReadonlyMap<string, number>
  readonly units: readonly {
    readonly building: string | null
    readonly people: number
    /** How many of them may be away on one day. */
    readonly limit: number
  }[]
}

/**
 * What a line's people cost at least for buildings, trainers' ways, absence and mix together: a whole number of groups
 * goes to each building, and people go to the groups of a building as if these were one with all their seats. Nothing
 * clashes. With one group who sits where is settled, so the least is counted; otherwise a mixed-integer model finds it.
 * Null when HiGHS could not.
 */
export async function crowdBound(
  problem: PlacingProblem,
  line: PlacingLine,
  trainings: readonly PlacingTraining[],
  people: readonly string[],
): Promise<number | null> {
  const crowd = crowdOf(problem, line, trainings, people)
  const { weights } = problem
  if (crowd.groups > 1) return await leastCost((model) => crowdModel(crowd, weights, model), 20)
  const { sessions, days, units, ways } = crowd
  const mix = mixAmount(
    line.mix,
    units.map((unit) => unit.people),
  )
  const absent = units.reduce((sum, unit) => sum + Math.max(0, unit.people - unit.limit), 0)
  const places = [...ways].map(([building, way]) => way + weights.otherBuilding * strangers(crowd, building))
  return (
    mix * weights.unitMix +
    absent * days * weights.unitAbsence +
    sessions * (places.length === 0 ? 0 : Math.min(...places))
  )
}

const strangers = ({ units }: Crowd, building: string): number =>
  units.reduce((sum, unit) => sum + (unit.building !== null && unit.building !== building ? unit.people : 0), 0)

function crowdOf(
  problem: PlacingProblem,
  line: PlacingLine,
  trainings: readonly PlacingTraining[],
  people: readonly string[],
): Crowd {
  const pinned = trainings.some(({ sessions }) => sessions.some((one) => one.pinned))
  const fewestSeats = Math.min(...trainings.map(({ seats }) => seats))
  const rooms = problem.rooms.filter(
    (room) => room.capacity >= fewestSeats && line.equipment.every((one) => room.equipment.includes(one)),
  )
  const homes = problem.trainers.filter(({ topicIds }) => topicIds.includes(line.topicId)).map((one) => one.building)
  const stays = (building: string): boolean => homes.some((home) => home === null || home === building)
  const unitOf = new Map(problem.persons.map(({ id, unitId }) => [id, unitId]))
  const byUnit = Map.groupBy(people, (id) => unitOf.get(id))
  return {
    line,
    groups: trainings.length,
    seats: Math.max(...trainings.map(({ seats }) => seats)),
    sessions: pinned ? 0 : Math.min(...trainings.map(({ sessions }) => sessions.length)),
    // Two half days of different lines may fall on one day of a person, so each counts as half of one.
    days: pinned
      ? 0
      : Math.min(...trainings.map(({ sessions }) => sessions.reduce((sum, { halfDays }) => sum + halfDays / 2, 0))),
    ways: new Map(
      line.online
        ? []
        : rooms.map(({ building }) => [building, stays(building) ? 0 : problem.weights.trainerTravel] as const),
    ),
    units: problem.units.flatMap(({ id, building, staff }) => {
      const own = byUnit.get(id)?.length ?? 0
      return own === 0 ? [] : { building, people: own, limit: absenceLimit(staff, problem.absenceShare) }
    }),
  }
}

function crowdModel(crowd: Crowd, weights: PlacingProblem['weights'], model: LinearModel): void {
  const { line, groups, seats, sessions, days, units } = crowd
  const ways = crowd.ways.size === 0 ? new Map([['', 0]]) : crowd.ways
  const places = [...ways].map(([building, way], at) => ({ building, way, name: `m${at}` }))
  model.row(
    places.map(({ name }) => [1, name]),
    '=',
    groups,
  )
  for (const [number, { people }] of units.entries())
    model.row(
      places.map((_, at) => [1, `z${number}_${at}`]),
      '=',
      people,
    )
  for (const [at, { building, way, name }] of places.entries()) {
    model.whole(name)
    model.cost(way * sessions, name)
    const there = units.map((_, number): [number, string] => [1, `z${number}_${at}`])
    model.row([...there, [-seats, name]], '<=', 0)
    for (const [number, unit] of units.entries()) {
      const here = `z${number}_${at}`
      if (building !== '' && unit.building !== null && unit.building !== building)
        model.cost(weights.otherBuilding * sessions, here)
      if (unit.people > unit.limit && days > 0) {
        model.cost(weights.unitAbsence * days, `a${number}_${at}`)
        model.row(
          [
            [1, here],
            [-unit.limit, name],
            [-1, `a${number}_${at}`],
          ],
          '<=',
          0,
        )
      }
      if (line.mix === 'sameUnit') {
        model.whole(`p${number}_${at}`)
        model.row(
          [
            [1, here],
            [-Math.min(seats, unit.people), `p${number}_${at}`],
          ],
          '<=',
          0,
        )
      }
      // Half of a group, rounded up, is at most half of its people and one more half.
      if (line.mix === 'mixed') {
        model.cost(weights.unitMix, `v${number}_${at}`)
        const half = there.map(([, column]): [number, string] => [column === here ? 0.5 : -0.5, column])
        model.row([...half, [-0.5, name], [-1, `v${number}_${at}`]], '<=', 0)
      }
    }
  }
  if (line.mix !== 'sameUnit') return
  model.cost(weights.unitMix, 'more')
  const present = units.flatMap((_, number) => places.map((_, at): [number, string] => [1, `p${number}_${at}`]))
  model.row([...present, [-1, 'more']], '<=', groups)
}
