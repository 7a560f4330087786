import type { Chance } from '../../src-core/people/sample-random.ts'
import { add, at, type Ground, rowAt } from './ground.ts'
import type { YearFigures } from './year-terms.ts'

const stepsPerGroup = 1500

/**
 * Gives every group the month it would best lie in if nothing but the wishes and the even load of the months counted. That
 * small problem is solved by annealing of its own in a moment, and is a far better beginning than any order of placing.
 * Answers the starts of the first session in that month, for each group.
 */
export function planMonths(ground: Ground, figures: YearFigures, chance: Chance): readonly Int32Array[] {
  const { months, monthOfDay, monthCost, monthTargets, weights } = figures
  const groups = ground.sessionsOf.length
  const monthOf = (slot: number): number => at(monthOfDay, Math.floor(slot / ground.perDay))
  const startsIn = ground.sessionsOf.map((sessions) =>
    Map.groupBy(rowAt(ground.starts, at(sessions, 0)), (slot) => monthOf(slot)),
  )
  const open = startsIn.map((byMonth) => Int32Array.from(byMonth.keys()))
  const halfDays = Int32Array.from(ground.sessionsOf, (sessions) =>
    sessions.reduce((sum, session) => sum + at(ground.length, session), 0),
  )
  const movable = ground.sessionsOf.flatMap((sessions, group) =>
    rowAt(open, group).length > 1 && !sessions.some((session) => ground.fixed[session]) ? [group] : [],
  )
  const month = new Int32Array(groups)
  const over = Int32Array.from(monthTargets, (target) => -target)
  for (let group = 0; group < groups; group++) {
    const pinned = ground.fixed[at(rowAt(ground.sessionsOf, group), 0)]
    const choices = rowAt(open, group)
    month[group] = pinned ? monthOf(pinned.slot) : choices.length > 0 ? at(choices, chance.whole(choices.length)) : -1
    if (at(month, group) >= 0) add(over, at(month, group), at(halfDays, group))
  }
  const cost = (group: number, where: number): number =>
    at(monthCost, group * months + where) * rowAt(ground.sessionsOf, group).length
  const excess = (where: number, change: number): number =>
    weights.monthLoad * (Math.max(0, at(over, where) + change) - Math.max(0, at(over, where)))
  const steps = movable.length * stepsPerGroup
  for (let step = 0; step < steps; step++) {
    const heat = 12 * 0.002 ** (step / steps)
    const one = rowAt(movable, chance.whole(movable.length))
    const from = at(month, one)
    const choices = rowAt(open, one)
    const to = at(choices, chance.whole(choices.length))
    if (to === from) continue
    const size = at(halfDays, one)
    let change = cost(one, to) - cost(one, from)
    // Half of the time somebody of the other month comes in exchange.
    const other = chance.often(0.5) ? rowAt(movable, chance.whole(movable.length)) : -1
    const swaps = other >= 0 && at(month, other) === to && rowAt(open, other).includes(from)
    const back = swaps ? at(halfDays, other) : 0
    if (swaps) change += cost(other, from) - cost(other, to)
    change += excess(from, back - size) + excess(to, size - back)
    if (change > 0 && chance.next() >= Math.exp(-change / heat)) continue
    month[one] = to
    if (swaps) month[other] = from
    add(over, from, back - size)
    add(over, to, size - back)
  }
  return startsIn.map((byMonth, group) => Int32Array.from(byMonth.get(at(month, group)) ?? []))
}
