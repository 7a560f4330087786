import { isFree } from '../courses/index.ts'
import type { Reader } from '../database/store.ts'
import type { ClashWorld, Placed } from './clash.rules.ts'
import { covers } from './clash.rules.ts'
import { holidaysFrom, roomsFor, trainersFor } from './resources.repository.ts'
import { enrolmentsOf, listDuty, sessionsOf, trainingsOf } from './schedule.repository.ts'
import type { SessionPlace } from './session.ts'
import { halvesOf } from './training.rules.ts'

type Half = 'am' | 'pm'

/** A year's schedule in memory, in which sessions are tried elsewhere. */
export type YearWorld = ClashWorld & {
  readonly placed: ReadonlyMap<string, Placed & { readonly date: string }>
  readonly people: (trainingId: string) => number
  readonly topicTrainers: (topicId: string | null) => readonly string[]
  /** Rooms with enough seats, those of the same venue as `near` first. */
  readonly roomsWith: (people: number, near: string | null) => readonly string[]
  /** Holds a session somewhere else from now on. */
  readonly put: (id: string, place: SessionPlace | null) => void
}

/** A holiday that is not entered yet. */
export type ExtraHoliday = { readonly date: string; readonly half: 'none' | Half; readonly name: string }

/** Reads a whole year, so that everything in it can be held against everything else. */
export async function yearWorld(db: Reader, year: number, extra: readonly ExtraHoliday[] = []): Promise<YearWorld> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const trainings = new Map((await trainingsOf(db, year)).map((row) => [row.id, row]))
  const sessions = await sessionsOf(db, year)
  const enrolments = await enrolmentsOf(db, year)
  const holidays = Map.groupBy([...(await holidaysFrom(db, from, to)), ...extra], ({ date }) => date)
  const rooms = await roomsFor(db, new Set(sessions.flatMap(({ roomId }) => roomId ?? [])))
  const roomById = new Map(rooms.map((room) => [room.id, room]))
  const trainers = await trainersFor(db, from, to, new Set(sessions.flatMap(({ trainerId }) => trainerId ?? [])))
  const trainerById = new Map(trainers.map((trainer) => [trainer.id, trainer]))
  const duty = Map.groupBy(await listDuty(db), ({ unitId }) => unitId)

  const members = new Map<string, { personId: string; unitId: string }[]>()
  for (const { trainingId, personId, unitId } of enrolments) {
    if (trainingId === null) continue
    const own = members.get(trainingId)
    if (own) own.push({ personId, unitId })
    else members.set(trainingId, [{ personId, unitId }])
  }
  const placed = new Map<string, Placed & { date: string }>()
  const byDate = new Map<string, Set<string>>()
  const whoIsWhere = new Map<string, Map<string, string[]>>()

  const take = (id: string): void => {
    const one = placed.get(id)
    if (!one) return
    placed.delete(id)
    byDate.get(one.date)?.delete(id)
    for (const half of halvesOf(one.half)) whoIsWhere.delete(`${one.date} ${half}`)
  }
  const put = (id: string, trainingId: string, place: SessionPlace | null): void => {
    take(id)
    if (place === null) return
    const { date, half, roomId, trainerId } = place
    placed.set(id, { id, trainingId, code: trainings.get(trainingId)?.code ?? '', date, half, roomId, trainerId })
    const day = byDate.get(date)
    if (day) day.add(id)
    else byDate.set(date, new Set([id]))
    for (const part of halvesOf(half)) whoIsWhere.delete(`${date} ${part}`)
  }
  const trainingOf = new Map(sessions.map(({ id, trainingId }) => [id, trainingId]))
  for (const one of sessions) {
    if (one.date === null || !trainings.has(one.trainingId)) continue
    const { date, half, roomId, trainerId } = one
    put(one.id, one.trainingId, { date, half: half ?? 'none', roomId, trainerId })
  }
  const on = (date: string): readonly Placed[] => [...(byDate.get(date) ?? [])].flatMap((id) => placed.get(id) ?? [])

  /** By person, the sessions of a half day; made when it is first asked for. */
  const presence = (date: string, half: Half): ReadonlyMap<string, readonly string[]> => {
    const key = `${date} ${half}`
    const known = whoIsWhere.get(key)
    if (known) return known
    const made = new Map<string, string[]>()
    for (const one of on(date)) {
      if (!halvesOf(one.half).includes(half)) continue
      for (const { personId } of members.get(one.trainingId) ?? []) {
        const own = made.get(personId)
        if (own) own.push(one.id)
        else made.set(personId, [one.id])
      }
    }
    whoIsWhere.set(key, made)
    return made
  }

  return {
    placed,
    on,
    people: (trainingId) => members.get(trainingId)?.length ?? 0,
    put: (id, place) => put(id, trainingOf.get(id) ?? '', place),
    topicTrainers: (topicId) =>
      topicId === null ? [] : trainers.filter(({ topicIds }) => topicIds.includes(topicId)).map(({ id }) => id),
    roomsWith: (people, near) => {
      const venue = roomById.get(near ?? '')?.venue
      return rooms
        .filter(({ capacity }) => capacity >= people)
        .sort(
          (one, other) => Number(other.venue === venue) - Number(one.venue === venue) || one.capacity - other.capacity,
        )
        .map(({ id }) => id)
    },
    room: (id) => roomById.get(id),
    trainer: (id) => trainerById.get(id),
    dayOff: (date, half) => {
      const ofDay = holidays.get(date) ?? []
      if (!isFree(date, half, ofDay)) return undefined
      const holiday = ofDay.find((one) => one.half === 'none' || one.half === half)
      return { weekend: holiday === undefined, name: holiday?.name ?? '' }
    },
    busy: (trainingId, date, half) => {
      const here = presence(date, half)
      const shared = new Map<string, number>()
      for (const { personId } of members.get(trainingId) ?? []) {
        for (const id of here.get(personId) ?? []) {
          if (placed.get(id)?.trainingId !== trainingId) shared.set(id, (shared.get(id) ?? 0) + 1)
        }
      }
      return [...shared].map(([sessionId, persons]) => ({
        sessionId,
        persons,
        name: placed.get(sessionId)?.code ?? '',
      }))
    },
    duty: (trainingId, date, half) => {
      const found = new Map<string, number>()
      for (const { unitId } of members.get(trainingId) ?? []) {
        const own = (duty.get(unitId) ?? []).find((one) =>
          covers({ from: one.fromDate, to: one.toDate, half: one.half }, date, half),
        )
        if (own) found.set(own.unit, (found.get(own.unit) ?? 0) + 1)
      }
      return [...found].map(([name, persons]) => ({ name, persons }))
    },
  }
}
