import type { Chance } from '../../src-core/people/sample-random.ts'
import {
  type Board,
  fits,
  free,
  join,
  leave,
  maySit,
  put,
  roomAndTrainerFree,
  take,
  unplacedSessions,
} from './board.ts'
import { rowAt } from './ground.ts'
import { placeGroup } from './group-moves.ts'
import { oneOf, pickRoom } from './picks.ts'

/**
 * Answers the change of cost after changing the board, or nothing when the change was not possible; the journal then holds
 * what to take back. A change above `most` is going to be refused.
 */
export type Move = (board: Board, chance: Chance, most: number) => number | undefined

/** Most sessions one chain may carry along. */
const longestChain = 8

/** One session to another slot, often with the same room and trainer. */
export const shift: Move = (board, chance) => {
  const { ground } = board
  const session = movable(board, chance)
  if (session < 0) return undefined
  const room = board.room[session] as number
  const trainer = board.trainer[session] as number
  const slot = oneOf(rowAt(ground.starts, session), chance)
  const newRoom = chance.often(0.5) ? room : pickRoom(board, session, chance)
  const newTrainer = chance.often(0.7) ? trainer : oneOf(rowAt(ground.trainersFor, session), chance)
  return relocate(board, session, slot, newRoom, newTrainer)
}

/** Another room or another trainer at the same time. */
export const exchange: Move = (board, chance) => {
  const { ground } = board
  const session = movable(board, chance)
  if (session < 0) return undefined
  const rooms = rowAt(ground.roomsFor, session)
  const trainers = rowAt(ground.trainersFor, session)
  const room =
    rooms.length > 1 && chance.often(0.7) ? pickRoom(board, session, chance) : (board.room[session] as number)
  const trainer =
    trainers.length > 1 && chance.often(0.5) ? oneOf(trainers, chance) : (board.trainer[session] as number)
  return relocate(board, session, board.slot[session] as number, room, trainer)
}

function movable(board: Board, chance: Chance): number {
  const session = chance.whole(board.slot.length)
  return (board.slot[session] as number) < 0 || board.ground.fixed[session] ? -1 : session
}

function relocate(board: Board, session: number, slot: number, room: number, trainer: number): number | undefined {
  if (slot === board.slot[session] && room === board.room[session] && trainer === board.trainer[session])
    return undefined
  if (!fits(board, session, slot, room, trainer)) return undefined
  return take(board, session) + put(board, session, slot, room, trainer)
}

/** The links of the chain that is being made: sessions with the slot and room each is to go to. */
const links = {
  count: 0,
  session: new Int32Array(longestChain),
  slot: new Int32Array(longestChain),
  room: new Int32Array(longestChain),
}

function addLink(session: number, slot: number, room: number): boolean {
  for (let i = 0; i < links.count; i++) if (links.session[i] === session) return true
  if (links.count === longestChain) return false
  links.session[links.count] = session
  links.slot[links.count] = slot
  links.room[links.count] = room
  links.count++
  return true
}

/**
 * Exchanges two slots for a session and everything that it pushes away there: who is in its way goes to its old slot,
 * who is in their way comes back, and so on (a Kempe chain). Sessions keep their trainers, and their rooms but for the
 * first and whom it displaces.
 */
export const chain: Move = (board, chance) => {
  const { ground } = board
  const first = movable(board, chance)
  if (first < 0) return undefined
  const here = board.slot[first] as number
  const there = oneOf(rowAt(ground.starts, first), chance)
  const length = ground.length[first] as number
  if (Math.abs(here - there) < length) return undefined
  const oldRoom = board.room[first] as number
  const newRoom = chance.often(0.6) ? oldRoom : pickRoom(board, first, chance)
  links.count = 0
  addLink(first, there, newRoom)
  for (let i = 0; i < links.count; i++) {
    const slot = links.slot[i] as number
    const back = slot === there ? here : there
    const pushed = inTheWay(board, links.session[i] as number, slot, links.room[i] as number)
    for (let j = 0; j < pushed.length; j++) {
      const other = pushed[j] as number
      if (other < 0 || ground.length[other] !== length || board.slot[other] !== slot || ground.fixed[other])
        return undefined
      if (!rowAt(board.mayStart, other)[back]) return undefined
      const swapsRoom = i === 0 && newRoom !== oldRoom && board.room[other] === newRoom
      if (swapsRoom && !rowAt(ground.roomsFor, other).includes(oldRoom)) return undefined
      if (!addLink(other, back, swapsRoom ? oldRoom : (board.room[other] as number))) return undefined
    }
  }
  let change = 0
  for (let i = 0; i < links.count; i++) change += take(board, links.session[i] as number)
  for (let i = 0; i < links.count; i++) {
    const session = links.session[i] as number
    const slot = links.slot[i] as number
    const room = links.room[i] as number
    const trainer = board.trainer[session] as number
    if (!fits(board, session, slot, room, trainer)) return undefined
    change += put(board, session, slot, room, trainer)
  }
  return change
}

