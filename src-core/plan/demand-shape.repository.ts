import type { NeedLineTable, NeedOutcome } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { demandGroups, demandKeyText, demandOfLine, outcomeOf } from '../needs/index.ts'
import { type DemandShape, type ShapedLine, shapeDemands } from './demand-shape.ts'

type PlannedNeed = ShapedLine &
  Pick<NeedLineTable, 'outcome'> & {
    /** By its own decision, else by that of its demand. */
    readonly effective: NeedOutcome
    readonly reason: string | null
  }

/** Live lines of a cycle with what was decided about each, by itself or with its demand. */
async function decidedNeeds(db: Reader, cycleId: string): Promise<PlannedNeed[]> {
  const groups = await demandGroups(db, cycleId)
  const lines = await db
    .selectFrom('needLine')
    .select(['id', 'topicId', 'freeTextKey', 'freeText', 'personId', 'unitId', 'headcount', 'preferredQuarter'])
    .select(['outcome', 'outcomeReason'])
    .where('cycleId', '=', cycleId)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()
  return lines.map(({ outcomeReason, ...line }) => {
    if (line.outcome !== 'OPEN') return { ...line, effective: line.outcome, reason: outcomeReason }
    const group = groups.get(demandKeyText(demandOfLine(line)))
    return { ...line, effective: outcomeOf[group?.decision ?? 'UNDECIDED'], reason: group?.decisionReason ?? null }
  })
}

/** Needs that a plan of this cycle's year has answered through one of its lines, whatever the answer was. */
async function answeredByPlan(db: Reader, cycleId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('planNotice as notice')
    .innerJoin('annualPlan as plan', 'plan.id', 'notice.planId')
    .select('notice.needLineId')
    .distinct()
    .where('plan.cycleId', '=', cycleId)
    .where('notice.planLineId', 'is not', null)
    .where('notice.deletedAt', 'is', null)
    .execute()
  return new Set(rows.map(({ needLineId }) => needLineId))
}

/**
 * The needs a plan answers for: decided PLAN, or answered by an earlier revision (a line cancelled there may come back).
 * Needs that were decided otherwise are none of the plan's business.
 */
export async function plannedNeeds(db: Reader, cycleId: string): Promise<PlannedNeed[]> {
  return (await needsOfPlan(db, cycleId)).filter(({ planned }) => planned)
}

/** All live needs of a cycle, and of each whether the plan answers for it. */
export async function needsOfPlan(db: Reader, cycleId: string): Promise<(PlannedNeed & { planned: boolean })[]> {
  const answered = await answeredByPlan(db, cycleId)
  return (await decidedNeeds(db, cycleId)).map((need) => ({
    ...need,
    planned: need.effective === 'PLANNED' || (need.effective === 'DEFERRED' && answered.has(need.id)),
  }))
}

/** The demands a plan answers for, by key; nothing for a plan without a cycle. */
export async function shapesOf(db: Reader, cycleId: string | null): Promise<ReadonlyMap<string, DemandShape>> {
  return cycleId === null ? new Map() : shapeDemands(await plannedNeeds(db, cycleId))
}
