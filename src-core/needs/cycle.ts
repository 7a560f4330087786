import { z } from 'zod'
import type { CycleState } from '../database/schema.ts'

export const cycleStates = [
  'DRAFT',
  'READY',
  'OPEN',
  'EXTENDED',
  'CLOSED',
  'FROZEN',
  'CONSOLIDATED',
  'ARCHIVED',
] as const satisfies readonly CycleState[]

export const cycleStateSchema = z.enum(cycleStates)

export const employmentTypes = ['OFFICER', 'CONTRACTED', 'WORKER', 'COMPANY', 'CANDIDATE_OFFICER'] as const

export const employmentTypeSchema = z.enum(employmentTypes)

/**
 * Weights of the priority score, each the points its part can give at the most. They are settings of a cycle: no
 * published formula exists, so the arithmetic stands on the screen and the officer answers for it.
 */
export const weightsSchema = z.object({
  /** A law or regulation demands it. */
  legal: z.number().min(0).max(100),
  /** Average priority the managers gave, 1–5. */
  managerPriority: z.number().min(0).max(100),
  /** Average urgency the requesters gave, 1–5. */
  urgency: z.number().min(0).max(100),
  /** Average distance between target and present level. */
  levelGap: z.number().min(0).max(100),
  /** How many persons ask, on a logarithmic scale up to `personsFull`. */
  persons: z.number().min(0).max(100),
  personsFull: z.number().int().min(1).max(10_000),
  /** In how many units it is asked for. */
  spread: z.number().min(0).max(100),
  /** Nobody among the requesters completed it within the guard's months. */
  notTrained: z.number().min(0).max(100),
  /** It was deferred before. */
  carriedOver: z.number().min(0).max(100),
  /** Share of requests that name a strategic goal. */
  strategic: z.number().min(0).max(100),
})

export type Weights = z.infer<typeof weightsSchema>

export const standardWeights: Weights = {
  legal: 30,
  managerPriority: 20,
  urgency: 15,
  levelGap: 10,
  persons: 17,
  personsFull: 100,
  spread: 5,
  notTrained: 10,
  carriedOver: 5,
  strategic: 5,
}

export const cycleSchema = z.object({
  id: z.string(),
  year: z.number().int(),
  name: z.string(),
  opensAt: z.string(),
  closesAt: z.string(),
  eligibleTypes: z.array(employmentTypeSchema),
  maxLinesPerPerson: z.number().int(),
  weights: weightsSchema,
  state: cycleStateSchema,
  extensionReason: z.string().nullable(),
  frozenHash: z.string().nullable(),
  frozenAt: z.string().nullable(),
  rowVersion: z.number().int(),
})

export type Cycle = z.infer<typeof cycleSchema>
