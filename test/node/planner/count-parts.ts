import type { PlacingProblem } from '../../../src-core/delivery/placing/placing.ts'
import type { PlacedYear } from '../../../src-core/delivery/placing/schedule.ts'

/*
 * Counts the wishes of a schedule in the plainest way, without the rules of the program, so that both can be held against
 * each other.
 */

/** The amount of every part of the objective. */
export function countParts(
  problem: PlacingProblem,
  { placements, seats }: Pick<PlacedYear, 'placements' | 'seats'>,
): Readonly<Record<string, number>> {
  const session = (id: string) => {
    for (const training of problem.trainings)
      for (const one of training.sessions) if (one.id === id) return { one, training }
    throw new Error(`No session ${id}`)
  }
  const line = (id: string) => problem.lines.find((one) => one.id === id) as (typeof problem.lines)[number]
  const room = (id: string | null) => problem.rooms.find((one) => one.id === id)
  const unitOf = (personId: string) => {
    const person = problem.persons.find((one) => one.id === personId)
    return problem.units.find((one) => one.id === person?.unitId) as (typeof problem.units)[number]
  }
  const month = (date: string) => Number(date.split('-')[0]) * 12 + Number(date.split('-')[1]) - 1
  const distinct = (list: readonly unknown[]) => new Set(list).size
  const all = placements.map((placement) => ({ ...placement, ...session(placement.sessionId) }))

  let early = 0
  let preferredQuarter = 0
  let otherBuilding = 0
  let trainerTravel = 0
  for (const { training, date, roomId, trainerId } of all) {
    const { priority, preferredQuarter: wish } = line(training.lineId)
    early += ((month(date) - month(problem.from)) * priority) / 100
    if (wish !== null) preferredQuarter += Math.abs(Math.floor((month(date) % 12) / 3) + 1 - wish)
    const building = room(roomId)?.building
    const home = problem.trainers.find(({ id }) => id === trainerId)?.building ?? null
    if (building !== undefined && home !== null && home !== building) trainerTravel++
    for (const { personId, trainingId } of seats) {
      const own = trainingId === training.id ? unitOf(personId).building : null
      if (building !== undefined && own !== null && own !== building) otherBuilding++
    }
  }
  for (const onDay of Map.groupBy(all, (one) => `${one.trainerId} ${one.date}`).values())
    trainerTravel += Math.max(0, distinct(onDay.flatMap(({ roomId }) => room(roomId)?.building ?? [])) - 1)

  let roomChanges = 0
  let unitMix = 0
  for (const training of problem.trainings) {
    const rooms = all.flatMap((one) => (one.training.id === training.id && one.roomId !== null ? [one.roomId] : []))
    roomChanges += Math.max(0, distinct(rooms) - 1)
    const members = seats.filter(({ trainingId }) => trainingId === training.id)
    const units = [...Map.groupBy(members, ({ personId }) => unitOf(personId).id).values()]
    const { mix } = line(training.lineId)
    if (mix === 'sameUnit') unitMix += Math.max(0, units.length - 1)
    if (mix === 'mixed') {
      const half = Math.ceil(members.length / 2)
      unitMix += units.reduce((sum, own) => sum + Math.max(0, own.length - half), 0)
    }
  }

  let unitAbsence = 0
  for (const date of new Set(all.map((one) => one.date))) {
    const held = new Set(all.filter((one) => one.date === date).map(({ training }) => training.id))
    const away = new Set(seats.filter(({ trainingId }) => held.has(trainingId)).map(({ personId }) => personId))
    for (const unit of problem.units) {
      const count = [...away].filter((personId) => unitOf(personId).id === unit.id).length
      unitAbsence += Math.max(0, count - Math.max(1, Math.floor(unit.staff * problem.absenceShare + 1e-9)))
    }
  }

  const earlier = problem.previous
  const wasElsewhere = all.filter((one) => {
    const before = earlier?.placements.find(({ sessionId }) => sessionId === one.sessionId)
    return (
      before &&
      `${before.date}${before.half}${before.roomId}${before.trainerId}` !==
        `${one.date}${one.half}${one.roomId}${one.trainerId}`
    )
  }).length
  const wasInAnother = seats.filter((seat) =>
    earlier?.seats.some(
      (one) => one.personId === seat.personId && one.lineId === seat.lineId && one.trainingId !== seat.trainingId,
    ),
  ).length

  return {
    unplaced: problem.trainings.flatMap(({ sessions }) => sessions).length - placements.length,
    ungrouped: problem.enrolments.length - seats.length,
    preferredQuarter,
    early,
    monthLoad: monthLoad(problem, all),
    unitAbsence,
    trainerTravel,
    roomChanges,
    otherBuilding,
    unitMix,
    moves: wasElsewhere + wasInAnother,
  }
}

function monthLoad(
  problem: PlacingProblem,
  placed: readonly { readonly date: string; readonly one: { readonly halfDays: number } }[],
): number {
  const working = new Map<string, number>()
  for (let at = Date.parse(problem.from); at <= Date.parse(problem.to); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10)
    if ([0, 6].includes(new Date(at).getUTCDay())) continue
    const free = problem.holidays.filter((holiday) => holiday.date === date).map(({ half }) => half)
    const halves = free.includes('none') ? 0 : 2 - new Set(free).size
    working.set(date.slice(0, 7), (working.get(date.slice(0, 7)) ?? 0) + halves)
  }
  const total = [...working.values()].reduce((sum, count) => sum + count, 0)
  const wanted = problem.trainings.flatMap(({ sessions }) => sessions).reduce((sum, one) => sum + one.halfDays, 0)
  let over = 0
  for (const [month, count] of working) {
    const load = placed.filter((one) => one.date.startsWith(month)).reduce((sum, { one }) => sum + one.halfDays, 0)
    over += Math.max(0, load - Math.ceil((wanted * count) / total))
  }
  return over
}
