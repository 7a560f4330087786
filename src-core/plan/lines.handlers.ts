import type { Handlers } from '../database/dispatcher.ts'
import { undoCommand } from '../imports/index.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { cycleOfYear } from '../needs/index.ts'
import { topicsById } from './catalogue.repository.ts'
import { plannedNeeds, shapesOf } from './demand-shape.repository.ts'
import { demandKeyOf, unitsOfLine } from './demand-shape.ts'
import { columnsOfFields, costsOfFields, newLine } from './line-draft.ts'
import type { linesContract } from './lines.contract.ts'
import { needsBehind, unitNames } from './people.repository.ts'
import { allPlans, latestPlan, lineById, lineOfDemand, linesOf, loggedCommand, planById } from './plan.repository.ts'
import { inForce, isLive, mayEdit } from './plan.rules.ts'
import type { PlanCost, PlanLine } from './plan.ts'
import { addLines, editablePlan, lineOf, type NewLine, planOf, replaceCosts, searchKeysOf } from './plan-change.ts'
import type { proposalHandlers } from './proposal.handlers.ts'

/** Commands that an officer may take back while the plan is being made. */
const undoable: ReadonlySet<string> = new Set(
  [
    'proposeLines',
    'addLine',
    'changeLine',
    'setCosts',
    'cancelLines',
    'restoreLines',
    'copyLastYear',
    'addLegalLines',
    'applyScenario',
  ].map((name) => `plan.${name}`),
)

/** Lines by id among those of a plan; refuses when one is not of it. */
export function chosenLines(all: readonly PlanLine[], ids: readonly string[]): readonly PlanLine[] {
  const byId = new Map(all.map((line) => [line.id, line]))
  return ids.map((id) => found(byId.get(id), 'planLine', id))
}

