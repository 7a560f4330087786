import type { OwnColumns } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { costRows, lastLineNo, lineById, planById } from './plan.repository.ts'
import { mayEdit } from './plan.rules.ts'
import type { Plan, PlanCost, PlanLine } from './plan.ts'

export const planOf = async (db: Reader, planId: string): Promise<Plan> =>
  found(await planById(db, planId), 'annualPlan', planId)

/** The plan, when its lines may be changed; a revision asks for the reason of every change. */
export async function editablePlan(db: Reader, planId: string, changeReason: string | null): Promise<Plan> {
  const plan = await planOf(db, planId)
  if (!mayEdit(plan.state)) breaksRule('planLocked')
  if (plan.revision > 0 && changeReason === null) breaksRule('changeReasonNeeded')
  return plan
}

/** A line of this plan and no other. */
export async function lineOf(db: Reader, planId: string, id: string): Promise<PlanLine> {
  const entry = found(await lineById(db, id), 'planLine', id)
  if (entry.planId !== planId) breaksRule('lineOfOtherPlan')
  return entry.line
}

export type NewLine = Omit<OwnColumns<'planLine'>, 'planId' | 'lineNo' | 'searchKey' | 'sortKey'> & {
  readonly code: string | null
  readonly costs: readonly PlanCost[]
}

/** What a line is found and ordered by. */
export const searchKeysOf = (code: string | null, name: string) => ({
  searchKey: fold(`${code ?? ''} ${name}`),
  sortKey: sortKey(name),
})

/** Adds lines with their costs behind the last number of the plan; gives their ids. */
export async function addLines(write: Writer, planId: string, lines: readonly NewLine[]): Promise<readonly string[]> {
  let lineNo = await lastLineNo(write.db, planId)
  const rows = lines.map(({ code, costs: _, ...line }) => {
    lineNo++
    return { ...line, ...searchKeysOf(code, line.name), id: write.newId(), planId, lineNo }
  })
  await write.insertMany('planLine', rows)
  await insertCosts(
    write,
    rows.map(({ id }, at) => ({ planLineId: id, costs: lines[at]?.costs ?? [] })),
  )
  return rows.map(({ id }) => id)
}

export const insertCosts = (
  write: Writer,
  lines: readonly { readonly planLineId: string; readonly costs: readonly PlanCost[] }[],
): Promise<number> =>
  write.insertMany(
    'planCost',
    lines.flatMap(({ planLineId, costs }) =>
      costs.map((cost) => ({
        ...cost,
        id: write.newId(),
        planLineId,
        includesLodgingMeals: cost.includesLodgingMeals ? (1 as const) : (0 as const),
      })),
    ),
  )

/** Puts these costs in the place of those a line had; each type once. */
export async function replaceCosts(write: Writer, lineId: string, costs: readonly PlanCost[]): Promise<void> {
  const types = new Set(costs.map(({ type }) => type))
  if (types.size !== costs.length) breaksRule('costTypeTwice')
  const known = new Map((await costRows(write.db, [lineId])).map((row) => [row.type, row]))
  await write.removeMany(
    'planCost',
    [...known.values()].filter(({ type }) => !types.has(type)).map(({ id }) => id),
  )
  for (const { includesLodgingMeals, ...cost } of costs) {
    const row = known.get(cost.type)
    if (row) await write.update('planCost', row.id, { ...cost, includesLodgingMeals: includesLodgingMeals ? 1 : 0 })
  }
  const fresh = costs.filter(({ type }) => !known.has(type))
  await insertCosts(write, [{ planLineId: lineId, costs: fresh }])
}
