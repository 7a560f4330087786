import type { MoveMix } from '../../../src-node/planner/anneal.ts'
import { join } from '../../../src-node/planner/board.ts'
import { moveHouse } from '../../../src-node/planner/group-moves.ts'
import { chain, exchange, insert, shift } from '../../../src-node/planner/moves.ts'
import { search } from '../../../src-node/planner/search.ts'
import { costTerms, groundOf, lecturesOf } from './adapter.ts'
import type { Instance, Lecture } from './instance.ts'

const mix: MoveMix = [
  [shift, 28],
  [chain, 46],
  [exchange, 18],
  [moveHouse, 6],
  [insert, 2],
]

/** Rooms with a seat for each student of a course. */
const roomyEnough = ({ courses, rooms }: Instance, course: number): Int32Array =>
  Int32Array.from(rooms.flatMap(({ capacity }, room) => (capacity >= (courses[course]?.students ?? 0) ? [room] : [])))

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
    heats: [{ from: 7, to: 0.1, steps: Number.POSITIVE_INFINITY, milliseconds: options.seconds * 1000 }],
    seat: async (board) => {
      for (const [enrolment, group] of ground.settled.entries()) join(board, enrolment, group)
      for (const group of ground.groupsOf.flat()) board.wishedRooms[group] = roomyEnough(instance, group)
    },
  })
  return { lectures: lecturesOf(instance, board), steps }
}