export const linesHandlers: Omit<Handlers<typeof linesContract>, keyof typeof proposalHandlers> = {
  plans: ({ db }) => allPlans(db),

  createPlan: async ({ db, write, input }) => {
    if (await latestPlan(db, input.year)) breaksRule('planExists', { year: input.year })
    const cycle = await cycleOfYear(db, input.year)
    const id = await write.insert('annualPlan', {
      year: input.year,
      revision: 0,
      name: `${input.year} Yıllık Eğitim Planı`,
      state: 'DRAFT',
      cycleId: cycle?.id ?? null,
      basedOnId: null,
      changeReason: null,
      returnReason: null,
      approvedNo: null,
      approvedOn: null,
      approvers: '[]',
      snapshotHash: null,
      submittedAt: null,
      publishedAt: null,
    })
    return found(await planById(db, id), 'annualPlan', id)
  },

  lines: async ({ db, input }) => linesOf(db, (await planOf(db, input.planId)).id),

  lineUnits: async ({ db, input }) => {
    const { planId, line } = found(await lineById(db, input.lineId), 'planLine', input.lineId)
    const plan = await planOf(db, planId)
    const shapes = await shapesOf(db, plan.cycleId)
    const persons = unitsOfLine(line, shapes)
    const names = await unitNames(db)
    const units = [...persons]
      .map(([unitId, count]) => ({ unitId, unit: names.get(unitId) ?? '', persons: count }))
      .sort((a, b) => b.persons - a.persons)
    return { lines: shapes.get(demandKeyOf(line) ?? '')?.lines ?? 0, units }
  },

  linePeople: async ({ db, input }) => {
    const { planId, line } = found(await lineById(db, input.lineId), 'planLine', input.lineId)
    const { cycleId } = await planOf(db, planId)
    const key = demandKeyOf(line)
    if (key === undefined || cycleId === null) return { rows: [], total: 0 }
    const ids = (await plannedNeeds(db, cycleId))
      .filter((need) =>
        line.topicId === null
          ? need.topicId === null && need.freeTextKey === line.freeTextKey
          : need.topicId === line.topicId,
      )
      .map(({ id }) => id)
    return { rows: await needsBehind(db, ids, input.page), total: ids.length }
  },

  lineOfDemand: async ({ db, input }) => (await lineOfDemand(db, input.cycleId, input)) ?? null,

  addLine: async ({ db, write, input, commandId }) => {
    const plan = await editablePlan(db, input.planId, input.changeReason)
    const { topicId, source, fields, changeReason } = input
    const topic = topicId === null ? undefined : found((await topicsById(db, [topicId])).get(topicId), 'topic', topicId)
    const line: NewLine = {
      ...newLine,
      ...columnsOfFields(fields),
      code: topic?.code ?? null,
      topicId,
      source,
      changeReason,
      costs: await costsOfFields(db, fields),
    }
    const [id = ''] = await addLines(write, plan.id, [line])
    return { commandId, lines: 1, id }
  },

  changeLine: async ({ db, write, input, commandId }) => {
    const { id, fields, changeReason, rowVersion } = input
    const plan = await editablePlan(db, input.planId, changeReason)
    const line = await lineOf(db, plan.id, id)
    if (!isLive(line)) breaksRule('lineCancelled')
    const patch = { ...columnsOfFields(fields), ...searchKeysOf(line.code, fields.name), changeReason }
    const changed = await write.update('planLine', id, patch, rowVersion)
    if (input.recost) {
      const kept = new Map(line.costs.map((cost) => [cost.type, cost]))
      const fresh = (await costsOfFields(db, fields)).map((cost) => {
        const { committedMinor, actualMinor, documentNo } = kept.get(cost.type) ?? cost
        return { ...cost, committedMinor, actualMinor, documentNo }
      })
      await replaceCosts(write, id, fresh)
    }
    return { commandId, lines: changed || input.recost ? 1 : 0 }
  },

  setCosts: async ({ db, write, input, commandId }) => {
    const plan = await planOf(db, input.planId)
    if (mayEdit(plan.state)) await editablePlan(db, plan.id, input.changeReason)
    else if (!inForce(plan.state) && plan.state !== 'APPROVED') breaksRule('planLocked')
    const line = await lineOf(db, plan.id, input.lineId)
    if (!mayEdit(plan.state) && plannedText(line.costs) !== plannedText(input.costs)) breaksRule('plannedCostsLocked')
    await replaceCosts(write, line.id, input.costs)
    if (plan.revision > 0 && mayEdit(plan.state))
      await write.update('planLine', line.id, { changeReason: input.changeReason })
    return { commandId, lines: 1 }
  },

  cancelLines: async ({ db, write, input, commandId }) => {
    const plan = await editablePlan(db, input.planId, input.changeReason)
    const chosen = chosenLines(await linesOf(db, plan.id), input.lineIds)
    if (chosen.some(({ state }) => state === 'DONE' || state === 'RUNNING')) breaksRule('lineHasBegun')
    const { reason: stateReason, changeReason } = input
    const patch = { state: 'CANCELLED' as const, stateReason, changeReason }
    const lines = await write.updateMany(
      'planLine',
      chosen.filter(isLive).map(({ id }) => ({ id, patch })),
    )
    return { commandId, lines }
  },

  restoreLines: async ({ db, write, input, commandId }) => {
    const plan = await editablePlan(db, input.planId, input.changeReason)
    const chosen = chosenLines(await linesOf(db, plan.id), input.lineIds)
    const { changeReason } = input
    const patch = { state: 'PROPOSED' as const, stateReason: null, changeReason }
    const cancelled = chosen.filter((line) => !isLive(line))
    return {
      commandId,
      lines: await write.updateMany(
        'planLine',
        cancelled.map(({ id }) => ({ id, patch })),
      ),
    }
  },

  undo: async ({ db, write, input }) => {
    const plan = await planOf(db, input.planId)
    if (!mayEdit(plan.state)) breaksRule('planLocked')
    const logged = found(await loggedCommand(db, input.commandId), 'command', input.commandId)
    const { planId } = JSON.parse(logged.input) as { planId?: string }
    if (!undoable.has(logged.operation) || logged.outcome !== 'done' || planId !== plan.id) breaksRule('notUndoable')
    const { removed, restored, kept } = await undoCommand(write, input.commandId)
    return { removed, restored, kept: kept.length }
  },
}

const plannedText = (costs: readonly PlanCost[]): string =>
  JSON.stringify(
    costs
      .filter(({ plannedMinor, includesLodgingMeals }) => plannedMinor > 0 || includesLodgingMeals)
      .map(({ type, plannedMinor, includesLodgingMeals }) => `${type} ${plannedMinor} ${includesLodgingMeals}`)
      .sort(),
  )
