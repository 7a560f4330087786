import type { PlacingProblem } from '../../src-core/delivery/placing/placing.ts'
import type { Unplaced } from '../../src-core/delivery/placing/schedule.ts'
import { type Board, dayNotTooLong, free, inOrder, membersFree } from './board.ts'
import type { CompiledYear } from './compile.ts'
import { at, rowAt } from './ground.ts'

type Obstacle = Unplaced['obstacle']

/** What is free at one slot for one session. */
type Look = {
  readonly trainers: readonly number[]
  readonly rooms: readonly number[]
  readonly members: boolean
  readonly order: boolean
}

/**
 * Why a session has no place on the finished board: the one thing without which it would fit somewhere between its
 * dates, who or what stands in the way, and the first day after its last on which it could be held.
 */
export function whyUnplaced(board: Board, session: number, year: CompiledYear, problem: PlacingProblem): Unplaced {
  const { ground, slots } = board
  const { names, calendar } = year
  const group = at(ground.groupOf, session)
  const line = problem.lines[at(ground.lineOf, group)]
  const starts = rowAt(ground.starts, session)
  const looks = [...starts].map((slot) => look(board, session, slot))
  const obstacle = obstacleOf(board, session, looks)
  const until = line?.due && line.due < problem.to ? line.due : problem.to
  const later = Array.from({ length: slots }, (_, slot) => slot).find(
    (slot) =>
      calendar.whenOf(slot, 1).date > until &&
      canBegin(board, session, slot, calendar.works) &&
      fitsWholly(look(board, session, slot)),
  )
  return {
    sessionId: names.sessions[session]?.id ?? '',
    trainingId: names.trainings[group] ?? '',
    obstacle,
    resourceIds: inTheWay(board, session, obstacle, year),
    until,
    firstFree: later === undefined ? null : calendar.whenOf(later, 1).date,
  }
}

const canBegin = (board: Board, session: number, slot: number, works: Uint8Array): boolean =>
  works[slot] === 1 && (at(board.ground.length, session) === 1 || (slot % 2 === 0 && works[slot + 1] === 1))

const fitsWholly = ({ trainers, rooms, members, order }: Look): boolean =>
  trainers.length > 0 && rooms.length > 0 && members && order

function look(board: Board, session: number, slot: number): Look {
  const { ground, slots } = board
  const end = slot + at(ground.length, session)
  const open = (table: Int16Array, row: number): boolean => {
    for (let s = slot; s < end; s++) if (table[row * slots + s] !== free) return false
    return true
  }
  return {
    trainers: [...rowAt(ground.trainersFor, session)].filter(
      (trainer) => open(board.trainerAt, trainer) && dayNotTooLong(board, session, slot, trainer),
    ),
    rooms: [...rowAt(ground.roomsFor, session)].filter((room) => room < 0 || open(board.roomAt, room)),
    members: membersFree(board, session, slot),
    order: inOrder(board, session, slot),
  }
}

function obstacleOf(board: Board, session: number, looks: readonly Look[]): Obstacle {
  const { ground } = board
  if (rowAt(ground.roomsFor, session).length === 0) return 'noFittingRoom'
  if (rowAt(ground.trainersFor, session).length === 0) return 'noTrainerForTopic'
  if (looks.length === 0) return 'noWorkingDay'
  const enough = (but: Obstacle): boolean =>
    looks.some(
      ({ trainers, rooms, members, order }) =>
        (but === 'trainer' || trainers.length > 0) &&
        (but === 'room' || rooms.length > 0) &&
        (but === 'participants' || members) &&
        (but === 'order' || order),
    )
  const kinds = ['trainer', 'room', 'participants', 'order'] as const
  return kinds.find(enough) ?? 'several'
}

/** Who is taken most often on the half days between the session's dates. */
function inTheWay(board: Board, session: number, obstacle: Obstacle, { names }: CompiledYear): string[] {
  const { ground, slots } = board
  const starts = rowAt(ground.starts, session)
  const taken = (table: Int16Array, row: number): number =>
    starts.reduce((sum, slot) => sum + (table[row * slots + slot] === free ? 0 : 1), 0)
  const most = (rows: Iterable<number>, table: Int16Array, ids: readonly string[]): string[] =>
    [...rows]
      .filter((row) => row >= 0)
      .map((row) => ({ id: ids[row] ?? '', count: taken(table, row) }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count)
      .slice(0, 5)
      .map(({ id }) => id)
  if (obstacle === 'trainer') return most(rowAt(ground.trainersFor, session), board.trainerAt, names.trainers)
  if (obstacle === 'room') return most(rowAt(ground.roomsFor, session), board.roomAt, names.rooms)
  if (obstacle === 'participants')
    return most(rowAt(board.members, at(ground.groupOf, session)), board.personAt, names.persons)
  return []
}
