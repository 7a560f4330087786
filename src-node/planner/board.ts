import { add, alikeGroups, type Ground, rowAt, spanOf } from './ground.ts'

export const free = -1
export const closed = -2

/**
 * One named part of what a schedule costs. `into` and `out` are asked while the session stands on no table of the board,
 * and answer by how much the cost changes when it is put there or has been taken from there; `join` and `leave` likewise
 * for a person who is not among the members of the group.
 */
export type Term = {
  into(session: number, slot: number, room: number, trainer: number): number
  out(session: number, slot: number, room: number, trainer: number): number
  join?(person: number, group: number): number
  leave?(person: number, group: number): number
  /** About how much it changes when a whole group goes to the time of a slot, and when two of as many half days change times. */
  aim?(group: number, slot: number): number
  trade?(one: number, other: number): number
}

/** The schedule as it stands, with tables that answer at once who or what is taken by which session. */
export type Board = {
  readonly ground: Ground
  readonly slots: number
  readonly slot: Int32Array
  readonly room: Int32Array
  readonly trainer: Int32Array
  readonly mayStart: readonly Uint8Array[]
  readonly roomAt: Int16Array
  readonly trainerAt: Int16Array
  readonly personAt: Int16Array
  readonly trainerLessons: Int32Array
  readonly members: number[][]
  /** By group: rooms that suit it best, which moves try more often than others. */
  readonly wishedRooms: Int32Array[]
  /** By group: all groups with as many half days. */
  readonly alike: readonly Int32Array[]
  readonly unitCounts: Int16Array
  /** By enrolment: the group, or −1. */
  readonly groupOfEnrolment: Int32Array
  readonly groupsOfPerson: number[][]
  /** Groups that share a person with this one and must lie before it, and behind it. */
  readonly before: number[][]
  readonly behind: number[][]
  readonly linkCounts: Map<number, number>
  readonly lineOrder: Uint8Array
  /** By group: 1 where its sessions have an order or a span of days among themselves. */
  readonly bound: Uint8Array
  readonly terms: readonly Term[]
  /** How many sessions have no place; `unplacedSessions` names them. */
  unplaced: number
  /** Changes since the last `settle`, so that they can be taken back. */
  readonly journal: number[]
  journalEnd: number
  cost: number
}

/** An empty board: nothing placed, nobody seated. */
export function createBoard(ground: Ground, makeTerms: (board: Board) => readonly Term[]): Board {
  const slots = ground.days * ground.perDay
  const sessions = ground.length.length
  if (sessions > 32_000) throw new RangeError('More sessions than the tables can number')
  const persons = ground.unitOf.length
  const groups = ground.sessionsOf.length
  const lines = ground.groupsOf.length
  const masks = new Map<Int32Array, Uint8Array>()
  const terms: Term[] = []
  const board: Board = {
    ground,
    slots,
    slot: new Int32Array(sessions).fill(-1),
    room: new Int32Array(sessions).fill(-1),
    trainer: new Int32Array(sessions).fill(-1),
    mayStart: ground.starts.map((starts) => {
      const known = masks.get(starts)
      if (known) return known
      const mask = new Uint8Array(slots)
      for (const slot of starts) mask[slot] = 1
      masks.set(starts, mask)
      return mask
    }),
    roomAt: tableOf(ground.roomClosed),
    trainerAt: tableOf(ground.trainerClosed),
    personAt: new Int16Array(persons * slots).fill(free),
    trainerLessons: new Int32Array(ground.trainerCount * ground.days),
    members: Array.from({ length: groups }, () => []),
    alike: alikeGroups(ground),
    wishedRooms: Array.from({ length: groups }, () => new Int32Array(0)),
    unitCounts: new Int16Array(groups * ground.unitCount),
    groupOfEnrolment: new Int32Array(ground.enrolledPerson.length).fill(-1),
    groupsOfPerson: Array.from({ length: persons }, () => []),
    before: Array.from({ length: groups }, () => []),
    behind: Array.from({ length: groups }, () => []),
    linkCounts: new Map(),
    lineOrder: new Uint8Array(lines),
    bound: Uint8Array.from(ground.sessionsOf, (own, group) =>
      Number(own.length > 1 && (ground.ordered || (ground.withinDays[group] as number) < spanOf(ground))),
    ),
    terms,
    unplaced: sessions,
    journal: [],
    journalEnd: 0,
    cost: sessions * ground.unplacedCost + ground.enrolledPerson.length * ground.ungroupedCost,
  }
  for (const [line, linesBefore] of ground.linesBefore.entries()) {
    for (const other of linesBefore) {
      board.lineOrder[line] = 1
      board.lineOrder[other] = 1
    }
  }
  for (let person = 0; person < persons; person++) {
    const duty = ground.dutyOf[person]
    if (!duty) continue
    for (let slot = 0; slot < slots; slot++) if (duty[slot]) board.personAt[person * slots + slot] = closed
  }
  terms.push(...makeTerms(board))
  return board
}

