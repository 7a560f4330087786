import type { Chance } from '../../src-core/people/sample-random.ts'
import { type Board, join, leave, put, settle, take, takeBack } from './board.ts'
import type { Move } from './moves.ts'
import type { Stretch } from './stretch.ts'

/** What a search may do, as often as its weight says. */
export type MoveMix = readonly (readonly [move: Move, weight: number])[]

export type Heat = {
  /** Change of cost that is accepted in 37 of 100 cases, at the beginning and at the end. */
  readonly from: number
  readonly to: number
  /** Number of proposals. With a limit of time instead, the same seed need not give the same schedule. */
  readonly steps: number
  readonly milliseconds?: number
}

const looksEvery = 256

/**
 * Simulated annealing over the moves: what costs less is always kept, what costs more ever more rarely as it cools. Ends
 * with the best schedule it met.
 */
export async function anneal(
  board: Board,
  mix: MoveMix,
  chance: Chance,
  heat: Heat,
  stretch: Stretch,
): Promise<{ readonly stopped: boolean; readonly steps: number }> {
  const total = mix.reduce((sum, [, weight]) => sum + weight, 0)
  const chooser = mix.flatMap(([move, weight]) => Array<Move>(Math.round((weight / total) * 200)).fill(move))
  const small = board.slot.length <= 1000
  let best = snapshot(board)
  let unsaved = false
  settle(board)
  const began = performance.now()
  let share = 0
  let heatNow = heat.from
  let steps = 0
  const keepBest = (): void => {
    if (board.cost < best.cost - 1e-7) best = snapshot(board)
    unsaved = false
  }
  for (; share < 1; steps++) {
    if (steps % looksEvery === 0) {
      const spent =
        heat.milliseconds === undefined ? steps / heat.steps : (performance.now() - began) / heat.milliseconds
      share = Math.min(1, spent)
      heatNow = heat.from * (heat.to / heat.from) ** share
      if (!small && unsaved && steps % (looksEvery * 64) === 0) keepBest()
      if (stretch.due() && (await stretch.rest(share, best.cost))) break
    }
    const move = chooser[chance.whole(chooser.length)] as Move
    const most = -heatNow * Math.log(1 - chance.next())
    const change = move(board, chance, most)
    if (change !== undefined && change <= most) {
      settle(board)
      if (board.cost < best.cost - 1e-7) {
        if (small) best = snapshot(board)
        else unsaved = true
      }
    } else takeBack(board)
  }
  if (best.cost < board.cost - 1e-7) restore(board, best)
  return { stopped: stretch.stopped(), steps }
}

/** A schedule apart from its board. */
export type Snapshot = {
  readonly cost: number
  readonly slot: Int32Array
  readonly room: Int32Array
  readonly trainer: Int32Array
  readonly groups: Int32Array
}

export const snapshot = (board: Board): Snapshot => ({
  cost: board.cost,
  slot: board.slot.slice(),
  room: board.room.slice(),
  trainer: board.trainer.slice(),
  groups: board.groupOfEnrolment.slice(),
})

/** Puts the board back to a snapshot, touching only what differs. */
export function restore(board: Board, to: Snapshot): void {
  const differing: number[] = []
  for (let session = 0; session < board.slot.length; session++) {
    const same =
      board.slot[session] === to.slot[session] &&
      ((to.slot[session] as number) < 0 ||
        (board.room[session] === to.room[session] && board.trainer[session] === to.trainer[session]))
    if (same) continue
    differing.push(session)
    if ((board.slot[session] as number) >= 0) take(board, session)
  }
  const moved: number[] = []
  for (let enrolment = 0; enrolment < to.groups.length; enrolment++) {
    if (board.groupOfEnrolment[enrolment] === to.groups[enrolment]) continue
    moved.push(enrolment)
    if ((board.groupOfEnrolment[enrolment] as number) >= 0) leave(board, enrolment)
  }
  for (const enrolment of moved)
    if ((to.groups[enrolment] as number) >= 0) join(board, enrolment, to.groups[enrolment] as number)
  for (const session of differing) {
    if ((to.slot[session] as number) >= 0)
      put(board, session, to.slot[session] as number, to.room[session] as number, to.trainer[session] as number)
  }
  settle(board)
}
