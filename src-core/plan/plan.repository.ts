import { needsPermission } from '../courses/index.ts'
import type { AnnualPlanTable, PlanCostTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { warningsOf } from './plan.rules.ts'
import type { Plan, PlanCost, PlanLine, PlanReason } from './plan.ts'

const toPlan = (row: AnnualPlanTable): Plan => ({
  id: row.id,
  rowVersion: row.rowVersion,
  year: row.year,
  revision: row.revision,
  name: row.name,
  state: row.state,
  cycleId: row.cycleId,
  basedOnId: row.basedOnId,
  changeReason: row.changeReason,
  returnReason: row.returnReason,
  approvedNo: row.approvedNo,
  approvedOn: row.approvedOn,
  approvers: JSON.parse(row.approvers),
  snapshotHash: row.snapshotHash,
  submittedAt: row.submittedAt,
  publishedAt: row.publishedAt,
})

const livePlans = (db: Reader) => db.selectFrom('annualPlan').selectAll().where('deletedAt', 'is', null)

/** Every plan, the newest year and revision first. */
export async function allPlans(db: Reader): Promise<Plan[]> {
  return (await livePlans(db).orderBy('year', 'desc').orderBy('revision', 'desc').execute()).map(toPlan)
}

export async function planById(db: Reader, id: string): Promise<Plan | undefined> {
  const row = await livePlans(db).where('id', '=', id).executeTakeFirst()
  return row && toPlan(row)
}

/** The newest revision of a year's plan. */
export async function latestPlan(db: Reader, year: number): Promise<Plan | undefined> {
  const row = await livePlans(db).where('year', '=', year).orderBy('revision', 'desc').executeTakeFirst()
  return row && toPlan(row)
}

const toCost = (row: PlanCostTable): PlanCost => ({
  type: row.type,
  plannedMinor: row.plannedMinor,
  committedMinor: row.committedMinor,
  actualMinor: row.actualMinor,
  includesLodgingMeals: row.includesLodgingMeals === 1,
  documentNo: row.documentNo,
})

const joinedLines = (db: Reader) =>
  db
    .selectFrom('planLine as line')
    .leftJoin('topic', 'topic.id', 'line.topicId')
    .leftJoin('orgUnit as unit', 'unit.id', 'line.unitId')
    .leftJoin('provider', 'provider.id', 'line.providerId')
    .leftJoin('trainer', 'trainer.id', 'line.trainerId')
    .selectAll('line')
    .select(['topic.code', 'topic.category', 'unit.name as unit', 'provider.name as provider'])
    .select(['provider.kind as providerKind', 'provider.permissionRequired', 'trainer.name as trainer'])
    .where('line.deletedAt', 'is', null)

type Joined = Awaited<ReturnType<ReturnType<typeof joinedLines>['execute']>>[number]

function toLine(row: Joined, costs: readonly PlanCost[]): PlanLine {
  const sum = (of: (cost: PlanCost) => number) => costs.reduce((total, cost) => total + of(cost), 0)
  const line = {
    id: row.id,
    rowVersion: row.rowVersion,
    lineNo: row.lineNo,
    topicId: row.topicId,
    freeTextKey: row.freeTextKey,
    code: row.code,
    name: row.name,
    category: row.category,
    level: row.level,
    source: row.source,
    unitId: row.unitId,
    unit: row.unit,
    groups: row.groups,
    groupSize: row.groupSize,
    personsPlanned: row.personsPlanned,
    lessonHours: row.lessonHoursTenths / 10,
    trainerDays: row.trainerDaysTenths / 10,
    quarter: row.quarter,
    month: row.month,
    providerId: row.providerId,
    provider: row.provider,
    trainerId: row.trainerId,
    trainer: row.trainer,
    permissionNo: row.permissionNo,
    mode: row.mode,
    responsible: row.responsible,
    score: row.scoreTenths === null ? null : row.scoreTenths / 10,
    state: row.state,
    changeOfId: row.changeOfId,
    changeReason: row.changeReason,
    stateReason: row.stateReason as PlanReason | null,
    note: row.note,
    costs: [...costs],
    plannedMinor: sum(({ plannedMinor }) => plannedMinor),
    committedMinor: sum(({ committedMinor }) => committedMinor),
    actualMinor: sum(({ actualMinor }) => actualMinor),
  }
  const asks = row.providerKind !== null && (row.permissionRequired === 1 || needsPermission(row.providerKind))
  return { ...line, warnings: [...warningsOf(line, asks)] }
}

/** Every line of a plan, cancelled ones too, in the order of their numbers. */
export async function linesOf(db: Reader, planId: string): Promise<PlanLine[]> {
  const rows = await joinedLines(db).where('line.planId', '=', planId).orderBy('line.lineNo').execute()
  const costs = await db
    .selectFrom('planCost as cost')
    .innerJoin('planLine as line', 'line.id', 'cost.planLineId')
    .selectAll('cost')
    .where('line.planId', '=', planId)
    .where('line.deletedAt', 'is', null)
    .where('cost.deletedAt', 'is', null)
    .orderBy('cost.id')
    .execute()
  const byLine = Map.groupBy(costs, ({ planLineId }) => planLineId)
  return rows.map((row) => toLine(row, (byLine.get(row.id) ?? []).map(toCost)))
}

/** A line with the plan it stands in. */
export async function lineById(db: Reader, id: string): Promise<{ planId: string; line: PlanLine } | undefined> {
  const row = await joinedLines(db).where('line.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  return { planId: row.planId, line: toLine(row, (await costRows(db, [id])).map(toCost)) }
}

/** Costs of some lines as they are kept. */
export const costRows = (db: Reader, lineIds: readonly string[]): Promise<PlanCostTable[]> =>
  db
    .selectFrom('planCost')
    .selectAll()
    .where('planLineId', 'in', lineIds.length > 0 ? [...lineIds] : [''])
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()

/** The line of a demand in the newest plan that has one for it. */
export async function lineOfDemand(
  db: Reader,
  cycleId: string,
  key: { readonly topicId: string | null; readonly freeTextKey: string | null },
): Promise<{ plan: Plan; line: PlanLine } | undefined> {
  const base = db
    .selectFrom('planLine as line')
    .innerJoin('annualPlan as plan', 'plan.id', 'line.planId')
    .select('line.id')
    .where('line.deletedAt', 'is', null)
    .where('plan.deletedAt', 'is', null)
    .where('line.source', '=', 'TNA')
    .where('plan.cycleId', '=', cycleId)
  const named =
    key.topicId === null
      ? base.where('line.topicId', 'is', null).where('line.freeTextKey', '=', key.freeTextKey ?? '')
      : base.where('line.topicId', '=', key.topicId)
  const row = await named.orderBy('plan.revision', 'desc').executeTakeFirst()
  const found = row && (await lineById(db, row.id))
  const plan = found && (await planById(db, found.planId))
  return found && plan && { plan, line: found.line }
}

/** The operation of a command and what it was asked, from the log. */
export const loggedCommand = (db: Reader, commandId: string) =>
  db
    .selectFrom('commandLog')
    .select(['operation', 'input', 'outcome'])
    .where('commandId', '=', commandId)
    .executeTakeFirst()

/** Numbers of removed lines are not given out again. */
export async function lastLineNo(db: Reader, planId: string): Promise<number> {
  const row = await db
    .selectFrom('planLine')
    .select((build) => build.fn.max('lineNo').as('last'))
    .where('planId', '=', planId)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}