function tableOf(closedSlots: Uint8Array): Int16Array {
  const table = new Int16Array(closedSlots.length)
  for (let i = 0; i < table.length; i++) table[i] = closedSlots[i] ? closed : free
  return table
}

const dayOf = (board: Board, slot: number): number => Math.floor(slot / board.ground.perDay)

/** Whether the session may stand there as regards its dates, room and trainer; where it stands now does not count. */
export function roomAndTrainerFree(
  board: Board,
  session: number,
  slot: number,
  room: number,
  trainer: number,
): boolean {
  const { ground, slots, roomAt, trainerAt } = board
  if (!rowAt(board.mayStart, session)[slot]) return false
  const end = slot + (ground.length[session] as number)
  for (let s = slot; s < end; s++) {
    if (room >= 0) {
      const inRoom = roomAt[room * slots + s]
      if (inRoom !== free && inRoom !== session) return false
    }
    const withTrainer = trainerAt[trainer * slots + s]
    if (withTrainer !== free && withTrainer !== session) return false
  }
  return dayNotTooLong(board, session, slot, trainer)
}

/** Whether the trainer may give these lessons on that day as well. */
export function dayNotTooLong(board: Board, session: number, slot: number, trainer: number): boolean {
  const { ground } = board
  const day = dayOf(board, slot)
  const there = board.slot[session] as number
  const counted = there >= 0 && board.trainer[session] === trainer && dayOf(board, there) === day
  const lessons = counted ? 0 : (ground.lessons[session] as number)
  return (
    (board.trainerLessons[trainer * ground.days + day] as number) + lessons <= (ground.trainerLimit[trainer] as number)
  )
}

/** Whether everybody in the group can come. */
export function membersFree(board: Board, session: number, slot: number): boolean {
  const { ground, slots, personAt } = board
  const end = slot + (ground.length[session] as number)
  const members = rowAt(board.members, ground.groupOf[session] as number)
  for (let i = 0; i < members.length; i++) {
    const row = (members[i] as number) * slots
    for (let s = slot; s < end; s++) {
      const there = personAt[row + s]
      if (there !== free && there !== session) return false
    }
  }
  return true
}

/** Whether the order of sessions, prerequisites and programmes, and the span of days of a group, allow it. */
export function inOrder(board: Board, session: number, slot: number): boolean {
  const { ground } = board
  const group = ground.groupOf[session] as number
  if (!board.bound[group] && rowAt(board.before, group).length === 0 && rowAt(board.behind, group).length === 0)
    return true
  const end = slot + (ground.length[session] as number)
  const day = ground.dayNumber[dayOf(board, slot)] as number
  const within = ground.withinDays[group] as number
  const siblings = rowAt(ground.sessionsOf, group)
  for (let i = 0; i < siblings.length; i++) {
    const other = siblings[i] as number
    const there = board.slot[other] as number
    if (other === session || there < 0) continue
    if (ground.ordered && (other < session ? there + (ground.length[other] as number) > slot : there < end))
      return false
    if (Math.abs((ground.dayNumber[dayOf(board, there)] as number) - day) >= within) return false
  }
  for (const other of rowAt(board.before, group)) if (lastEnd(board, other) > slot) return false
  for (const other of rowAt(board.behind, group)) if (firstStart(board, other) < end) return false
  return true
}

function lastEnd(board: Board, group: number): number {
  let end = 0
  for (const session of rowAt(board.ground.sessionsOf, group)) {
    const slot = board.slot[session] as number
    if (slot >= 0) end = Math.max(end, slot + (board.ground.length[session] as number))
  }
  return end
}

function firstStart(board: Board, group: number): number {
  let start = board.slots
  for (const session of rowAt(board.ground.sessionsOf, group)) {
    const slot = board.slot[session] as number
    if (slot >= 0) start = Math.min(start, slot)
  }
  return start
}

/** Whether no hard rule stands against the session being held there. */
export const fits = (board: Board, session: number, slot: number, room: number, trainer: number): boolean =>
  roomAndTrainerFree(board, session, slot, room, trainer) &&
  inOrder(board, session, slot) &&
  membersFree(board, session, slot)

