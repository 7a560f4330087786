import type { Chance } from '../../src-core/people/sample-random.ts'
import type { Board } from './board.ts'
import { rowAt } from './ground.ts'

export const oneOf = (list: Int32Array, chance: Chance): number => list[chance.whole(list.length)] as number

/** A room for the session, half of the time one that its group wishes for. */
export function pickRoom(board: Board, session: number, chance: Chance): number {
  const wished = rowAt(board.wishedRooms, board.ground.groupOf[session] as number)
  return oneOf(wished.length > 0 && chance.often(0.5) ? wished : rowAt(board.ground.roomsFor, session), chance)
}
