import { isLive } from './plan.rules.ts'
import type { PlanLine } from './plan.ts'

type Weighed = Pick<PlanLine, 'id' | 'lineNo' | 'source' | 'score' | 'plannedMinor' | 'state'>

export type Scenario = {
  readonly kept: readonly string[]
  readonly leftOut: readonly string[]
  readonly keptMinor: number
}

/**
 * What fits into a budget: legal obligations first, then by priority score, equal ones in the order of the plan. A line that
 * does not fit is left out and the next is tried. What the law asks for is kept whatever it costs, and what has begun or is done.
 */
export function scenarioOf(lines: readonly Weighed[], budgetMinor: number): Scenario {
  const ordered = lines
    .filter(isLive)
    .sort((a, b) => rank(a) - rank(b) || scoreOf(b) - scoreOf(a) || a.lineNo - b.lineNo)
  const kept: string[] = []
  const leftOut: string[] = []
  let keptMinor = 0
  for (const line of ordered) {
    const fits = keptMinor + line.plannedMinor <= budgetMinor
    if (fits || rank(line) === 0) {
      kept.push(line.id)
      keptMinor += line.plannedMinor
    } else leftOut.push(line.id)
  }
  return { kept, leftOut, keptMinor }
}

const rank = ({ source, state }: Weighed): number =>
  source === 'legal' || state === 'RUNNING' || state === 'DONE' ? 0 : 1

/** What no demand stands behind has no score; management and carried-over lines come after the scored ones. */
const scoreOf = ({ score }: Weighed): number => score ?? -1
