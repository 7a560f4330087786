import type { DemandGroupTable, GroupDecision, NeedOutcome } from '../database/schema.ts'
import { demandOfLine } from './closing.ts'
import { decisions, type ReasonCode } from './decision.ts'
import { demandKeyText } from './demand.repository.ts'
import type { ResultsSummary, UnitResult } from './report.contract.ts'
import type { LineForSums } from './report.repository.ts'
import { decisionOf } from './results.words.ts'

type Decided = { readonly decision: GroupDecision; readonly reason: ReasonCode | null }

type Groups = ReadonlyMap<string, Pick<DemandGroupTable, 'decision' | 'decisionReason'>>

/** What becomes of a line and why: its own outcome where it has one, else its demand's decision. */
export function decidedFor(
  line: { topicId: string | null; freeTextKey: string | null; outcome: NeedOutcome; outcomeReason: string | null },
  groups: Groups,
): Decided {
  const group = groups.get(demandKeyText(demandOfLine(line)))
  const own = line.outcome !== 'OPEN'
  const reason = own ? line.outcomeReason : group?.decisionReason
  return {
    decision: own ? decisionOf[line.outcome] : (group?.decision ?? 'UNDECIDED'),
    reason: (reason ?? null) as ReasonCode | null,
  }
}

/** Counts lines, and persons once each; heads of unit needs are persons nobody has named. */
function tally() {
  const people = new Set<string>()
  let lines = 0
  let heads = 0
  return {
    add(line: LineForSums): void {
      lines++
      if (line.personId === null) heads += line.headcount
      else people.add(line.personId)
    },
    counts: () => ({ lines, persons: people.size + heads }),
  }
}

type Tally = ReturnType<typeof tally>

/** Tallies by key, in order of first sight. */
function tallies<K>() {
  const known = new Map<string, { readonly key: K; readonly tally: Tally }>()
  return {
    add(name: string, key: K, line: LineForSums): void {
      const one = known.get(name) ?? { key, tally: tally() }
      known.set(name, one)
      one.tally.add(line)
    },
    list: () =>
      [...known.values()]
        .map(({ key, tally: one }) => ({ ...key, ...one.counts() }))
        .sort((a, b) => b.lines - a.lines || b.persons - a.persons),
  }
}

type Named = { readonly id: string; readonly code: string; readonly name: string }

const noDecisions = (): Record<GroupDecision, number> => ({ UNDECIDED: 0, PLAN: 0, DEFER: 0, REJECT: 0, E_TRAINING: 0 })

/** The results of lines in numbers. `units` in the order in which they shall stand. */
export function summaryOf(
  lines: readonly LineForSums[],
  groups: Groups,
  topics: ReadonlyMap<string, Named>,
  units: readonly Named[],
): ResultsSummary {
  const all = tally()
  const withoutTopic = tally()
  const byDecision = tallies<{ decision: GroupDecision }>()
  const byDecisionReason = tallies<Decided>()
  const byReason = tallies<{ reason: LineForSums['reason'] }>()
  const byTopic = tallies<{ topicId: string; code: string; name: string }>()
  const byUnit = new Map<string, { readonly tally: Tally; readonly decisions: Record<GroupDecision, number> }>()
  for (const line of lines) {
    const decided = decidedFor(line, groups)
    all.add(line)
    byDecision.add(decided.decision, { decision: decided.decision }, line)
    if (decided.reason !== null) byDecisionReason.add(`${decided.decision} ${decided.reason}`, decided, line)
    byReason.add(line.reason ?? '', { reason: line.reason }, line)
    const topic = line.topicId === null ? undefined : topics.get(line.topicId)
    if (topic) byTopic.add(topic.id, { topicId: topic.id, code: topic.code, name: topic.name }, line)
    else withoutTopic.add(line)
    const unit = byUnit.get(line.unitId) ?? { tally: tally(), decisions: noDecisions() }
    byUnit.set(line.unitId, unit)
    unit.tally.add(line)
    unit.decisions[decided.decision]++
  }
  const decided = byDecision.list()
  return {
    ...all.counts(),
    units: byUnit.size,
    decisions: decisions.map(
      (decision) => decided.find((one) => one.decision === decision) ?? { decision, lines: 0, persons: 0 },
    ),
    decisionReasons: byDecisionReason.list(),
    reasons: byReason.list(),
    topics: byTopic.list(),
    withoutTopic: withoutTopic.counts(),
    byUnit: units.flatMap(({ id, code, name }): UnitResult[] => {
      const unit = byUnit.get(id)
      return unit ? [{ unitId: id, code, name, ...unit.tally.counts(), decisions: unit.decisions }] : []
    }),
  }
}
