import type { Chance } from '../../src-core/people/sample-random.ts'
import {
  type Board,
  fits,
  inOrder,
  join,
  maySit,
  membersFree,
  put,
  roomAndTrainerFree,
  seatFree,
  settle,
  take,
  takeBack,
  unplacedSessions,
} from './board.ts'
import { at, rowAt, type Spot } from './ground.ts'
import { placeGroup } from './group-moves.ts'
import type { Stretch } from './stretch.ts'

/** Pinned sessions first, whatever stands against them. */
export function placePinned(board: Board): void {
  for (const [session, spot] of board.ground.fixed.entries()) {
    if (spot) put(board, session, spot.slot, spot.room, spot.trainer)
  }
}

/** Everything that can stay where an earlier schedule had it. */
export function placeAsBefore(board: Board, spots: readonly (Spot | null)[]): void {
  for (const [session, spot] of spots.entries()) {
    if (!spot || spot.slot < 0 || at(board.slot, session) >= 0) continue
    const { slot, room, trainer } = spot
    const known =
      rowAt(board.ground.roomsFor, session).includes(room) && rowAt(board.ground.trainersFor, session).includes(trainer)
    if (known && fits(board, session, slot, room, trainer)) put(board, session, slot, room, trainer)
  }
}

/**
 * Places group after group where it costs least among some times by chance: what has to be in order first, then large
 * and long groups with few dates and trainers, for which no time would be left later. When the search is to end it tries
 * each once.
 */
export async function placeGroups(
  board: Board,
  chance: Chance,
  tries: number,
  stretch: Stretch,
  wished: readonly Int32Array[] = [],
): Promise<void> {
  const { ground } = board
  const depth = depths(ground.linesBefore)
  const height = depths(reversed(ground.linesBefore))
  const effort = (group: number): number => {
    const sessions = rowAt(ground.sessionsOf, group)
    const halfDays = sessions.reduce((sum, session) => sum + at(ground.length, session), 0)
    const starts = rowAt(ground.starts, at(sessions, 0)).length
    const trainers = rowAt(ground.trainersFor, at(sessions, 0)).length
    return (halfDays * (10 + rowAt(board.members, group).length)) / (starts * Math.min(4, trainers) + 1)
  }
  const rank = ground.sessionsOf.map((_, group) => ({
    group,
    free: board.lineOrder[at(ground.lineOf, group)] === 0,
    depth: at(depth, at(ground.lineOf, group)),
    height: at(height, at(ground.lineOf, group)),
    effort: effort(group),
  }))
  rank.sort(
    (one, other) =>
      Number(one.free) - Number(other.free) ||
      one.depth - other.depth ||
      other.effort - one.effort ||
      one.group - other.group,
  )
  for (const [done, { group, depth: stage, height: later }] of rank.entries()) {
    if (stretch.due()) await stretch.rest(done / rank.length)
    const sessions = rowAt(ground.sessionsOf, group)
    if (sessions.every((session) => at(board.slot, session) >= 0)) continue
    if (sessions.every((session) => at(board.slot, session) < 0))
      placeWhole(
        board,
        group,
        { begin: stage / (stage + later + 1), width: 1 / (stage + later + 1), wished: wished[group] },
        chance,
        stretch.stopped() ? 1 : tries,
      )
    for (const session of sessions) if (at(board.slot, session) < 0) insertBest(board, session)
  }
  settle(board)
}

/** Which part of the starts that are wished for, or else of all, a group keeps to because of what lies before and behind it. */
type Window = { readonly begin: number; readonly width: number; readonly wished: Int32Array | undefined }

function placeWhole(board: Board, group: number, window: Window, chance: Chance, tries: number): void {
  const { begin, width, wished } = window
  const sessions = rowAt(board.ground.sessionsOf, group)
  const starts = rowAt(board.ground.starts, at(sessions, 0))
  if (starts.length === 0) return
  const within = (list: Int32Array): number => at(list, Math.floor(list.length * (begin + width * chance.next())))
  const keepsToWish = wished !== undefined && wished.length > 0
  let best: { change: number; spots: readonly Spot[] } | undefined
  let found = 0
  for (let i = 0; i < tries * 6 && found < tries; i++) {
    settle(board)
    const start = within(keepsToWish && (i < tries * 4 || found > 0) ? wished : starts)
    const change = placeGroup(board, group, start, chance)
    if (change !== undefined) {
      found++
      if (!best || change < best.change)
        best = { change, spots: [...sessions].map((session) => spotNow(board, session)) }
    }
    takeBack(board)
  }
  for (const [i, spot] of best?.spots.entries() ?? []) put(board, at(sessions, i), spot.slot, spot.room, spot.trainer)
}

