import type { Placement, PlacingProblem, TimeSpan } from '../../../src-core/delivery/placing/placing.ts'
import type { PlacedYear } from '../../../src-core/delivery/placing/schedule.ts'

/*
 * Judges a schedule by the problem alone. It shares no code with the search, and counts everything anew from dates and
 * ids, so that a fault of the search cannot hide in it.
 */

export type Rule =
  | 'accounted'
  | 'halves'
  | 'calendar'
  | 'dates'
  | 'room'
  | 'roomHours'
  | 'roomClash'
  | 'trainerTopic'
  | 'trainerTime'
  | 'trainerDay'
  | 'trainerClash'
  | 'personClash'
  | 'duty'
  | 'sessionOrder'
  | 'span'
  | 'prerequisite'
  | 'pinned'
  | 'seats'
  | 'reserved'
  | 'enrolment'

export type Violation = { readonly rule: Rule; readonly what: string }

type Half = 'am' | 'pm'

const halvesOf = (half: Placement['half']): readonly Half[] => (half === 'none' ? ['am', 'pm'] : [half])

const covers = (span: TimeSpan, date: string, half: Half): boolean =>
  span.from <= date && date <= span.to && (span.half === 'none' || span.half === half)

/** A moment of a session that sorts and compares: `2027-03-01 1` is the afternoon. */
const moment = (date: string, half: Half): string => `${date} ${half === 'am' ? 0 : 1}`

const days = (one: string, other: string): number => Math.round((Date.parse(other) - Date.parse(one)) / 86_400_000)

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]))

