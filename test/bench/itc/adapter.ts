import type { Board, Term } from '../../../src-node/planner/board.ts'
import { type Ground, rowAt } from '../../../src-node/planner/ground.ts'
import type { Instance, Lecture } from './instance.ts'

/**
 * An instance in the words of the planner: a period is a slot, a course a group, a lecture a session, a teacher a trainer,
 * and a curriculum a person who attends all its courses.
 */
export function groundOf(instance: Instance): Ground {
  const { courses, rooms, curricula, periodsPerDay } = instance
  const slots = instance.days * periodsPerDay
  const teachers = [...new Set(courses.map(({ teacher }) => teacher))]
  const sessions = courses.flatMap((course, group) =>
    Array.from({ length: course.lectures }, () => ({ course, group })),
  )
  const allRooms = Int32Array.from(rooms.keys())
  const starts = courses.map(({ id }) => {
    const blocked = instance.unavailable.flatMap(({ course, day, period }) =>
      course === id ? [day * periodsPerDay + period] : [],
    )
    return Int32Array.from(Array.from({ length: slots }, (_, slot) => slot).filter((slot) => !blocked.includes(slot)))
  })
  const enrolled = curricula.flatMap(({ courses: own }, person) =>
    own.map((id) => ({ person, course: courses.findIndex((course) => course.id === id) })),
  )
  let next = 0
  return {
    days: instance.days,
    perDay: periodsPerDay,
    dayNumber: Int32Array.from(Array.from({ length: instance.days }).keys()),
    length: new Uint8Array(sessions.length).fill(1),
    groupOf: Int32Array.from(sessions, ({ group }) => group),
    lessons: new Int32Array(sessions.length).fill(1),
    starts: sessions.map(({ group }) => rowAt(starts, group)),
    roomsFor: sessions.map(() => allRooms),
    trainersFor: sessions.map(({ course }) => Int32Array.of(teachers.indexOf(course.teacher))),
    fixed: sessions.map(() => null),
    sessionsOf: courses.map(({ lectures }) => Int32Array.from({ length: lectures }, () => next++)),
    lineOf: Int32Array.from(courses.keys()),
    seats: new Int32Array(courses.length).fill(curricula.length),
    reserved: courses.map(() => null),
    withinDays: new Int32Array(courses.length).fill(1000),
    ordered: false,
    groupsOf: courses.map((_, group) => [group]),
    linesBefore: courses.map(() => []),
    roomCount: rooms.length,
    roomClosed: new Uint8Array(rooms.length * slots),
    trainerCount: teachers.length,
    trainerClosed: new Uint8Array(teachers.length * slots),
    trainerLimit: new Int32Array(teachers.length).fill(periodsPerDay),
    unitOf: new Int32Array(curricula.length),
    unitCount: 1,
    dutyOf: curricula.map(() => null),
    enrolledPerson: Int32Array.from(enrolled, ({ person }) => person),
    enrolledLine: Int32Array.from(enrolled, ({ course }) => course),
    settled: Int32Array.from(enrolled, ({ course }) => course),
    unplacedCost: 1000,
    ungroupedCost: 0,
  }
}

/** The competition's four costs, counted as sessions come and go. */
export const costTerms =
  (instance: Instance) =>
  (board: Board): readonly Term[] => [
    roomTerm(board, instance),
    workingDaysTerm(board, instance),
    compactnessTerm(board),
  ]

/** A point for each student without a seat, and for each room of a course beyond the first. */
function roomTerm({ ground }: Board, { courses, rooms }: Instance): Term {
  const crowded = Int32Array.from(
    courses.flatMap(({ students }) => rooms.map(({ capacity }) => Math.max(0, students - capacity))),
  )
  const used = new Uint8Array(courses.length * rooms.length)
  const distinct = new Uint8Array(courses.length)
  const stability = (group: number): number => Math.max(0, (distinct[group] as number) - 1)
  const step = (session: number, room: number, sign: 1 | -1): number => {
    const group = ground.groupOf[session] as number
    const place = group * rooms.length + room
    const before = stability(group)
    const count = (used[place] as number) + sign
    used[place] = count
    if (count === (sign === 1 ? 1 : 0)) distinct[group] = (distinct[group] as number) + sign
    return sign * (crowded[place] as number) + stability(group) - before
  }
  return {
    into: (session, _slot, room) => step(session, room, 1),
    out: (session, _slot, room) => step(session, room, -1),
  }
}

/** Five points for each day that a course lacks of those it should be spread over. */
function workingDaysTerm({ ground }: Board, { courses, days, periodsPerDay }: Instance): Term {
  const held = new Uint8Array(courses.length * days)
  const distinct = new Uint8Array(courses.length)
  const wanted = Uint8Array.from(courses, ({ minWorkingDays }) => minWorkingDays)
  const missing = (group: number): number => 5 * Math.max(0, (wanted[group] as number) - (distinct[group] as number))
  const step = (session: number, slot: number, sign: 1 | -1): number => {
    const group = ground.groupOf[session] as number
    const place = group * days + Math.floor(slot / periodsPerDay)
    const before = missing(group)
    const count = (held[place] as number) + sign
    held[place] = count
    if (count === (sign === 1 ? 1 : 0)) distinct[group] = (distinct[group] as number) + sign
    return missing(group) - before
  }
  return { into: (session, slot) => step(session, slot, 1), out: (session, slot) => step(session, slot, -1) }
}

/** Two points for each lecture of a curriculum that has no other one beside it on its day. */
function compactnessTerm(board: Board): Term {
  const { ground, personAt, slots } = board
  const { perDay } = ground
  /** How many isolated lectures there are more with this one than without it; it stands on no table now. */
  const isolated = (session: number, slot: number): number => {
    const period = slot % perDay
    const members = board.members[ground.groupOf[session] as number] as readonly number[]
    let amount = 0
    for (let i = 0; i < members.length; i++) {
      const here = (members[i] as number) * slots + slot
      const left = period > 0 && (personAt[here - 1] as number) >= 0
      const right = period < perDay - 1 && (personAt[here + 1] as number) >= 0
      if (!left && !right) amount++
      if (left && !(period > 1 && (personAt[here - 2] as number) >= 0)) amount--
      if (right && !(period < perDay - 2 && (personAt[here + 2] as number) >= 0)) amount--
    }
    return 2 * amount
  }
  return {
    into: (session, slot) => isolated(session, slot),
    out: (session, slot) => -isolated(session, slot),
  }
}

/** The lectures of a finished board; sessions without a place are left out, so that the judge finds them missing. */
export const lecturesOf = (instance: Instance, board: Board): readonly Lecture[] =>
  [...board.slot].flatMap((slot, session) =>
    slot < 0
      ? []
      : {
          course: instance.courses[board.ground.groupOf[session] as number]?.id ?? '',
          room: instance.rooms[board.room[session] as number]?.id ?? '',
          day: Math.floor(slot / instance.periodsPerDay),
          period: slot % instance.periodsPerDay,
        },
  )
