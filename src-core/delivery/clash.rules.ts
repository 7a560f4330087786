import type { Clash, ClashKind, ClashLevels, MindedLevel } from './clash.ts'
import type { RoomChoice, SessionHalf, SessionPlace, Span, TrainerChoice } from './session.ts'
import { halvesOf, hoursOf } from './training.rules.ts'

/** A session that has its place. */
export type Placed = {
  readonly id: string
  readonly trainingId: string
  readonly code: string
  readonly half: SessionHalf
  readonly roomId: string | null
  readonly trainerId: string | null
}

type Half = 'am' | 'pm'

/** What a place is held against. */
export type ClashWorld = {
  /** Sessions of a day. */
  readonly on: (date: string) => readonly Placed[]
  /** Why nobody works on that half day; the name of a weekend is empty. */
  readonly dayOff: (date: string, half: Half) => { readonly weekend: boolean; readonly name: string } | undefined
  readonly room: (id: string) => Pick<RoomChoice, 'capacity' | 'bookableFrom' | 'bookableTo'> | undefined
  readonly trainer: (id: string) => Pick<TrainerChoice, 'available' | 'unavailable'> | undefined
  /** Other sessions with people of the training, and how many they share. */
  readonly busy: (
    trainingId: string,
    date: string,
    half: Half,
  ) => readonly { readonly sessionId: string; readonly name: string; readonly persons: number }[]
  /** Units of the training's people that are on duty, with their people. */
  readonly duty: (
    trainingId: string,
    date: string,
    half: Half,
  ) => readonly { readonly name: string; readonly persons: number }[]
}

type Moved = { readonly id: string; readonly trainingId: string; readonly people: number }

const overlaps = (one: SessionHalf, other: SessionHalf): boolean => one === 'none' || other === 'none' || one === other

/** Whether a span covers the half of the day. */
export const covers = (span: Span, date: string, half: Half): boolean =>
  span.from <= date && date <= span.to && (span.half === 'none' || span.half === half)

const isAbsent = (
  { available, unavailable }: Pick<TrainerChoice, 'available' | 'unavailable'>,
  date: string,
  half: Half,
) =>
  unavailable.some((span) => covers(span, date, half)) ||
  (available !== null && !available.some((span) => covers(span, date, half)))

/** Everything that speaks against a session being held there, each reason once. */
export function clashesAt(session: Moved, place: SessionPlace, world: ClashWorld): readonly Clash[] {
  const { date, half, roomId, trainerId } = place
  const found: Clash[] = []
  const add = (kind: ClashKind, cause: Clash['cause'], name: string, persons = 0, sessionId: string | null = null) => {
    const same = found.find((one) => one.kind === kind && one.name === name && one.sessionId === sessionId)
    if (!same) found.push({ kind, cause, name, persons, sessionId })
  }
  for (const other of world.on(date)) {
    if (other.id === session.id || !overlaps(half, other.half)) continue
    if (roomId !== null && other.roomId === roomId) add('room', 'taken', other.code, 0, other.id)
    if (trainerId !== null && other.trainerId === trainerId) add('trainer', 'taken', other.code, 0, other.id)
    if (other.trainingId === session.trainingId) add('participant', 'ownTraining', other.code, session.people, other.id)
  }
  const room = roomId === null ? undefined : world.room(roomId)
  if (room) {
    const { startMin, endMin } = hoursOf(half)
    if (room.capacity < session.people) add('room', 'tooSmall', String(room.capacity), session.people)
    if (room.bookableFrom > startMin || room.bookableTo < endMin) add('room', 'notBookable', '')
  }
  const trainer = trainerId === null ? undefined : world.trainer(trainerId)
  for (const part of halvesOf(half)) {
    const off = world.dayOff(date, part)
    if (off) add('holiday', off.weekend ? 'weekend' : 'holiday', off.name)
    if (trainer && isAbsent(trainer, date, part)) add('trainer', 'absent', '')
    for (const one of world.busy(session.trainingId, date, part)) {
      if (one.sessionId !== session.id) add('participant', 'people', one.name, one.persons, one.sessionId)
    }
    for (const one of world.duty(session.trainingId, date, part)) add('unitDuty', 'duty', one.name, one.persons)
  }
  return found
}

/** The clashes that are not ignored. */
export const minded = (clashes: readonly Clash[], levels: ClashLevels): readonly Clash[] =>
  clashes.filter(({ kind }) => levels[kind] !== 'IGNORE')

const order: readonly MindedLevel[] = ['BLOCK', 'BLOCK_AT_PUBLISH', 'WARN']

/** The hardest level among clashes; nothing where there is none. */
export const hardest = (clashes: readonly Clash[], levels: ClashLevels): MindedLevel | undefined =>
  order.find((level) => clashes.some(({ kind }) => levels[kind] === level))
