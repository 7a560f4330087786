import type { SessionTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { linesOf, type Plan, type PlanLine } from '../plan/index.ts'
import { reservedSeatsOf } from './groups.repository.ts'
import { isHeld } from './make.ts'
import type { PlacingProblem } from './placing/placing.ts'
import type { PlacingSettings } from './placing.settings.ts'
import {
  holidaysFrom,
  roomOwners,
  roomsFor,
  topicFacts,
  trainersFor,
  unitStaff,
  unitsOfPersons,
} from './resources.repository.ts'
import { enrolmentsOf, listDuty, sessionsOf, trainingsOf } from './schedule.repository.ts'
import { dayHours, sessionsFor, withinDays } from './training.rules.ts'

const standardPriority = 50

/** Whoever a provider sends is nobody in our lists; the search sees one guest for each group. */
const guest = (lineNo: number, group: number): string => `guest:${lineNo}:${group}`

export const isGuest = (trainerId: string): boolean => trainerId.startsWith('guest:')

type Options = {
  readonly settings: PlacingSettings
  /** Sessions before this day have been held and stay. */
  readonly today: string
  /** Begins with the schedule that stands and leaves it only for what is worth the moves. */
  readonly keep: boolean
}

const lineId = (lineNo: number): string => `L${lineNo}`

/** The number of a line in the plan, of its id in the problem. */
export const lineNoOf = (id: string): number => Number(id.slice(1))

/** What is to be placed of a plan's year, with everything that stands in the way. */
export async function problemOf(db: Reader, plan: Plan, options: Options): Promise<PlacingProblem> {
  const { settings, today, keep } = options
  const [from, to] = [`${plan.year}-01-01`, `${plan.year}-12-31`]
  const lines = (await linesOf(db, plan.id)).filter(isHeld)
  const lineByNo = new Map(lines.map((line) => [line.lineNo, line]))
  const trainings = (await trainingsOf(db, plan.year)).filter(
    ({ lineNo, state }) => lineByNo.has(lineNo) && state !== 'CANCELLED',
  )
  const sessions = await sessionsOf(db, plan.year)
  const sessionsBy = Map.groupBy(sessions, ({ trainingId }) => trainingId)
  const enrolments = (await enrolmentsOf(db, plan.year)).filter(({ lineNo }) =>
    trainings.some((one) => one.lineNo === lineNo),
  )
  const reserved = new Map(
    [...Map.groupBy(await reservedSeatsOf(db, plan.year), ({ trainingId }) => trainingId)].map(([id, own]) => [
      id,
      own.map(({ unitId, seats }) => ({ unitId, seats })),
    ]),
  )
  const holidays = await holidaysFrom(db, from, to)
  const rooms = await roomsFor(db, new Set(sessions.flatMap(({ roomId }) => roomId ?? [])))
  const used = new Set([...sessions, ...lines].flatMap(({ trainerId }) => trainerId ?? []))
  const trainers = await trainersFor(db, from, to, used)
  const buildings = await buildingsOf(db)
  const topics = await topicFacts(db)
  const unitOfPerson = await unitsOfPersons(
    db,
    trainers.flatMap(({ personId }) => personId ?? []),
  )
  const duty = Map.groupBy(await listDuty(db), ({ unitId }) => unitId)

  const giversOf = new Map(
    lines.map((line) => {
      const ofTopic = trainers.filter(
        ({ id, topicIds }) => id === line.trainerId || topicIds.includes(line.topicId ?? ''),
      )
      return [
        line.lineNo,
        line.providerId !== null && line.trainerId === null ? [] : ofTopic.map(({ id }) => id),
      ] as const
    }),
  )
  const linesOfTrainer = new Map<string, string[]>()
  for (const [lineNo, givers] of giversOf) {
    for (const id of givers) linesOfTrainer.set(id, [...(linesOfTrainer.get(id) ?? []), lineId(lineNo)])
  }
  const groupIndex = new Map<string, number>()
  const groupsBy = Map.groupBy(trainings, ({ lineNo }) => lineNo)
  for (const own of groupsBy.values()) for (const [at, { id }] of own.entries()) groupIndex.set(id, at)
  const held = (one: SessionTable): boolean => one.date !== null && (one.pinned === 1 || one.date < today)
  const trainerOf = (one: SessionTable, lineNo: number): string =>
    one.trainerId ?? guest(lineNo, groupIndex.get(one.trainingId) ?? 0)
  const settledTrainings = new Set(
    trainings.filter(({ id }) => (sessionsBy.get(id) ?? []).some(held)).map(({ id }) => id),
  )
  const guests = [...groupsBy].flatMap(([lineNo, own]) =>
    needsGuests(lineByNo.get(lineNo)) ||
    own.some(({ id }) => (sessionsBy.get(id) ?? []).some((one) => one.trainerId === null && one.date !== null))
      ? own.map((_, at) => ({
          id: guest(lineNo, at),
          topicIds: needsGuests(lineByNo.get(lineNo)) ? [lineId(lineNo)] : [],
          building: null,
          available: null,
          unavailable: [],
          dailyTenths: 80,
        }))
      : [],
  )
  const lineOfTopic = new Map(
    lines.flatMap(({ topicId, lineNo }) => (topicId === null ? [] : [[topicId, lineNo] as const])),
  )
  const placed = trainings.flatMap(({ id, lineNo }) =>
    (sessionsBy.get(id) ?? []).flatMap((one) =>
      one.date === null ? [] : [{ ...placeOf(one), trainerId: trainerOf(one, lineNo), sessionId: one.id }],
    ),
  )
  return {
    from,
    to,
    holidays: holidays.map(({ date, half }) => ({ date, half })),
    dayHalves: dayHours,
    rooms: rooms.map(({ id, venue, capacity, bookableFrom, bookableTo }) => ({
      id,
      building: venue,
      capacity,
      equipment: [],
      bookableFrom,
      bookableTo,
      closed: [],
    })),
    trainers: [
      ...trainers.map(({ id, personId, available, unavailable }) => ({
        id,
        topicIds: linesOfTrainer.get(id) ?? [],
        building: buildings.get(unitOfPerson.get(personId ?? '') ?? '') ?? null,
        available,
        unavailable,
        dailyTenths: 80,
      })),
      ...guests,
    ],
    units: (await unitStaff(db)).map(({ id, staff }) => ({
      id,
      staff,
      building: buildings.get(id) ?? null,
      duty: (duty.get(id) ?? []).map(({ fromDate, toDate, half }) => ({ from: fromDate, to: toDate, half })),
    })),
    persons: [...new Map(enrolments.map(({ personId, unitId }) => [personId, { id: personId, unitId }])).values()],
    lines: lines
      .filter(({ lineNo }) => groupsBy.has(lineNo))
      .map((line) => ({
        id: lineId(line.lineNo),
        topicId: lineId(line.lineNo),
        after: (topics.get(line.topicId ?? '')?.prerequisites ?? []).flatMap((topicId) => {
          const before = lineOfTopic.get(topicId)
          return before === undefined || before === line.lineNo || !groupsBy.has(before) ? [] : lineId(before)
        }),
        ...spanOf(line, plan.year, today),
        preferredQuarter: line.quarter,
        priority: line.score ?? standardPriority,
        online: line.mode === 'onlineLive' || line.mode === 'field',
        equipment: [],
        mix: groupsBy.get(line.lineNo)?.[0]?.mix ?? 'any',
      })),
    trainings: trainings.map(({ id, lineNo, code, seats }) => {
      const own = sessionsBy.get(id) ?? []
      return {
        id,
        lineId: lineId(lineNo),
        code,
        seats,
        reserved: reserved.get(id) ?? [],
        withinDays: withinDays(own.length),
        sessions: own.map((one) => ({
          id: one.id,
          lessonTenths: one.lessonTenths,
          halfDays: one.halfDays === 2 ? (2 as const) : (1 as const),
          pinned: held(one) ? { ...placeOf(one), trainerId: trainerOf(one, lineNo) } : null,
        })),
      }
    }),
    enrolments: enrolments.map(({ personId, lineNo, trainingId }) => ({
      personId,
      lineId: lineId(lineNo),
      trainingId: trainingId !== null && settledTrainings.has(trainingId) ? trainingId : null,
    })),
    absenceShare: settings.absenceShare,
    weights: settings.weights,
    previous:
      keep && placed.length > 0
        ? {
            placements: placed,
            seats: enrolments.flatMap(({ personId, lineNo, trainingId }) =>
              trainingId === null ? [] : [{ personId, lineId: lineId(lineNo), trainingId }],
            ),
          }
        : null,
  }
}

const needsGuests = (line: PlanLine | undefined): boolean =>
  line !== undefined && line.providerId !== null && line.trainerId === null

const placeOf = ({ date, half, roomId }: SessionTable) => ({
  date: date ?? '',
  half: half ?? ('none' as const),
  roomId,
})

/** Days of one group after another that a month has room for. */
const daysOfMonth = 10

/** A line that names its month begins in it and is over as soon as its groups can be, one after another; nothing is placed before today. */
function spanOf({ month, groups, lessonHours }: PlanLine, year: number, today: string) {
  const first = month === null ? `${year}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`
  const days = groups * sessionsFor(Math.round(lessonHours * 10)).length
  const end = month === null ? 12 : Math.min(12, month + Math.ceil(days / daysOfMonth) - 1)
  const due = month === null ? null : new Date(Date.UTC(year, end, 0)).toISOString().slice(0, 10)
  return { notBefore: first > today ? first : today, due }
}

/** The building of a unit: where it has a room, else that of the unit above it. */
async function buildingsOf(db: Reader): Promise<ReadonlyMap<string, string>> {
  const own = new Map((await roomOwners(db)).map(({ unitId, venue }) => [unitId ?? '', venue]))
  const units = await unitStaff(db)
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const found = new Map<string, string>()
  for (const { id } of units) {
    for (let unit: string | null | undefined = id, step = 0; unit && step < 12; unit = parents.get(unit), step++) {
      const venue = own.get(unit)
      if (venue !== undefined) {
        found.set(id, venue)
        break
      }
    }
  }
  return found
}
