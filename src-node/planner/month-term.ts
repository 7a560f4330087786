import type { Board, Term } from './board.ts'
import { rowAt } from './ground.ts'
import type { YearFigures } from './year-terms.ts'

/** Preferred quarter, earliness and even load: what follows from the month alone, so that a change of months can be judged before it is made. */
export function monthTerm(board: Board, { months, monthOfDay, monthTargets, monthCost, weights }: YearFigures): Term {
  const { ground } = board
  const over = Int32Array.from(monthTargets, (target) => -target)
  const step = (session: number, slot: number, sign: 1 | -1): number => {
    const month = monthOfDay[Math.floor(slot / ground.perDay)] as number
    const before = over[month] as number
    const after = before + sign * (ground.length[session] as number)
    over[month] = after
    return (
      sign * (monthCost[(ground.groupOf[session] as number) * months + month] as number) +
      weights.monthLoad * (Math.max(0, after) - Math.max(0, before))
    )
  }
  const monthOf = (slot: number): number => monthOfDay[Math.floor(slot / ground.perDay)] as number
  const sizes = Int32Array.from(ground.sessionsOf, (sessions) =>
    sessions.reduce((sum, session) => sum + (ground.length[session] as number), 0),
  )
  const excess = (month: number, growth: number): number =>
    Math.max(0, (over[month] as number) + growth) - Math.max(0, over[month] as number)
  const aside = (group: number, from: number, to: number): number =>
    ((monthCost[group * months + to] as number) - (monthCost[group * months + from] as number)) *
    rowAt(ground.sessionsOf, group).length
  const monthOfGroup = (group: number): number => {
    const slot = board.slot[rowAt(ground.sessionsOf, group)[0] as number] as number
    return slot < 0 ? -1 : monthOf(slot)
  }
  return {
    into: (session, slot) => step(session, slot, 1),
    out: (session, slot) => step(session, slot, -1),
    aim: (group, slot) => {
      const from = monthOfGroup(group)
      const to = monthOf(slot)
      if (from < 0 || from === to) return 0
      const size = sizes[group] as number
      return aside(group, from, to) + weights.monthLoad * (excess(from, -size) + excess(to, size))
    },
    trade: (one, other) => {
      const from = monthOfGroup(one)
      const to = monthOfGroup(other)
      return from < 0 || to < 0 || from === to ? 0 : aside(one, from, to) + aside(other, to, from)
    },
  }
}
