import type { Place, PlacingLine, PlacingProblem, PlacingSession } from '../../src-core/delivery/placing/placing.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import type { Ground, Spot } from './ground.ts'
import { figuresOf } from './year-figures.ts'
import type { YearFigures } from './year-terms.ts'

/** Which index stands for which record. */
export type Names = {
  readonly sessions: readonly PlacingSession[]
  readonly rooms: readonly string[]
  readonly trainers: readonly string[]
  readonly persons: readonly string[]
  readonly units: readonly string[]
  readonly lines: readonly string[]
  readonly trainings: readonly string[]
}

export type CompiledYear = {
  readonly calendar: Calendar
  readonly ground: Ground
  readonly figures: YearFigures
  readonly names: Names
  /** The place of a record's id in its list, or −1. */
  readonly find: Readonly<Record<'room' | 'trainer' | 'person' | 'unit' | 'line' | 'training', (id: string) => number>>
  /** The spot of a place in this calendar; null where its day, room or trainer is not there any more. */
  spotOf(place: Place): Spot | null
}

const finder = (ids: readonly string[]): ((id: string) => number) => {
  const known = new Map(ids.map((id, index) => [id, index]))
  return (id) => known.get(id) ?? -1
}

/** A problem that names a record it does not hold was put together wrongly; nothing of it is guessed. */
function refuseUnknown(problem: PlacingProblem, find: CompiledYear['find'], spotOf: CompiledYear['spotOf']): void {
  const known = (kind: keyof CompiledYear['find'], id: string): void => {
    if (find[kind](id) < 0) throw new RangeError(`The placing problem names an unknown ${kind}: ${id}`)
  }
  for (const { unitId } of problem.persons) known('unit', unitId)
  for (const { lineId, reserved, sessions } of problem.trainings) {
    known('line', lineId)
    for (const { unitId } of reserved) known('unit', unitId)
    for (const { id, pinned } of sessions) {
      if (pinned && !spotOf(pinned))
        throw new RangeError(`Session ${id} is pinned to a room or trainer that is unknown`)
    }
  }
  for (const { personId, lineId, trainingId } of problem.enrolments) {
    known('person', personId)
    known('line', lineId)
    if (trainingId !== null) known('training', trainingId)
  }
}

/** Turns a problem into numbers. People without an enrolment stay outside. */
export function compileYear(problem: PlacingProblem): CompiledYear {
  const calendar = calendarOf(problem)
  const { slots } = calendar
  const enrolled = new Set(problem.enrolments.map(({ personId }) => personId))
  const persons = problem.persons.filter(({ id }) => enrolled.has(id))
  const sessions = problem.trainings.flatMap((training) => training.sessions)
  const names: Names = {
    sessions,
    rooms: problem.rooms.map(({ id }) => id),
    trainers: problem.trainers.map(({ id }) => id),
    persons: persons.map(({ id }) => id),
    units: problem.units.map(({ id }) => id),
    lines: problem.lines.map(({ id }) => id),
    trainings: problem.trainings.map(({ id }) => id),
  }
  const find = {
    room: finder(names.rooms),
    trainer: finder(names.trainers),
    person: finder(names.persons),
    unit: finder(names.units),
    line: finder(names.lines),
    training: finder(names.trainings),
  }
  const spotOf = (place: Place): Spot | null => {
    const slot = calendar.slotOf(place)
    const room = place.roomId === null ? -1 : find.room(place.roomId)
    const trainer = find.trainer(place.trainerId)
    return slot < 0 || trainer < 0 || (place.roomId !== null && room < 0) ? null : { slot, room, trainer }
  }
  refuseUnknown(problem, find, spotOf)
  const lineOfTraining = problem.trainings.map((training) => problem.lines[find.line(training.lineId)] as PlacingLine)
  const bySession = problem.trainings.flatMap((training, group) =>
    training.sessions.map((session) => ({ session, group, training, line: lineOfTraining[group] as PlacingLine })),
  )
  const shared = sharing()
  const unitDuty = problem.units.map(({ duty }) => {
    if (duty.length === 0) return null
    const mask = new Uint8Array(slots)
    calendar.mark(mask, 0, duty, 1)
    return mask
  })
  const unitOf = Int32Array.from(persons, ({ unitId }) => find.unit(unitId))
  let next = 0
  const ground: Ground = {
    days: calendar.dates.length,
    perDay: 2,
    dayNumber: Int32Array.from(calendar.dates, (date) => Date.parse(date) / 86_400_000),
    length: Uint8Array.from(sessions, ({ halfDays }) => halfDays),
    groupOf: Int32Array.from(bySession, ({ group }) => group),
    lessons: Int32Array.from(sessions, ({ lessonTenths }) => lessonTenths),
    starts: bySession.map(({ session, line }) =>
      shared(`starts ${session.halfDays} ${line.notBefore} ${line.due}`, () => startsOf(calendar, session, line)),
    ),
    roomsFor: bySession.map(({ training, line }) =>
      shared(`rooms ${line.online} ${training.seats} ${line.equipment.toSorted().join('\u0000')}`, () =>
        line.online ? [-1] : fittingRooms(problem, training.seats, line.equipment),
      ),
    ),
    trainersFor: bySession.map(({ line }) =>
      shared(`trainers ${line.topicId}`, () =>
        problem.trainers.flatMap(({ topicIds }, trainer) => (topicIds.includes(line.topicId) ? [trainer] : [])),
      ),
    ),
    fixed: sessions.map(({ pinned }) => pinned && spotOf(pinned)),
    sessionsOf: problem.trainings.map((training) => Int32Array.from(training.sessions, () => next++)),
    lineOf: Int32Array.from(problem.trainings, ({ lineId }) => find.line(lineId)),
    seats: Int32Array.from(problem.trainings, ({ seats }) => seats),
    reserved: problem.trainings.map(({ reserved }) =>
      reserved.length === 0 ? null : new Map(reserved.map(({ unitId, seats }) => [find.unit(unitId), seats])),
    ),
    withinDays: Int32Array.from(problem.trainings, ({ withinDays }) => withinDays ?? 100_000),
    ordered: true,
    groupsOf: problem.lines.map((line) =>
      problem.trainings.flatMap(({ lineId }, group) => (lineId === line.id ? [group] : [])),
    ),
    linesBefore: problem.lines.map(({ after }) => after.map(find.line).filter((line) => line >= 0)),
    roomCount: problem.rooms.length,
    roomClosed: closedRooms(problem, calendar),
    trainerCount: problem.trainers.length,
    trainerClosed: closedTrainers(problem, calendar),
    trainerLimit: Int32Array.from(problem.trainers, ({ dailyTenths }) => dailyTenths),
    unitOf,
    unitCount: problem.units.length,
    dutyOf: persons.map((_, person) => unitDuty[unitOf[person] as number] ?? null),
    enrolledPerson: Int32Array.from(problem.enrolments, ({ personId }) => find.person(personId)),
    enrolledLine: Int32Array.from(problem.enrolments, ({ lineId }) => find.line(lineId)),
    settled: Int32Array.from(problem.enrolments, ({ trainingId }) =>
      trainingId === null ? -1 : find.training(trainingId),
    ),
    unplacedCost: problem.weights.unplaced,
    ungroupedCost: problem.weights.ungrouped,
  }
  return { calendar, ground, figures: figuresOf(problem, calendar, names, find, spotOf), names, find, spotOf }
}

