import type { MoveMix } from '../../../src-node/planner/anneal.ts'
import { join } from '../../../src-node/planner/board.ts'
import { chain, exchange, insert, shift } from '../../../src-node/planner/moves.ts'
import { search } from '../../../src-node/planner/search.ts'
import { costTerms, groundOf, lecturesOf } from './adapter.ts'
import type { Instance, Lecture } from './instance.ts'

const mix: MoveMix = [
  [shift, 30],
  [chain, 40],
  [exchange, 28],
  [insert, 2],
]

/** Solves an instance by the planner's search within a time. */
export async function solveInstance(
  instance: Instance,
  options: { readonly seconds: number; readonly seed: number },
): Promise<{ readonly lectures: readonly Lecture[]; readonly steps: number }> {
  const ground = groundOf(instance)
  const { board, steps } = await search(ground, costTerms(instance), {
    seed: options.seed,
    mix,
    tries: 3,
    heats: [{ from: 8, to: 0.1, steps: Number.POSITIVE_INFINITY, milliseconds: options.seconds * 1000 }],
    seat: (board) => {
      for (const [enrolment, group] of ground.settled.entries()) join(board, enrolment, group)
    },
  })
  return { lectures: lecturesOf(instance, board), steps }
}
