/** A source of chance that gives the same numbers for the same seed on every machine (Bob Jenkins' small fast counter, 32 bits). */
export type Chance = {
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number from 0 up to but not including `below`. */
  whole(below: number): number
  /** One of the list; the list must not be empty. */
  one<T>(list: readonly T[]): T
  /** One of a list of pairs, as often as its weight says. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  /** True in this share of cases. */
  often(share: number): boolean
}

export function chanceOf(seed: number): Chance {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = seed >>> 0
  let count = 1
  const step = (): number => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  // The first numbers still show the seed.
  for (let round = 0; round < 12; round++) step()

  const next = () => step() / 0x1_0000_0000
  const whole = (below: number) => Math.floor(next() * below)
  const weighted = <T>(list: readonly (readonly [T, number])[]): T => {
    const total = list.reduce((sum, [, weight]) => sum + weight, 0)
    let at = next() * total
    for (const [item, weight] of list) {
      at -= weight
      if (at < 0) return item
    }
    return (list.at(-1) as readonly [T, number])[0]
  }
  return { next, whole, one: (list) => list[whole(list.length)] as never, weighted, often: (share) => next() < share }
}

/** Splits `total` by weights into whole numbers whose sum is exactly `total` (largest remainders first). */
export function apportion(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const shares = exact.map(Math.floor)
  const left = total - shares.reduce((all, share) => all + share, 0)
  const byRemainder = exact.map((value, at) => [value - Math.floor(value), at] as const).sort((x, y) => y[0] - x[0])
  for (const [, at] of byRemainder.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1
  return shares
}
