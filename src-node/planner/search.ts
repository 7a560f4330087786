import { type Chance, chanceOf } from '../../src-core/people/sample-random.ts'
import { anneal, type Heat, type MoveMix, restore, snapshot } from './anneal.ts'
import { type Board, createBoard, settle, type Term } from './board.ts'
import { fillGaps, placeAsBefore, placeGroups, placePinned } from './construct.ts'
import type { Ground, Spot } from './ground.ts'
import { type Stretch, stretchesOf, type Watch } from './stretch.ts'

export type SearchOptions = Watch & {
  readonly seed: number
  readonly mix: MoveMix
  /** One after another, each from the best schedule so far. */
  readonly heats: readonly Heat[]
  /** Times that are tried for each group before the annealing begins. */
  readonly tries: number
  /** Gives people their groups, once what is pinned stands. */
  readonly seat: (board: Board, chance: Chance, stretch: Stretch) => Promise<void>
  /** Starts that the construction tries first, by group. */
  readonly wished?: (board: Board, chance: Chance, stretch: Stretch) => Promise<readonly Int32Array[]>
  /** Where an earlier schedule had the sessions, by session. */
  readonly earlier?: readonly (Spot | null)[]
}

/**
 * Builds a schedule and improves it by annealing. The same ground, seed and number of steps give the same schedule; a
 * signal ends it early with the best so far, or hurries the building of a first one.
 */
export async function search(
  ground: Ground,
  makeTerms: (board: Board) => readonly Term[],
  options: SearchOptions,
): Promise<{ readonly board: Board; readonly stopped: boolean; readonly steps: number }> {
  const { earlier = [], mix, heats, tries } = options
  const chance = chanceOf(options.seed)
  const board = createBoard(ground, makeTerms)
  placePinned(board)
  const stretch = stretchesOf(board, options)
  await options.seat(board, chance, stretch('seating', 0, 0.08))
  placeAsBefore(board, earlier)
  if (earlier.some((spot) => spot !== null)) fillGaps(board, earlier)
  if (board.unplaced > 0) {
    const wished = await options.wished?.(board, chance, stretch('months', 0.08, 0.16))
    await placeGroups(board, chance, tries, stretch('building', 0.16, 0.2), wished)
  }
  settle(board)
  let best = snapshot(board)
  let steps = 0
  let stopped = options.signal?.aborted ?? false
  for (const [round, heat] of heats.entries()) {
    if (stopped) break
    const [from = 0, to = 1] = [round, round + 1].map((one) => 0.2 + (0.8 * one) / heats.length)
    const done = await anneal(board, mix, chance, heat, stretch('improving', from, to))
    steps += done.steps
    stopped = done.stopped
    if (board.cost < best.cost - 1e-7) best = snapshot(board)
  }
  if (best.cost < board.cost - 1e-7) restore(board, best)
  fillGaps(board, earlier)
  return { board, stopped, steps }
}
