import { monthTargets, monthWishes } from '../../../src-core/delivery/placing/objective.ts'
import type { PlacingLine, PlacingProblem } from '../../../src-core/delivery/placing/placing.ts'
import { type LinearModel, leastCost } from './linear-model.ts'

/** Sessions of one line that are as long; how many of them lie in a month is a column of the model. */
type Kind = {
  readonly halfDays: number
  readonly count: number
  readonly columns: readonly { readonly month: number; readonly name: string }[]
}

/**
 * What preferred quarter, earliness and even load cost at least: a linear model in which a session lies in any month its
 * dates allow, or in parts in several, and of the order of lines only this is kept: of the people who attend two lines in
 * their order, for every month, each sits in a group of the later line that begins after it or in a group of the earlier
 * line that has ended by then.
 */
export async function monthBound(problem: PlacingProblem): Promise<number> {
  const bound = await leastCost((model) => monthModel(problem, model), 120)
  if (bound === null) throw new Error('The months could not be bounded')
  return bound
}

function monthModel(problem: PlacingProblem, model: LinearModel): void {
  const { weights } = problem
  const targets = monthTargets(problem)
  const firsts = targets.map((_, month) => firstOfMonth(problem.from, month))
  const trainings = Map.groupBy(problem.trainings, ({ lineId }) => lineId)
  const load = targets.map((_, month): [number, string][] => [[-1, `over${month}`]])
  const kinds = new Map<string, readonly Kind[]>()
  for (const [number, line] of problem.lines.entries()) {
    const sessions = (trainings.get(line.id) ?? []).flatMap((training) => training.sessions)
    const open = sessions.some(({ pinned }) => pinned) ? [...targets.keys()] : monthsOf(line, firsts)
    const byLength = Map.groupBy(sessions, ({ halfDays }) => halfDays)
    const own = [...byLength].map(([halfDays, { length }]): Kind => {
      const columns = open.map((month) => ({ month, name: `x${number}_${halfDays}_${month}` }))
      model.row(
        columns.map(({ name }) => [1, name]),
        '=',
        length,
      )
      for (const { month, name } of columns) {
        const { quarters, months } = monthWishes(line, problem.from, firsts[month] ?? problem.from)
        model.cost(quarters * weights.preferredQuarter + months * weights.early, name)
        load[month]?.push([halfDays, name])
      }
      return { halfDays, count: length, columns }
    })
    kinds.set(line.id, own)
  }
  for (const [month, target] of targets.entries()) {
    model.cost(weights.monthLoad, `over${month}`)
    model.row(load[month] ?? [], '<=', target)
  }
  orderRows()

  function orderRows(): void {
    const attends = Map.groupBy(problem.enrolments, ({ lineId }) => lineId)
    const pinned = (id: string) => trainings.get(id)?.some(({ sessions }) => sessions.some((one) => one.pinned)) ?? true
    for (const line of problem.lines) {
      const people = new Set(attends.get(line.id)?.map(({ personId }) => personId))
      for (const earlier of line.after) {
        if (pinned(line.id) || pinned(earlier)) continue
        const shared = new Set(attends.get(earlier)?.map(({ personId }) => personId)).intersection(people).size
        if (shared === 0) continue
        for (const month of targets.keys()) {
          const after = seatsBySession(line.id, shared, (at) => at > month)
          const until = seatsBySession(earlier, shared, (at) => at <= month)
          model.row([...after, ...until], '>=', shared)
        }
      }
    }
  }

  /** No more of `shared` people sit in groups that lie wholly in these months than its sessions there bring seats. */
  function seatsBySession(lineId: string, shared: number, lies: (month: number) => boolean): [number, string][] {
    const own = trainings.get(lineId) ?? []
    const seats = Math.min(shared, Math.max(...own.map((training) => training.seats)))
    const sessions = Math.min(...own.map((training) => training.sessions.length))
    return (kinds.get(lineId) ?? []).flatMap(({ columns }) =>
      columns.filter(({ month }) => lies(month)).map(({ name }): [number, string] => [seats / sessions, name]),
    )
  }
}

/** Months in which a line has a day between its dates. */
const monthsOf = (line: PlacingLine, firsts: readonly string[]): readonly number[] =>
  [...firsts.keys()].filter((month) => {
    const next = firsts[month + 1] ?? '9999-12-31'
    return !((line.due && (firsts[month] ?? '') > line.due) || (line.notBefore && next <= line.notBefore))
  })

function firstOfMonth(from: string, month: number): string {
  const number = Number(from.slice(5, 7)) - 1 + month
  return `${Number(from.slice(0, 4)) + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}-01`
}
