/** Repeatable choices for the sample academy: the same seed gives the same academy on every machine. */
export type SampleRandom = {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
  /** An index, each as likely as its weight is large. */
  weighted(weights: readonly number[]): number
}

/** A small 32-bit generator (xorshift with an added Weyl sequence); good enough to look like life, not for secrets. */
export function sampleRandom(seed: number): SampleRandom {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  let weyl = 0
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    weyl = (weyl + 362437) >>> 0
    return ((state + weyl) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    pick: (items) => {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
    chance: (probability) => next() < probability,
    weighted: (weights) => {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0)
      for (const [index, weight] of weights.entries()) {
        rest -= weight
        if (rest < 0) return index
      }
      return weights.length - 1
    },
  }
}
