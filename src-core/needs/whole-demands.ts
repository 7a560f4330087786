import type { GroupDecision, NeedOutcome } from '../database/schema.ts'
import { demandOfLine } from './closing.ts'
import type { DemandKey } from './decision.ts'
import { demandKeyText } from './demand.repository.ts'
import { decisionOf } from './results.words.ts'

type Line = {
  readonly id: string
  readonly topicId: string | null
  readonly freeTextKey: string | null
  readonly outcome: NeedOutcome
  readonly outcomeReason: string | null
}

type Group = { readonly decision: GroupDecision; readonly decisionReason: string | null }

type Change = { readonly lineId: string; readonly to: GroupDecision; readonly reason: string | null }

/** A demand all of whose lines now say the same, and those of its lines that so far said something of their own. */
export type WholeDemand = {
  readonly key: DemandKey
  readonly decision: GroupDecision
  readonly reason: string | null
  readonly lines: readonly string[]
  readonly ownLines: readonly string[]
}

/**
 * The demands that changes of lines decide as a whole. Their decision belongs to the demand, where the ranking, the report and the plan look
 * for it; a demand whose lines differ keeps its own decision and the lines theirs.
 */
export function wholeDemands(
  lines: Iterable<Line>,
  groups: ReadonlyMap<string, Group>,
  changes: readonly Change[],
): readonly WholeDemand[] {
  const changed = new Map(changes.map((change) => [change.lineId, change]))
  const byDemand = Map.groupBy(lines, (line) => demandKeyText(demandOfLine(line)))
  return [...byDemand].flatMap(([key, own]) => {
    if (!own.some(({ id }) => changed.has(id))) return []
    const group = groups.get(key)
    const said = own.map((line) => {
      const change = changed.get(line.id)
      if (change) return { decision: change.to, reason: change.reason }
      return line.outcome === 'OPEN'
        ? { decision: group?.decision ?? 'UNDECIDED', reason: group?.decisionReason ?? null }
        : { decision: decisionOf[line.outcome], reason: line.outcomeReason }
    })
    const [first] = said
    const [line] = own
    if (!first || !line || said.some(({ decision, reason }) => decision !== first.decision || reason !== first.reason))
      return []
    const ownLines = own.filter(({ outcome }) => outcome !== 'OPEN').map(({ id }) => id)
    return [{ key: demandOfLine(line), ...first, lines: own.map(({ id }) => id), ownLines }]
  })
}
