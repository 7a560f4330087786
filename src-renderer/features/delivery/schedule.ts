import { isFree } from '../../../src-core/courses/working-days.rules.ts'
import { type ClashWorld, covers, type Placed } from '../../../src-core/delivery/clash.rules.ts'
import type {
  RoomChoice,
  Session,
  SessionHalf,
  SessionPlace,
  TrainerChoice,
  Training,
} from '../../../src-core/delivery/session.ts'
import { halvesOf } from '../../../src-core/delivery/training.rules.ts'

export type Holiday = {
  readonly date: string
  readonly half: SessionHalf
  readonly name: string
  readonly nameEn: string | null
}

/** The answer of `delivery.board`. */
export type Board = {
  readonly year: number
  readonly trainings: readonly Training[]
  readonly sessions: readonly Session[]
  readonly rooms: readonly RoomChoice[]
  readonly trainers: readonly TrainerChoice[]
  readonly holidays: readonly Holiday[]
}

/** A session with its training and the names of where and by whom it is held. */
export type BoardSession = Session & {
  readonly training: Training
  readonly room: string | null
  readonly trainer: string | null
}

export type PlacedSession = BoardSession & { readonly date: string; readonly half: SessionHalf }

export const isPlaced = (session: BoardSession): session is PlacedSession =>
  session.date !== null && session.half !== null

/** A year as the screens read it: every record by its id, every day by its date. */
export type Schedule = {
  readonly board: Board
  readonly sessions: readonly BoardSession[]
  readonly byId: ReadonlyMap<string, BoardSession>
  readonly byDate: ReadonlyMap<string, readonly PlacedSession[]>
  readonly holidays: ReadonlyMap<string, readonly Holiday[]>
  readonly rooms: ReadonlyMap<string, RoomChoice>
  readonly trainers: ReadonlyMap<string, TrainerChoice>
}

export function scheduleOf(board: Board): Schedule {
  const trainings = new Map(board.trainings.map((one) => [one.id, one]))
  const rooms = new Map(board.rooms.map((one) => [one.id, one]))
  const trainers = new Map(board.trainers.map((one) => [one.id, one]))
  const sessions = board.sessions.flatMap((session): BoardSession[] => {
    const training = trainings.get(session.trainingId)
    if (!training) return []
    const room = rooms.get(session.roomId ?? '')?.name ?? null
    const trainer = trainers.get(session.trainerId ?? '')?.name ?? null
    return [{ ...session, training, room, trainer }]
  })
  return {
    board,
    sessions,
    byId: new Map(sessions.map((one) => [one.id, one])),
    byDate: Map.groupBy(sessions.filter(isPlaced), ({ date }) => date),
    holidays: Map.groupBy(board.holidays, ({ date }) => date),
    rooms,
    trainers,
  }
}

/** The year with some of its sessions; rooms, days off and records by id stay whole. */
export function narrowed(schedule: Schedule, keeps: (session: BoardSession) => boolean): Schedule {
  const sessions = schedule.sessions.filter(keeps)
  return { ...schedule, sessions, byDate: Map.groupBy(sessions.filter(isPlaced), ({ date }) => date) }
}

export const placeOf = ({ date, half, roomId, trainerId }: PlacedSession): SessionPlace => ({
  date,
  half,
  roomId,
  trainerId,
})

export const samePlace = (one: SessionPlace, other: SessionPlace): boolean =>
  one.date === other.date && one.half === other.half && one.roomId === other.roomId && one.trainerId === other.trainerId

/** What `delivery.around` knows of a training's people. */
export type Around = {
  readonly busy: readonly {
    readonly sessionId: string
    readonly date: string
    readonly half: SessionHalf
    readonly name: string
    readonly persons: number
  }[]
  readonly duty: readonly {
    readonly from: string
    readonly to: string
    readonly half: SessionHalf
    readonly name: string
    readonly persons: number
  }[]
}

/** What a place is held against while a session is moved; people elsewhere and units on duty as far as they are known yet. */
export function worldOf(schedule: Schedule, around: Around | undefined): ClashWorld {
  return {
    on: (date) =>
      (schedule.byDate.get(date) ?? []).map(
        ({ id, trainingId, training, half, roomId, trainerId }): Placed => ({
          ...{ id, trainingId, half, roomId, trainerId },
          code: training.code,
        }),
      ),
    dayOff: (date, half) => dayOff(schedule, date, half),
    room: (id) => schedule.rooms.get(id),
    trainer: (id) => schedule.trainers.get(id),
    busy: (_, date, half) =>
      (around?.busy ?? []).filter((one) => one.date === date && halvesOf(one.half).includes(half)),
    duty: (_, date, half) => (around?.duty ?? []).filter((span) => covers(span, date, half)),
  }
}

/** Why nobody works on that half day. */
export function dayOff({ holidays }: Schedule, date: string, half: 'am' | 'pm') {
  const ofDay = holidays.get(date) ?? []
  if (!isFree(date, half, ofDay)) return undefined
  const holiday = ofDay.find((one) => one.half === 'none' || one.half === half)
  return { weekend: holiday === undefined, name: holiday?.name ?? '' }
}
