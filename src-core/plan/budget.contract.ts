import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { costTypes, planLineSchema } from './plan.ts'
import { planKeepers, planReaders } from './roles.ts'

const planInput = z.object({ planId: z.string() })

const amountsSchema = z.object({
  plannedMinor: z.number().int(),
  committedMinor: z.number().int(),
  actualMinor: z.number().int(),
})

export const ceilingModes = ['BLOCK', 'WARN'] as const

const ceilingSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  amountLira: z.number().int(),
  mode: z.enum(ceilingModes),
})

const unitBudgetSchema = amountsSchema.extend({
  /** Null is the whole institution. */
  unitId: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  /** How deep in the tree; the amounts hold everything below the unit too. */
  depth: z.number().int(),
  ceiling: ceilingSchema.nullable(),
  over: z.boolean(),
})

const ratesSchema = z.object({
  feePerPerson: z.number().int().min(0).max(100_000_000),
  materialPerPerson: z.number().int().min(0).max(100_000_000),
  printPerPerson: z.number().int().min(0).max(100_000_000),
  mealPerPersonDay: z.number().int().min(0).max(100_000_000),
})

const scenarioSchema = z.object({
  percent: z.number().int(),
  budgetMinor: z.number().int(),
  keptMinor: z.number().int(),
  kept: z.number().int(),
  leftOut: z.array(
    planLineSchema
      .pick({ id: true, lineNo: true, code: true, name: true, score: true, plannedMinor: true, personsPlanned: true })
      .extend({ units: z.number().int() }),
  ),
  leftOutMinor: z.number().int(),
  /** Persons who lose a training, each counted once however many she loses, and heads asked for by units. */
  persons: z.number().int(),
  units: z.array(z.object({ unitId: z.string(), unit: z.string(), persons: z.number().int() })),
})

/** Money of the plan: prices, ceilings, what is planned and spent, and what a smaller budget leaves out. */
export const budgetContract = {
  budget: query([...planReaders])
    .input(planInput)
    .output(
      z.object({
        total: amountsSchema,
        byType: z.array(amountsSchema.extend({ type: z.enum(costTypes) })),
        units: z.array(unitBudgetSchema),
        /** Planned for nobody in particular. */
        unassigned: amountsSchema,
        lodgingMeals: z.number().int(),
        permission: z.number().int(),
      }),
    ),
  /** Sets the ceiling of a unit, or with none of the whole institution; an amount of null takes it away. */
  setCeiling: command([...planKeepers])
    .input(
      z.object({
        year: z.number().int().min(2000).max(2100),
        unitId: z.string().nullable(),
        amountLira: z.number().int().min(0).max(2_000_000_000).nullable(),
        mode: z.enum(ceilingModes),
      }),
    )
    .output(z.object({ changed: z.boolean() })),
  rates: query([...planReaders]).output(ratesSchema),
  saveRates: command([...planKeepers])
    .input(ratesSchema)
    .output(ratesSchema),
  /** What each share of the budget keeps and leaves out; the budget is the total ceiling, or without one what is planned. */
  scenarios: query([...planReaders])
    .input(planInput.extend({ percents: z.array(z.number().int().min(0).max(200)).min(1).max(5) }))
    .output(z.object({ baseMinor: z.number().int(), fromCeiling: z.boolean(), scenarios: z.array(scenarioSchema) })),
  /** Cancels what a scenario leaves out, for lack of budget. */
  applyScenario: command([...planKeepers])
    .input(
      planInput.extend({
        percent: z.number().int().min(0).max(200),
        changeReason: z.string().trim().min(3).max(1000).nullable().default(null),
      }),
    )
    .output(z.object({ commandId: z.string(), lines: z.number().int() })),
} as const
