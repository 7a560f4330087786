import type { Chance } from '../../src-core/people/sample-random.ts'
import { type Board, free, inOrder, membersFree, put, roomAndTrainerFree, take } from './board.ts'
import { rowAt } from './ground.ts'
import type { Move } from './moves.ts'
import { oneOf, pickRoom } from './picks.ts'

/** What other wishes may gain when a guess from the months alone is held against the most that is allowed. */
const slack = 0.5

/** All sessions of a group to another time: the first anywhere, the others behind it as they were or as soon as they fit. */
export const shiftGroup: Move = (board, chance, most) => {
  const { ground } = board
  const group = chance.whole(ground.sessionsOf.length)
  const sessions = rowAt(ground.sessionsOf, group)
  const starts = rowAt(ground.starts, sessions[0] as number)
  if (sessions.some((session) => ground.fixed[session]) || starts.length === 0) return undefined
  for (let tries = 0; tries < 12; tries++) {
    const start = oneOf(starts, chance)
    let guess = 0
    for (const term of board.terms) guess += term.aim?.(group, start) ?? 0
    if (guess <= most + slack) return placeGroup(board, group, start, chance)
  }
  return undefined
}

/** Places the sessions of a group from a slot on, those that stand somewhere are taken up first. */
export function placeGroup(board: Board, group: number, start: number, chance: Chance): number | undefined {
  const { ground } = board
  const sessions = rowAt(ground.sessionsOf, group)
  const first = sessions[0] as number
  const rooms = rowAt(ground.roomsFor, first)
  const trainers = rowAt(ground.trainersFor, first)
  if (rooms.length === 0 || trainers.length === 0) return undefined
  // Where it stood last is still noted, even when it has been taken up.
  const known = rooms.includes(board.room[first] as number) && trainers.includes(board.trainer[first] as number)
  const keeps = known && chance.often(0.7)
  const room = keeps ? (board.room[first] as number) : pickRoom(board, first, chance)
  const trainer = keeps ? (board.trainer[first] as number) : oneOf(trainers, chance)
  let change = 0
  for (const session of sessions) if ((board.slot[session] as number) >= 0) change += take(board, session)
  let slot = start
  for (const session of sessions) {
    let placed = false
    // Between two sessions of a training lies a week at most, unless its span forbids even that.
    const last = session === first ? start : Math.min(board.slots - 1, slot + 6 * ground.perDay)
    for (; slot <= last; slot++) {
      if (!rowAt(board.mayStart, session)[slot] || !inOrder(board, session, slot)) continue
      if (!membersFree(board, session, slot)) continue
      const spot = freeHere(board, session, slot, room, trainer, chance)
      if (!spot) continue
      change += put(board, session, slot, spot.room, spot.trainer)
      slot += ground.length[session] as number
      placed = true
      break
    }
    if (!placed) return undefined
  }
  return change
}

/** The wished room and trainer if they are free at the slot, otherwise some others by chance. */
function freeHere(
  board: Board,
  session: number,
  slot: number,
  room: number,
  trainer: number,
  chance: Chance,
): { readonly room: number; readonly trainer: number } | undefined {
  if (roomAndTrainerFree(board, session, slot, room, trainer)) return { room, trainer }
  for (let i = 0; i < 4; i++) {
    const other = {
      room: i < 2 ? room : pickRoom(board, session, chance),
      trainer: i === 2 ? trainer : oneOf(rowAt(board.ground.trainersFor, session), chance),
    }
    if (roomAndTrainerFree(board, session, slot, other.room, other.trainer)) return other
  }
  return undefined
}

/** All sessions of a group to one other room at the same times, or to one other trainer. */
export const moveHouse: Move = (board, chance) => {
  const { ground } = board
  const sessions = rowAt(ground.sessionsOf, chance.whole(ground.sessionsOf.length))
  const first = sessions[0] as number
  const trainers = rowAt(ground.trainersFor, first)
  if (rowAt(ground.roomsFor, first).length === 0 || trainers.length === 0) return undefined
  if (trainers.length > 1 && chance.often(0.25)) return changeTrainer(board, sessions, oneOf(trainers, chance))
  return takeRoom(board, sessions, pickRoom(board, first, chance))
}