const spotNow = (board: Board, session: number): Spot => ({
  slot: at(board.slot, session),
  room: at(board.room, session),
  trainer: at(board.trainer, session),
})

const reversed = (before: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  before.map((_, line) => before.flatMap((others, other) => (others.includes(line) ? [other] : [])))

/** How many lines have to lie before each, one behind the other. */
function depths(before: readonly (readonly number[])[]): Int32Array {
  const depth = new Int32Array(before.length)
  // A circle of prerequisites would grow for ever; nothing of it can be placed anyway.
  for (let round = 0; round < 50; round++) {
    let changed = false
    for (const [line, others] of before.entries()) {
      for (const other of others) {
        if (at(depth, line) > at(depth, other)) continue
        depth[line] = at(depth, other) + 1
        changed = true
      }
    }
    if (!changed) break
  }
  return depth
}

/**
 * Puts a session where it costs least: every start is looked at with the first room and trainer that are free, the best
 * starts with all of them. False when it fits nowhere.
 */
export function insertBest(board: Board, session: number, preferred?: Spot | null): boolean {
  const { ground } = board
  const inFront = (list: Int32Array, first: number | undefined): readonly number[] =>
    first !== undefined && list.includes(first) ? [first, ...list] : [...list]
  const rooms = inFront(rowAt(ground.roomsFor, session), preferred?.room)
  const trainers = inFront(rowAt(ground.trainersFor, session), preferred?.trainer)
  const candidates: { change: number; slot: number }[] = []
  for (const slot of rowAt(ground.starts, session)) {
    if (!inOrder(board, session, slot) || !membersFree(board, session, slot)) continue
    const spot = firstFree(board, session, slot, rooms, trainers)
    if (spot) candidates.push({ change: costAt(board, session, spot), slot })
  }
  candidates.sort((one, other) => one.change - other.change || one.slot - other.slot)
  let best: { change: number; spot: Spot } | undefined
  for (const { slot } of candidates.slice(0, 6)) {
    for (const trainer of trainers) {
      for (const room of rooms) {
        if (!roomAndTrainerFree(board, session, slot, room, trainer)) continue
        const spot = { slot, room, trainer }
        const change = costAt(board, session, spot)
        if (!best || change < best.change) best = { change, spot }
      }
    }
  }
  if (!best) return false
  put(board, session, best.spot.slot, best.spot.room, best.spot.trainer)
  return true
}

function firstFree(
  board: Board,
  session: number,
  slot: number,
  rooms: readonly number[],
  trainers: readonly number[],
): Spot | undefined {
  for (const trainer of trainers) {
    for (const room of rooms) {
      if (roomAndTrainerFree(board, session, slot, room, trainer)) return { slot, room, trainer }
    }
  }
  return undefined
}

function costAt(board: Board, session: number, { slot, room, trainer }: Spot): number {
  const change = put(board, session, slot, room, trainer)
  take(board, session)
  return change
}

/** Looks for a place for every session without one, and for a group for every person without one. */
export function fillGaps(board: Board, preferred: readonly (Spot | null)[] = []): void {
  const { ground } = board
  for (const session of unplacedSessions(board)) {
    insertBest(board, session, preferred[session])
  }
  for (let enrolment = 0; enrolment < board.groupOfEnrolment.length; enrolment++) {
    if (at(board.groupOfEnrolment, enrolment) >= 0) continue
    const groups = rowAt(ground.groupsOf, at(ground.enrolledLine, enrolment))
    const group = groups.find((one) => seatFree(board, enrolment, one) && maySit(board, enrolment, one))
    if (group !== undefined) join(board, enrolment, group)
  }
  settle(board)
}