/** Lists that many sessions have in common are made once. */
function sharing(): (key: string, make: () => readonly number[]) => Int32Array {
  const known = new Map<string, Int32Array>()
  return (key, make) => {
    const before = known.get(key)
    if (before) return before
    const list = Int32Array.from(make())
    known.set(key, list)
    return list
  }
}

function startsOf({ dates, works }: Calendar, session: PlacingSession, line: PlacingLine): readonly number[] {
  return dates.flatMap((date, day) => {
    if ((line.notBefore && date < line.notBefore) || (line.due && date > line.due)) return []
    const halves = [day * 2, day * 2 + 1].filter((slot) => works[slot] === 1)
    if (session.halfDays === 1) return halves
    return halves.length === 2 ? [day * 2] : []
  })
}

const fittingRooms = (problem: PlacingProblem, seats: number, equipment: readonly string[]): readonly number[] =>
  problem.rooms.flatMap((room, index) =>
    room.capacity >= seats && equipment.every((one) => room.equipment.includes(one)) ? [index] : [],
  )

function closedRooms(problem: PlacingProblem, calendar: Calendar): Uint8Array {
  const mask = new Uint8Array(problem.rooms.length * calendar.slots)
  const { am, pm } = problem.dayHalves
  for (const [index, room] of problem.rooms.entries()) {
    const offset = index * calendar.slots
    const bookable = (half: typeof am): boolean => room.bookableFrom <= half.from && half.to <= room.bookableTo
    const wholeYear = { from: problem.from, to: problem.to }
    if (!bookable(am)) calendar.mark(mask, offset, [{ ...wholeYear, half: 'am' }], 1)
    if (!bookable(pm)) calendar.mark(mask, offset, [{ ...wholeYear, half: 'pm' }], 1)
    calendar.mark(mask, offset, room.closed, 1)
  }
  return mask
}

function closedTrainers(problem: PlacingProblem, calendar: Calendar): Uint8Array {
  const mask = new Uint8Array(problem.trainers.length * calendar.slots)
  for (const [index, trainer] of problem.trainers.entries()) {
    const offset = index * calendar.slots
    if (trainer.available) {
      mask.fill(1, offset, offset + calendar.slots)
      calendar.mark(mask, offset, trainer.available, 0)
    }
    calendar.mark(mask, offset, trainer.unavailable, 1)
  }
  return mask
}
