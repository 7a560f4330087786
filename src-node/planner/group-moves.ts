import type { Chance } from '../../src-core/people/sample-random.ts'
import { type Board, inOrder, membersFree, put, roomAndTrainerFree, take } from './board.ts'
import { rowAt } from './ground.ts'
import type { Move } from './moves.ts'

const oneOf = (list: Int32Array, chance: Chance): number => list[chance.whole(list.length)] as number

/** All sessions of a group to another time: the first anywhere, the others behind it as they were or as soon as they fit. */
export const shiftGroup: Move = (board, chance) => {
  const { ground } = board
  const group = chance.whole(ground.sessionsOf.length)
  const sessions = rowAt(ground.sessionsOf, group)
  const first = sessions[0] as number
  const starts = rowAt(ground.starts, first)
  if (sessions.some((session) => ground.fixed[session]) || starts.length === 0) return undefined
  return placeGroup(board, group, oneOf(starts, chance), chance)
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
  const room = keeps ? (board.room[first] as number) : oneOf(rooms, chance)
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
      room: i < 2 ? room : oneOf(rowAt(board.ground.roomsFor, session), chance),
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
  const rooms = rowAt(ground.roomsFor, first)
  const trainers = rowAt(ground.trainersFor, first)
  const changesRoom = trainers.length < 2 || chance.often(0.75)
  if (rooms.length === 0 || trainers.length === 0) return undefined
  const room = oneOf(rooms, chance)
  const trainer = oneOf(trainers, chance)
  let change = 0
  for (const session of sessions) {
    const slot = board.slot[session] as number
    if (slot < 0 || ground.fixed[session]) return undefined
    const newRoom = changesRoom ? room : (board.room[session] as number)
    const newTrainer = changesRoom ? (board.trainer[session] as number) : trainer
    if (!roomAndTrainerFree(board, session, slot, newRoom, newTrainer)) return undefined
    change += take(board, session) + put(board, session, slot, newRoom, newTrainer)
  }
  return change
}

/** Two groups of as many and as long sessions change their times, so that no month gets fuller. */
export const swapGroups: Move = (board, chance) => {
  const { ground } = board
  const count = ground.sessionsOf.length
  const one = chance.whole(count)
  let other = -1
  for (let tries = 0; tries < 16 && other < 0; tries++) {
    const candidate = chance.whole(count)
    if (candidate !== one && alike(board, one, candidate)) other = candidate
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
  const first = placeGroup(board, one, there, chance)
  if (first === undefined) return undefined
  const second = placeGroup(board, other, here, chance)
  return second === undefined ? undefined : change + first + second
}

function alike({ ground }: Board, one: number, other: number): boolean {
  const mine = rowAt(ground.sessionsOf, one)
  const theirs = rowAt(ground.sessionsOf, other)
  return mine.length === theirs.length && ground.length[mine[0] as number] === ground.length[theirs[0] as number]
}
