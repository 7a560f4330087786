import type { Chance } from '../../src-core/people/sample-random.ts'
import type { Board } from './board.ts'
import { add, at, type Ground, rowAt } from './ground.ts'
import type { Stretch } from './stretch.ts'
import type { YearFigures } from './year-terms.ts'

const stepsPerGroup = 1500
const looksEvery = 1024
const priceRounds = 200
/** What two groups cost while the months are planned, when people need one before the other: in the wrong order, or in one month. */
const orderCost = 40
const sameMonthCost = 1

/** The months a group may lie in, what it costs there and how many half days it brings. */
type Choices = {
  readonly open: readonly Int32Array[]
  readonly size: Int32Array
  readonly cost: Float64Array
}

/**
 * Gives every group the month it would best lie in if nothing but the wishes, the even load of the months and the order
 * of groups counted. Each half day of a month gets the price at which as many want it as it holds (Lagrange); annealing
 * of its own then finds groups that fill the months evenly, first loosely, at last to the half day. Answers the starts
 * of the first session in that month, for each group.
 */
export async function planMonths(
  board: Board,
  figures: YearFigures,
  chance: Chance,
  stretch: Stretch,
): Promise<readonly Int32Array[]> {
  const { ground } = board
  const { months, monthOfDay, monthTargets } = figures
  const monthOf = (slot: number): number => at(monthOfDay, Math.floor(slot / ground.perDay))
  const startsIn = ground.sessionsOf.map((sessions) =>
    Map.groupBy(rowAt(ground.starts, at(sessions, 0)), (slot) => monthOf(slot)),
  )
  const choices = choicesOf(ground, figures, startsIn, monthOf)
  const { open, size, cost } = choices
  const prices = pricesOf(choices, monthTargets, figures.weights.monthLoad)
  const priced = cost.map((one, index) => one + at(size, Math.floor(index / months)) * at(prices, index % months))
  const movable = [...open.keys()].filter((group) => rowAt(open, group).length > 1)
  const month = Int32Array.from(open, (list, group) => cheapest(list, priced, group * months))
  const over = Int32Array.from(monthTargets, (target) => -target)
  for (const [group, where] of month.entries()) if (where >= 0) add(over, where, at(size, group))

  const wrongSide = (late: number): number => (late > 0 ? orderCost + late : late === 0 ? sameMonthCost : 0)
  const disorder = (group: number, where: number): number => {
    let costs = 0
    for (const other of rowAt(board.before, group)) costs += wrongSide(at(month, other) - where)
    for (const other of rowAt(board.behind, group))
      if (at(month, other) >= 0) costs += wrongSide(where - at(month, other))
    return costs
  }
  const costOf = (group: number, where: number): number => at(priced, group * months + where) + disorder(group, where)
  const steps = movable.length * stepsPerGroup
  // Where an even load is worth little, it is not to be kept at any price.
  const strictest = Math.min(1, figures.weights.monthLoad / 20)
  let strictness = 0
  const undo: number[] = []
  const carry = (group: number, to: number): number => {
    const from = at(month, group)
    const count = at(size, group)
    const change =
      costOf(group, to) -
      costOf(group, from) +
      strictness * (squareGrowth(at(over, from), -count) + squareGrowth(at(over, to), count))
    month[group] = to
    add(over, from, -count)
    add(over, to, count)
    undo.push(group, from)
    return change
  }
  for (let step = 0; step < steps; step++) {
    const share = step / steps
    if (step % looksEvery === 0 && stretch.due() && (await stretch.rest(share))) break
    const heat = 0.3 * (0.02 / 0.3) ** share
    strictness = strictest * 0.01 * 100 ** share
    const one = rowAt(movable, chance.whole(movable.length))
    const from = at(month, one)
    const list = rowAt(open, one)
    const to = at(list, chance.whole(list.length))
    if (to === from) continue
    undo.length = 0
    let change = carry(one, to)
    // Who would be on the wrong side may come along, and somebody of the other month in exchange.
    if (chance.often(0.5)) {
      for (const other of rowAt(board.before, one))
        if (at(month, other) > to && rowAt(open, other).includes(to)) change += carry(other, to)
      for (const other of rowAt(board.behind, one))
        if (at(month, other) < to && rowAt(open, other).includes(to)) change += carry(other, to)
    }
    if (chance.often(0.3)) {
      const other = rowAt(movable, chance.whole(movable.length))
      if (other !== one && at(month, other) === to && rowAt(open, other).includes(from)) change += carry(other, from)
    }
    if (change <= 0 || chance.next() < Math.exp(-change / heat)) continue
    for (let last = undo.length - 2; last >= 0; last -= 2) {
      const group = undo[last] as number
      const back = undo[last + 1] as number
      add(over, at(month, group), -at(size, group))
      add(over, back, at(size, group))
      month[group] = back
    }
  }
  return startsIn.map((byMonth, group) => {
    const starts = byMonth.get(at(month, group)) ?? []
    // The sessions after the first are to lie in the month too.
    const last = (starts.at(-1) ?? 0) - at(size, group) + at(ground.length, at(rowAt(ground.sessionsOf, group), 0))
    const early = starts.filter((start) => start <= last)
    return Int32Array.from(early.length > 0 ? early : starts)
  })
}

const squareGrowth = (value: number, by: number): number => by * (2 * value + by)

function cheapest(list: Int32Array, costs: Float64Array, offset: number): number {
  let best = -1
  for (const month of list) if (best < 0 || at(costs, offset + month) < at(costs, offset + best)) best = month
  return best
}

function choicesOf(
  ground: Ground,
  { months, monthCost }: YearFigures,
  startsIn: readonly ReadonlyMap<number, readonly number[]>[],
  monthOf: (slot: number) => number,
): Choices {
  const { sessionsOf } = ground
  return {
    open: sessionsOf.map((sessions, group) => {
      const pinned = ground.fixed[at(sessions, 0)]
      return pinned ? Int32Array.of(monthOf(pinned.slot)) : Int32Array.from(rowAt(startsIn, group).keys())
    }),
    size: Int32Array.from(sessionsOf, (sessions) =>
      sessions.reduce((sum, session) => sum + at(ground.length, session), 0),
    ),
    cost: monthCost.map((one, index) => one * rowAt(sessionsOf, Math.floor(index / months)).length),
  }
}

/** Prices of a half day by month, by going up the subgradient. */
function pricesOf({ open, size, cost }: Choices, targets: readonly number[], most: number): Float64Array {
  const months = targets.length
  const prices = new Float64Array(months)
  const load = new Float64Array(months)
  for (let round = 0; round < priceRounds; round++) {
    load.fill(0)
    for (const [group, list] of open.entries()) {
      let best = -1
      let least = Number.POSITIVE_INFINITY
      for (const month of list) {
        const costs = at(cost, group * months + month) + at(prices, month) * at(size, group)
        if (costs >= least) continue
        least = costs
        best = month
      }
      if (best >= 0) add(load, best, at(size, group))
    }
    const step = 0.01 / (1 + round / 20)
    for (let month = 0; month < months; month++) {
      const price = at(prices, month) + step * (at(load, month) - (targets[month] ?? 0))
      prices[month] = Math.min(most, Math.max(0, price))
    }
  }
  return prices
}
