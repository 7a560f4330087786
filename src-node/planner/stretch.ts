import type { PlannerProgress } from '../../src-core/kernel/ports.ts'
import type { Board } from './board.ts'

export type Watch = {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: PlannerProgress) => void
}

/** A part of a search, which rests now and then so that other work of its thread runs and a signal can reach it. */
export type Stretch = {
  /** Whether it is time to rest: about every 40 ms. */
  readonly due: () => boolean
  /** Tells how much of the part is done, from 0 to 1, rests, and answers whether the search is to end. */
  readonly rest: (share: number, best?: number) => Promise<boolean>
  /** Whether the search is to end. */
  readonly stopped: () => boolean
}

const restEvery = 40

/** Answers what makes the parts of one search over a board, each from a share of the whole to another. */
export function stretchesOf(
  board: Board,
  { signal, onProgress }: Watch,
): (stage: PlannerProgress['stage'], from: number, to: number) => Stretch {
  let last = performance.now()
  const stopped = (): boolean => signal?.aborted ?? false
  return (stage, from, to) => ({
    stopped,
    due: () => performance.now() - last > restEvery,
    rest: async (share, best) => {
      onProgress?.({
        stage,
        placed: board.slot.length - board.unplaced,
        sessions: board.slot.length,
        share: from + (to - from) * share,
        ...(best === undefined ? {} : { objective: board.cost, best: Math.min(best, board.cost) }),
      })
      await new Promise((resolve) => setImmediate(resolve))
      last = performance.now()
      return stopped()
    },
  })
}
