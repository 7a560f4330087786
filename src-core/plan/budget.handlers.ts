import { saveSetting } from '../access/index.ts'
import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule } from '../kernel/errors.ts'
import { inTreeOrder, loadUnits } from '../people/index.ts'
import type { budgetContract } from './budget.contract.ts'
import { ceilingsOf } from './budget.repository.ts'
import { type BudgetedUnit, budgetOf, overCeilings } from './budget.rules.ts'
import { shapesOf } from './demand-shape.repository.ts'
import { demandKeyOf, unitsOfLine } from './demand-shape.ts'
import { unitNames } from './people.repository.ts'
import { linesOf } from './plan.repository.ts'
import { totalsOf } from './plan.rules.ts'
import type { Plan, PlanLine } from './plan.ts'
import { editablePlan, planOf } from './plan-change.ts'
import { ratesOf, ratesSetting } from './rates.ts'
import { scenarioOf } from './scenario.rules.ts'

/** Everything the budget of a plan is made of. */
export async function readBudget(db: Reader, plan: Plan) {
  const lines = await linesOf(db, plan.id)
  const shapes = await shapesOf(db, plan.cycleId)
  const units = inTreeOrder(await loadUnits(db)).map(
    ({ node, depth }): BudgetedUnit => ({
      id: node.id,
      parentId: node.parentId,
      code: node.code,
      name: node.name,
      depth,
    }),
  )
  const ceilings = await ceilingsOf(db, plan.year)
  return { lines, shapes, ...budgetOf(lines, (line) => unitsOfLine(line, shapes), units, ceilings), ceilings }
}

/** Ceilings that block and are exceeded; a plan does not leave the house with them. */
export async function blockedCeilings(db: Reader, plan: Plan): Promise<number> {
  return overCeilings((await readBudget(db, plan)).units, 'BLOCK').length
}

/** What the scenarios of a plan divide: the total ceiling, or what is planned. */
async function baseOf(db: Reader, plan: Plan, lines: readonly PlanLine[]) {
  const total = (await ceilingsOf(db, plan.year)).find(({ unitId }) => unitId === null)
  return total
    ? { baseMinor: total.amountLira * 100, fromCeiling: true }
    : { baseMinor: totalsOf(lines).plannedMinor, fromCeiling: false }
}

const shareOf = (baseMinor: number, percent: number): number => Math.floor((baseMinor * percent) / 100)

export const budgetHandlers: Handlers<typeof budgetContract> = {
  budget: async ({ db, input }) => {
    const { lines, total, byType, units, unassigned } = await readBudget(db, await planOf(db, input.planId))
    const count = (warning: PlanLine['warnings'][number]) =>
      lines.filter((line) => line.state !== 'CANCELLED' && line.warnings.includes(warning)).length
    return {
      total,
      byType: [...byType],
      units: [...units],
      unassigned,
      lodgingMeals: count('lodgingMeals'),
      permission: count('permission'),
    }
  },

  setCeiling: async ({ db, write, input }) => {
    const { year, unitId, amountLira, mode } = input
    const known = (await ceilingsOf(db, year)).find((ceiling) => ceiling.unitId === unitId)
    if (amountLira === null) {
      if (known) await write.removeMany('budgetCeiling', [known.id])
      return { changed: known !== undefined }
    }
    if (known) return { changed: await write.update('budgetCeiling', known.id, { amountLira, mode }) }
    await write.insert('budgetCeiling', { year, unitId, amountLira, mode })
    return { changed: true }
  },

  rates: ({ db }) => ratesOf(db),

  saveRates: async ({ write, input }) => {
    await saveSetting(write, ratesSetting, JSON.stringify(input))
    return input
  },

  scenarios: async ({ db, input }) => {
    const plan = await planOf(db, input.planId)
    const lines = await linesOf(db, plan.id)
    const shapes = await shapesOf(db, plan.cycleId)
    const names = await unitNames(db)
    const byId = new Map(lines.map((line) => [line.id, line]))
    const base = await baseOf(db, plan, lines)
    const scenarios = input.percents.map((percent) => {
      const budgetMinor = shareOf(base.baseMinor, percent)
      const { kept, leftOut, keptMinor } = scenarioOf(lines, budgetMinor)
      const left = leftOut.flatMap((id) => byId.get(id) ?? [])
      const personIds = new Set<string>()
      const units = new Map<string, number>()
      let heads = 0
      for (const line of left) {
        const shape = shapes.get(demandKeyOf(line) ?? '')
        for (const id of shape?.personIds ?? []) personIds.add(id)
        heads += shape ? shape.persons - shape.personIds.size : line.personsPlanned
        for (const [unitId, persons] of unitsOfLine(line, shapes)) units.set(unitId, (units.get(unitId) ?? 0) + persons)
      }
      return {
        percent,
        budgetMinor,
        keptMinor,
        kept: kept.length,
        leftOut: left.map((line) => ({
          id: line.id,
          lineNo: line.lineNo,
          code: line.code,
          name: line.name,
          score: line.score,
          plannedMinor: line.plannedMinor,
          personsPlanned: line.personsPlanned,
          units: unitsOfLine(line, shapes).size,
        })),
        leftOutMinor: left.reduce((sum, line) => sum + line.plannedMinor, 0),
        persons: personIds.size + heads,
        units: [...units]
          .map(([unitId, persons]) => ({ unitId, unit: names.get(unitId) ?? '', persons }))
          .sort((a, b) => b.persons - a.persons || (a.unit < b.unit ? -1 : 1)),
      }
    })
    return { ...base, scenarios }
  },

  applyScenario: async ({ db, write, input, commandId }) => {
    const plan = await editablePlan(db, input.planId, input.changeReason)
    const lines = await linesOf(db, plan.id)
    const { baseMinor } = await baseOf(db, plan, lines)
    const { leftOut } = scenarioOf(lines, shareOf(baseMinor, input.percent))
    if (leftOut.length === 0) breaksRule('nothingLeftOut')
    const patch = { state: 'CANCELLED' as const, stateReason: 'budget', changeReason: input.changeReason }
    return {
      commandId,
      lines: await write.updateMany(
        'planLine',
        leftOut.map((id) => ({ id, patch })),
      ),
    }
  },
}