const found: number[] = []

/** Sessions that take the room, the trainer or somebody of the group there; a number below 0 stands for what cannot be pushed away. */
function inTheWay(board: Board, session: number, slot: number, room: number): readonly number[] {
  const { ground, slots, personAt } = board
  found.length = 0
  const end = slot + (ground.length[session] as number)
  const trainer = board.trainer[session] as number
  const members = rowAt(board.members, ground.groupOf[session] as number)
  for (let s = slot; s < end; s++) {
    if (room >= 0) see(board.roomAt[room * slots + s] as number)
    see(board.trainerAt[trainer * slots + s] as number)
    for (let i = 0; i < members.length; i++) {
      const there = personAt[(members[i] as number) * slots + s] as number
      if (there !== free) see(there)
    }
  }
  return found
}

function see(session: number): void {
  if (session === free) return
  for (let i = 0; i < found.length; i++) if (found[i] === session) return
  found.push(session)
}

/** A person to another group of the same line, or into one when they have none. */
export const changeGroup: Move = (board, chance) => {
  const { ground } = board
  if (board.groupOfEnrolment.length === 0) return undefined
  const enrolment = chance.whole(board.groupOfEnrolment.length)
  const groups = rowAt(ground.groupsOf, ground.enrolledLine[enrolment] as number)
  const own = board.groupOfEnrolment[enrolment] as number
  if (groups.length < 2 || (ground.settled[enrolment] as number) >= 0) return undefined
  const group = chance.one(groups)
  if (group === own) return undefined
  if (own < 0) return maySit(board, enrolment, group) ? join(board, enrolment, group) : undefined
  const change = leave(board, enrolment)
  if (maySit(board, enrolment, group)) return change + join(board, enrolment, group)
  return undefined
}

/** Two people of one line change places. */
export const swapPeople: Move = (board, chance) => {
  const { ground } = board
  const count = board.groupOfEnrolment.length
  if (count === 0) return undefined
  const one = chance.whole(count)
  // Enrolments of one line stand together as a rule, so a neighbour is likely to be of the same line.
  const other = (one + 1 + chance.whole(120)) % count
  const mine = board.groupOfEnrolment[one] as number
  const theirs = board.groupOfEnrolment[other] as number
  if (mine < 0 || theirs < 0 || mine === theirs) return undefined
  if ((ground.enrolledLine[one] as number) !== (ground.enrolledLine[other] as number)) return undefined
  if ((ground.settled[one] as number) >= 0 || (ground.settled[other] as number) >= 0) return undefined
  let change = leave(board, one) + leave(board, other)
  if (!maySit(board, one, theirs)) return undefined
  change += join(board, one, theirs)
  if (!maySit(board, other, mine)) return undefined
  return change + join(board, other, mine)
}

/**
 * A session without a place is put somewhere, and what stands there is taken up; those then look for another place by
 * chance. Cost decides whether the exchange was worth it.
 */
export const insert: Move = (board, chance) => {
  const { ground } = board
  if (board.unplaced === 0) return undefined
  const session = chance.one(unplacedSessions(board))
  if (ground.fixed[session]) return undefined
  const starts = rowAt(ground.starts, session)
  const rooms = rowAt(ground.roomsFor, session)
  const trainers = rowAt(ground.trainersFor, session)
  if (starts.length === 0 || rooms.length === 0 || trainers.length === 0) return undefined
  const slot = oneOf(starts, chance)
  const group = ground.groupOf[session] as number
  if (ground.ordered && rowAt(ground.sessionsOf, group).length > 1 && chance.often(0.6)) {
    return rowAt(ground.sessionsOf, group).some((other) => ground.fixed[other])
      ? undefined
      : placeGroup(board, group, slot, chance)
  }
  const room = pickRoom(board, session, chance)
  const trainer = oneOf(trainers, chance)
  board.trainer[session] = trainer
  const pushed = [...inTheWay(board, session, slot, room)]
  if (pushed.length > 3 || pushed.some((other) => other < 0 || ground.fixed[other])) return undefined
  let change = 0
  for (const other of pushed) change += take(board, other)
  if (!fits(board, session, slot, room, trainer)) return undefined
  change += put(board, session, slot, room, trainer)
  for (const other of pushed) change += anywhere(board, other, chance, 40)
  return change
}

/** Puts the session at the first of some places by chance that fits. Answers the change of cost, 0 when it found none. */
function anywhere(board: Board, session: number, chance: Chance, tries: number): number {
  const { ground } = board
  for (let i = 0; i < tries; i++) {
    const slot = oneOf(rowAt(ground.starts, session), chance)
    const room = pickRoom(board, session, chance)
    const trainer = oneOf(rowAt(ground.trainersFor, session), chance)
    if (roomAndTrainerFree(board, session, slot, room, trainer) && fits(board, session, slot, room, trainer))
      return put(board, session, slot, room, trainer)
  }
  return 0
}