function changeTrainer(board: Board, sessions: Int32Array, trainer: number): number | undefined {
  let change = 0
  for (const session of sessions) {
    const slot = board.slot[session] as number
    const room = board.room[session] as number
    if (slot < 0 || board.ground.fixed[session]) return undefined
    if (!roomAndTrainerFree(board, session, slot, room, trainer)) return undefined
    change += take(board, session) + put(board, session, slot, room, trainer)
  }
  return change
}

/** Brings the sessions into a room; who is there at their times goes where they came from. */
function takeRoom(board: Board, sessions: Int32Array, room: number): number | undefined {
  const { ground, slots } = board
  let change = 0
  for (const session of sessions) {
    const slot = board.slot[session] as number
    const oldRoom = board.room[session] as number
    const trainer = board.trainer[session] as number
    if (slot < 0 || ground.fixed[session]) return undefined
    if (oldRoom === room) continue
    const displaced: number[] = []
    for (let s = slot; room >= 0 && s < slot + (ground.length[session] as number); s++) {
      const there = board.roomAt[room * slots + s] as number
      if (there === free || displaced.includes(there)) continue
      if (there < 0 || ground.fixed[there] || !rowAt(ground.roomsFor, there).includes(oldRoom)) return undefined
      displaced.push(there)
    }
    const times = displaced.map((other) => board.slot[other] as number)
    change += take(board, session)
    for (const other of displaced) change += take(board, other)
    if (!roomAndTrainerFree(board, session, slot, room, trainer)) return undefined
    change += put(board, session, slot, room, trainer)
    for (const [i, other] of displaced.entries()) {
      const theirTrainer = board.trainer[other] as number
      if (!roomAndTrainerFree(board, other, times[i] as number, oldRoom, theirTrainer)) return undefined
      change += put(board, other, times[i] as number, oldRoom, theirTrainer)
    }
  }
  return change
}

/** Two groups of as many half days change their times, so that no month gets fuller. */
export const swapGroups: Move = (board, chance, most) => {
  const { ground } = board
  const one = chance.whole(ground.sessionsOf.length)
  const alike = rowAt(board.alike, one)
  let other = -1
  let least = most + slack
  for (let tries = 0; tries < 12; tries++) {
    const candidate = oneOf(alike, chance)
    if (candidate === one) continue
    let guess = 0
    for (const term of board.terms) guess += term.trade?.(one, candidate) ?? 0
    if (guess >= least) continue
    least = guess
    other = candidate
  }
  if (other < 0) return undefined
  const startOf = (group: number): number => board.slot[rowAt(ground.sessionsOf, group)[0] as number] as number
  const there = startOf(other)
  const here = startOf(one)
  if (there < 0 || here < 0 || there === here) return undefined
  let change = 0
  for (const group of [one, other]) {
    for (const session of rowAt(ground.sessionsOf, group)) {
      if (ground.fixed[session]) return undefined
      if ((board.slot[session] as number) >= 0) change += take(board, session)
    }
  }
  const first = placeAbout(board, one, there, chance)
  if (first === undefined) return undefined
  const second = placeAbout(board, other, here, chance)
  return second === undefined ? undefined : change + first + second
}

/** Places a group that stands nowhere from a slot on, or from one of the fortnight around it. */
function placeAbout(board: Board, group: number, slot: number, chance: Chance): number | undefined {
  const around = 14 * board.ground.perDay
  let change = 0
  for (let tries = 0; tries < 4; tries++) {
    const start = tries === 0 ? slot : Math.max(0, slot - around / 2 + chance.whole(around))
    const before = board.cost
    const placed = placeGroup(board, group, start, chance)
    change += board.cost - before
    if (placed !== undefined) return change
  }
  return undefined
}