/** Every hard rule that the schedule breaks. What an officer pinned or settled may break them among itself. */
export function checkSchedule(
  problem: PlacingProblem,
  year: Pick<PlacedYear, 'placements' | 'seats' | 'unplaced' | 'ungrouped'>,
): readonly Violation[] {
  const violations: Violation[] = []
  const broken = (rule: Rule, ...what: readonly unknown[]): void => {
    violations.push({ rule, what: what.join(' ') })
  }
  const lines = byId(problem.lines)
  const rooms = byId(problem.rooms)
  const trainers = byId(problem.trainers)
  const units = byId(problem.units)
  const persons = byId(problem.persons)
  const trainings = byId(problem.trainings)
  const sessions = new Map(
    problem.trainings.flatMap((training) =>
      training.sessions.map((session, place) => [session.id, { session, training, place }] as const),
    ),
  )
  const isPinned = (sessionId: string): boolean => sessions.get(sessionId)?.session.pinned != null
  const settled = new Map(problem.enrolments.map((one) => [`${one.personId}|${one.lineId}`, one.trainingId]))

  const accounted = new Map<string, number>()
  for (const { sessionId } of [...year.placements, ...year.unplaced])
    accounted.set(sessionId, (accounted.get(sessionId) ?? 0) + 1)
  for (const id of sessions.keys()) if (accounted.get(id) !== 1) broken('accounted', id, accounted.get(id) ?? 0)
  for (const id of accounted.keys()) if (!sessions.has(id)) broken('accounted', id)

  for (const placement of year.placements) {
    const known = sessions.get(placement.sessionId)
    const line = known && lines.get(known.training.lineId)
    if (!known || !line) continue
    const { session, training } = known
    const { date, half, roomId, trainerId } = placement
    if (session.pinned) {
      const { pinned } = session
      const stays =
        pinned.date === date && pinned.half === half && pinned.roomId === roomId && pinned.trainerId === trainerId
      if (!stays) broken('pinned', session.id)
      continue
    }
    if ((session.halfDays === 2) !== (half === 'none')) broken('halves', session.id, half)
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
    if (date < problem.from || date > problem.to || weekday === 0 || weekday === 6) broken('calendar', session.id, date)
    for (const holiday of problem.holidays)
      for (const part of halvesOf(half))
        if (covers({ from: holiday.date, to: holiday.date, half: holiday.half }, date, part))
          broken('calendar', session.id, date, part)
    if ((line.notBefore && date < line.notBefore) || (line.due && date > line.due)) broken('dates', session.id, date)
    checkRoom()
    checkTrainer()

    function checkRoom(): void {
      if (roomId === null) {
        if (!line?.online) broken('room', session.id, 'none')
        return
      }
      const room = rooms.get(roomId)
      if (!room || line?.online) {
        broken('room', session.id, roomId)
        return
      }
      if (room.capacity < training.seats) broken('room', session.id, roomId, 'too small')
      for (const one of line?.equipment ?? [])
        if (!room.equipment.includes(one)) broken('room', session.id, roomId, 'has no', one)
      for (const part of halvesOf(half)) {
        const { from, to } = problem.dayHalves[part]
        if (from < room.bookableFrom || to > room.bookableTo) broken('roomHours', session.id, roomId, part)
        if (room.closed.some((span) => covers(span, date, part))) broken('roomHours', session.id, roomId, date)
      }
    }

    function checkTrainer(): void {
      const trainer = trainers.get(trainerId)
      if (!trainer?.topicIds.includes(line?.topicId ?? '')) {
        broken('trainerTopic', session.id, trainerId)
        return
      }
      for (const part of halvesOf(half)) {
        const stated = trainer.available === null || trainer.available.some((span) => covers(span, date, part))
        if (!stated || trainer.unavailable.some((span) => covers(span, date, part)))
          broken('trainerTime', session.id, trainerId, date, part)
      }
    }
  }

  checkDoubles(
    'roomClash',
    year.placements.flatMap((one) => (one.roomId === null ? [] : { key: one.roomId, placement: one, firm: true })),
  )
  checkDoubles(
    'trainerClash',
    year.placements.map((one) => ({ key: one.trainerId, placement: one, firm: true })),
  )
  const placementsOf = Map.groupBy(year.placements, ({ sessionId }) => sessions.get(sessionId)?.training.id)
  checkDoubles(
    'personClash',
    year.seats.flatMap(({ personId, lineId, trainingId }) =>
      (placementsOf.get(trainingId) ?? []).map((placement) => ({
        key: personId,
        placement,
        firm: settled.get(`${personId}|${lineId}`) === trainingId,
      })),
    ),
  )

  function checkDoubles(
    rule: Rule,
    uses: readonly { readonly key: string; readonly placement: Placement; readonly firm: boolean }[],
  ): void {
    const taken = new Map<string, { readonly sessionId: string; readonly fixed: boolean }>()
    for (const { key, placement, firm } of uses) {
      const fixed = firm && isPinned(placement.sessionId)
      for (const part of halvesOf(placement.half)) {
        const place = `${key}|${moment(placement.date, part)}`
        const other = taken.get(place)
        if (other && !(other.fixed && fixed)) broken(rule, place, other.sessionId, placement.sessionId)
        taken.set(place, { sessionId: placement.sessionId, fixed })
      }
    }
  }

  for (const [trainerId, own] of Map.groupBy(year.placements, (one) => one.trainerId)) {
    for (const [date, onDay] of Map.groupBy(own, (one) => one.date)) {
      if (onDay.every(({ sessionId }) => isPinned(sessionId))) continue
      const lessons = onDay.reduce((sum, one) => sum + (sessions.get(one.sessionId)?.session.lessonTenths ?? 0), 0)
      if (lessons > (trainers.get(trainerId)?.dailyTenths ?? 0)) broken('trainerDay', trainerId, date, lessons)
    }
  }

  for (const { personId, lineId, trainingId } of year.seats) {
    const duty = units.get(persons.get(personId)?.unitId ?? '')?.duty ?? []
    for (const placement of placementsOf.get(trainingId) ?? []) {
      if (isPinned(placement.sessionId) && settled.get(`${personId}|${lineId}`) === trainingId) continue
      for (const part of halvesOf(placement.half))
        if (duty.some((span) => covers(span, placement.date, part))) broken('duty', personId, placement.sessionId)
    }
  }

  const begins = (one: Placement): string => moment(one.date, halvesOf(one.half)[0] as Half)
  const ends = (one: Placement): string => moment(one.date, halvesOf(one.half).at(-1) as Half)
  for (const training of problem.trainings) {
    const own = (placementsOf.get(training.id) ?? []).toSorted(
      (one, other) => (sessions.get(one.sessionId)?.place ?? 0) - (sessions.get(other.sessionId)?.place ?? 0),
    )
    for (const [place, later] of own.entries()) {
      for (const earlier of own.slice(0, place)) {
        if (isPinned(later.sessionId) && isPinned(earlier.sessionId)) continue
        if (ends(earlier) >= begins(later)) broken('sessionOrder', earlier.sessionId, later.sessionId)
        const span = Math.abs(days(earlier.date, later.date)) + 1
        if (training.withinDays !== null && span > training.withinDays) broken('span', training.id, span)
      }
    }
  }

  const seatsOfPerson = Map.groupBy(year.seats, ({ personId }) => personId)
  const enrolled = new Set(problem.enrolments.map((one) => `${one.personId}|${one.lineId}`))
  for (const { personId, lineId, trainingId } of year.seats) {
    for (const before of lines.get(lineId)?.after ?? []) {
      if (!enrolled.has(`${personId}|${before}`)) continue
      const first = (seatsOfPerson.get(personId) ?? []).find((one) => one.lineId === before)
      const firstPlacements = first ? (placementsOf.get(first.trainingId) ?? []) : []
      if (!first || firstPlacements.length < (trainings.get(first.trainingId)?.sessions.length ?? 0)) {
        broken('prerequisite', personId, before, 'is not placed')
        continue
      }
      for (const earlier of firstPlacements)
        for (const later of placementsOf.get(trainingId) ?? [])
          if (ends(earlier) >= begins(later) && !(isPinned(earlier.sessionId) && isPinned(later.sessionId)))
            broken('prerequisite', personId, earlier.sessionId, later.sessionId)
    }
  }

  const answered = new Map<string, number>()
  for (const one of [...year.seats, ...year.ungrouped]) {
    const key = `${one.personId}|${one.lineId}`
    answered.set(key, (answered.get(key) ?? 0) + 1)
    if (!enrolled.has(key)) broken('enrolment', key)
  }
  for (const key of enrolled) if (answered.get(key) !== 1) broken('enrolment', key, answered.get(key) ?? 0)
  for (const [trainingId, members] of Map.groupBy(year.seats, (one) => one.trainingId)) {
    const training = trainings.get(trainingId)
    for (const { personId, lineId } of members) {
      const wanted = settled.get(`${personId}|${lineId}`)
      if (training?.lineId !== lineId || (wanted && wanted !== trainingId)) broken('enrolment', personId, trainingId)
    }
    if (!training || members.every((one) => settled.get(`${one.personId}|${one.lineId}`) === trainingId)) continue
    if (members.length > training.seats) broken('seats', trainingId, members.length)
    if (training.reserved.length === 0) continue
    const kept = training.reserved.reduce((sum, { seats }) => sum + seats, 0)
    const using = training.reserved.reduce((sum, { unitId, seats }) => {
      const own = members.filter(({ personId }) => persons.get(personId)?.unitId === unitId).length
      return sum + Math.min(seats, own)
    }, 0)
    if (members.length - using > training.seats - kept) broken('reserved', trainingId)
  }
  return violations
}