const puts = 0
const takes = 1
const joins = 2
const leaves = 3

/** Puts a session that has no place; whether it fits there was asked before. Answers the change of cost. */
export function put(board: Board, session: number, slot: number, room: number, trainer: number): number {
  let change = -board.ground.unplacedCost
  for (const term of board.terms) change += term.into(session, slot, room, trainer)
  board.slot[session] = slot
  board.room[session] = room
  board.trainer[session] = trainer
  mark(board, session, slot, room, trainer, session)
  add(board.trainerLessons, trainer * board.ground.days + dayOf(board, slot), board.ground.lessons[session] as number)
  board.unplaced--
  note(board, puts, session, slot, room, trainer)
  board.cost += change
  return change
}

/** Takes a session from its place. Answers the change of cost. */
export function take(board: Board, session: number): number {
  const slot = board.slot[session] as number
  const room = board.room[session] as number
  const trainer = board.trainer[session] as number
  mark(board, session, slot, room, trainer, free)
  add(
    board.trainerLessons,
    trainer * board.ground.days + dayOf(board, slot),
    -(board.ground.lessons[session] as number),
  )
  board.slot[session] = -1
  let change = board.ground.unplacedCost
  for (const term of board.terms) change += term.out(session, slot, room, trainer)
  board.unplaced++
  note(board, takes, session, slot, room, trainer)
  board.cost += change
  return change
}

function mark(board: Board, session: number, slot: number, room: number, trainer: number, value: number): void {
  const { ground, slots, personAt } = board
  const end = slot + (ground.length[session] as number)
  const members = rowAt(board.members, ground.groupOf[session] as number)
  for (let s = slot; s < end; s++) {
    if (room >= 0) board.roomAt[room * slots + s] = value
    board.trainerAt[trainer * slots + s] = value
    for (let i = 0; i < members.length; i++) personAt[(members[i] as number) * slots + s] = value
  }
}

/** From here on nothing before can be taken back. */
export function settle(board: Board): void {
  board.journalEnd = 0
}

/** Takes back everything since the last `settle`, last first. */
export function takeBack(board: Board): void {
  const { journal } = board
  for (let i = board.journalEnd - 5; i >= 0; i -= 5) {
    const kind = journal[i] as number
    const one = journal[i + 1] as number
    if (kind === puts) take(board, one)
    else if (kind === takes)
      put(board, one, journal[i + 2] as number, journal[i + 3] as number, journal[i + 4] as number)
    else if (kind === joins) leave(board, one)
    else join(board, one, journal[i + 2] as number)
  }
  board.journalEnd = 0
}

// An array that is emptied gives its room away and has to grow again, so the end is moved instead.
function note(board: Board, kind: number, one: number, slot: number, room: number, trainer: number): void {
  const { journal } = board
  const end = board.journalEnd
  journal[end] = kind
  journal[end + 1] = one
  journal[end + 2] = slot
  journal[end + 3] = room
  journal[end + 4] = trainer
  board.journalEnd = end + 5
}

/** The sessions without a place, in their order. */
export const unplacedSessions = (board: Board): readonly number[] =>
  [...board.slot.keys()].filter((session) => (board.slot[session] as number) < 0)

/** Whether the person of an enrolment may sit in that group: a seat, no clash, the order of lines. */
export function maySit(board: Board, enrolment: number, group: number): boolean {
  return seatFree(board, enrolment, group) && canCome(board, enrolment, group)
}

/** Whether the group has a seat for the person, those kept for other units left aside. */
export function seatFree(board: Board, enrolment: number, group: number): boolean {
  const { ground } = board
  const seats = ground.seats[group] as number
  const members = rowAt(board.members, group)
  if (members.length >= seats) return false
  const reserved = ground.reserved[group]
  if (!reserved) return true
  const unit = ground.unitOf[ground.enrolledPerson[enrolment] as number] as number
  let kept = 0
  let open = members.length + 1
  for (const [other, count] of reserved) {
    kept += count
    const there = (board.unitCounts[group * ground.unitCount + other] as number) + (other === unit ? 1 : 0)
    open -= Math.min(count, there)
  }
  return open <= seats - kept
}

/** Whether the person is free on every session of the group, and has in order what must be in order. */
export function canCome(board: Board, enrolment: number, group: number): boolean {
  const { ground, slots, personAt } = board
  const person = ground.enrolledPerson[enrolment] as number
  const own = board.groupOfEnrolment[enrolment] as number
  const row = person * slots
  for (const session of rowAt(ground.sessionsOf, group)) {
    const slot = board.slot[session] as number
    if (slot < 0) continue
    const end = slot + (ground.length[session] as number)
    for (let s = slot; s < end; s++) {
      const there = personAt[row + s] as number
      if (there === closed || (there >= 0 && (ground.groupOf[there] as number) !== own)) return false
    }
  }
  const line = ground.lineOf[group] as number
  if (!board.lineOrder[line]) return true
  for (const other of rowAt(board.groupsOfPerson, person)) {
    if (other === own) continue
    const otherLine = ground.lineOf[other] as number
    if (rowAt(ground.linesBefore, line).includes(otherLine) && lastEnd(board, other) > firstStart(board, group))
      return false
    if (rowAt(ground.linesBefore, otherLine).includes(line) && lastEnd(board, group) > firstStart(board, other))
      return false
  }
  return true
}

/** Seats the person of an enrolment that has no group. */
export function join(board: Board, enrolment: number, group: number): number {
  const { ground } = board
  const person = ground.enrolledPerson[enrolment] as number
  let change = -ground.ungroupedCost
  for (const term of board.terms) change += term.join?.(person, group) ?? 0
  rowAt(board.members, group).push(person)
  add(board.unitCounts, group * ground.unitCount + (ground.unitOf[person] as number), 1)
  board.groupOfEnrolment[enrolment] = group
  markPerson(board, person, group)
  link(board, person, group, 1)
  rowAt(board.groupsOfPerson, person).push(group)
  note(board, joins, enrolment, group, 0, 0)
  board.cost += change
  return change
}

/** Takes the person of an enrolment out of their group. */
export function leave(board: Board, enrolment: number): number {
  const { ground } = board
  const person = ground.enrolledPerson[enrolment] as number
  const group = board.groupOfEnrolment[enrolment] as number
  drop(rowAt(board.members, group), person)
  drop(rowAt(board.groupsOfPerson, person), group)
  add(board.unitCounts, group * ground.unitCount + (ground.unitOf[person] as number), -1)
  board.groupOfEnrolment[enrolment] = -1
  clearPerson(board, person, group)
  link(board, person, group, -1)
  let change = ground.ungroupedCost
  for (const term of board.terms) change += term.leave?.(person, group) ?? 0
  note(board, leaves, enrolment, group, 0, 0)
  board.cost += change
  return change
}

function drop(list: number[], value: number): void {
  const place = list.indexOf(value)
  list[place] = list.at(-1) as number
  list.pop()
}

function markPerson(board: Board, person: number, group: number): void {
  const { ground, slots } = board
  for (const session of rowAt(ground.sessionsOf, group)) {
    const slot = board.slot[session] as number
    if (slot < 0) continue
    const end = slot + (ground.length[session] as number)
    for (let s = slot; s < end; s++) board.personAt[person * slots + s] = session
  }
}

function clearPerson(board: Board, person: number, group: number): void {
  const { ground, slots } = board
  const duty = ground.dutyOf[person]
  for (const session of rowAt(ground.sessionsOf, group)) {
    const slot = board.slot[session] as number
    if (slot < 0) continue
    const end = slot + (ground.length[session] as number)
    for (let s = slot; s < end; s++) board.personAt[person * slots + s] = duty?.[s] ? closed : free
  }
  // What an officer pinned may lie under it.
  for (const other of rowAt(board.groupsOfPerson, person)) markPerson(board, person, other)
}

/** Counts the people whom two groups of ordered lines share; the first of them makes the order binding, the last lifts it. */
function link(board: Board, person: number, group: number, step: 1 | -1): void {
  const { ground } = board
  const line = ground.lineOf[group] as number
  if (!board.lineOrder[line]) return
  for (const other of rowAt(board.groupsOfPerson, person)) {
    const otherLine = ground.lineOf[other] as number
    if (rowAt(ground.linesBefore, line).includes(otherLine)) count(board, other, group, step)
    if (rowAt(ground.linesBefore, otherLine).includes(line)) count(board, group, other, step)
  }
}

function count(board: Board, first: number, second: number, step: 1 | -1): void {
  const key = first * board.ground.sessionsOf.length + second
  const now = (board.linkCounts.get(key) ?? 0) + step
  if (now === 0) {
    board.linkCounts.delete(key)
    drop(rowAt(board.before, second), first)
    drop(rowAt(board.behind, first), second)
    return
  }
  board.linkCounts.set(key, now)
  if (now === 1 && step === 1) {
    rowAt(board.before, second).push(first)
    rowAt(board.behind, first).push(second)
  }
}
