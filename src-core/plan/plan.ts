import { z } from 'zod'
import type { PlanCostType, PlanLineState, PlanMode, PlanSource, PlanState, TopicLevel } from '../database/schema.ts'

export const planStates = [
  'DRAFT',
  'UNDER_REVIEW',
  'SUBMITTED',
  'APPROVED',
  'PUBLISHED',
  'REVISING',
  'SUPERSEDED',
  'CLOSED',
] as const satisfies readonly PlanState[]

export const lineStates = [
  'PROPOSED',
  'APPROVED',
  'SCHEDULED',
  'RUNNING',
  'DONE',
  'MOVED',
  'CANCELLED',
  'CARRIED_OVER',
] as const satisfies readonly PlanLineState[]

export const planSources = [
  'TNA',
  'legal',
  'management',
  'carryOver',
  'union',
  'delegation',
  'lastYear',
] as const satisfies readonly PlanSource[]

export const planModes = [
  'classroom',
  'onlineLive',
  'eTraining',
  'field',
  'blended',
] as const satisfies readonly PlanMode[]

export const planLevels = [
  'HALF_DAY',
  'ONE_DAY',
  'TWO_DAY',
  'OPEN',
  'CERTIFIED_COURSE',
  'EXECUTIVE',
  'E_TRAINING',
] as const satisfies readonly TopicLevel[]

export const costTypes = [
  'fee',
  'trainer',
  'room',
  'material',
  'travel',
  'lodging',
  'meal',
  'interpreter',
  'print',
  'other',
] as const satisfies readonly PlanCostType[]

/** Why a line is cancelled, moved or carried over; the person who asked sees it. They are the reasons for deferring a need. */
export const planReasons = ['budget', 'noTrainer', 'tooFew', 'lowPriority', 'nextYear', 'other'] as const

export type PlanReason = (typeof planReasons)[number]

/** What an officer should look at before a plan leaves the house. */
export const lineWarnings = ['lodgingMeals', 'permission', 'belowMinimum', 'noGiver'] as const

export type LineWarning = (typeof lineWarnings)[number]

export const planReasonSchema = z.enum(planReasons)

/** Minor units of one cost of one line; twenty million lira is more than any of them. */
const minorSchema = z.number().int().min(0).max(2_000_000_000)

export const costSchema = z.object({
  type: z.enum(costTypes),
  plannedMinor: minorSchema,
  committedMinor: minorSchema.default(0),
  actualMinor: minorSchema.default(0),
  includesLodgingMeals: z.boolean().default(false),
  documentNo: z.string().trim().max(80).nullable().default(null),
})

export type PlanCost = z.infer<typeof costSchema>

export const planSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  year: z.number().int(),
  revision: z.number().int(),
  name: z.string(),
  state: z.enum(planStates),
  cycleId: z.string().nullable(),
  basedOnId: z.string().nullable(),
  changeReason: z.string().nullable(),
  returnReason: z.string().nullable(),
  approvedNo: z.string().nullable(),
  approvedOn: z.string().nullable(),
  approvers: z.array(z.string()),
  snapshotHash: z.string().nullable(),
  submittedAt: z.string().nullable(),
  publishedAt: z.string().nullable(),
})

export type Plan = z.infer<typeof planSchema>

export const planLineSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  lineNo: z.number().int(),
  topicId: z.string().nullable(),
  freeTextKey: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string(),
  category: z.string().nullable(),
  level: z.enum(planLevels),
  source: z.enum(planSources),
  unitId: z.string().nullable(),
  unit: z.string().nullable(),
  groups: z.number().int(),
  groupSize: z.number().int(),
  personsPlanned: z.number().int(),
  /** Of one group. */
  lessonHours: z.number(),
  /** Of all groups. */
  trainerDays: z.number(),
  quarter: z.number().int().nullable(),
  month: z.number().int().nullable(),
  providerId: z.string().nullable(),
  provider: z.string().nullable(),
  trainerId: z.string().nullable(),
  trainer: z.string().nullable(),
  permissionNo: z.string().nullable(),
  mode: z.enum(planModes),
  responsible: z.string(),
  score: z.number().nullable(),
  state: z.enum(lineStates),
  changeOfId: z.string().nullable(),
  changeReason: z.string().nullable(),
  stateReason: planReasonSchema.nullable(),
  note: z.string().nullable(),
  costs: z.array(costSchema),
  plannedMinor: z.number().int(),
  committedMinor: z.number().int(),
  actualMinor: z.number().int(),
  warnings: z.array(z.enum(lineWarnings)),
})

export type PlanLine = z.infer<typeof planLineSchema>

/** What an officer writes into a line. */
export const lineFieldsSchema = z.object({
  name: z.string().trim().min(2).max(300),
  level: z.enum(planLevels),
  unitId: z.string().nullable(),
  groups: z.number().int().min(1).max(500),
  groupSize: z.number().int().min(1).max(1000),
  personsPlanned: z.number().int().min(1).max(100_000),
  lessonHours: z.number().min(0.5).max(1000).multipleOf(0.5),
  quarter: z.number().int().min(1).max(4).nullable(),
  month: z.number().int().min(1).max(12).nullable(),
  providerId: z.string().nullable(),
  trainerId: z.string().nullable(),
  permissionNo: z.string().trim().max(80).nullable(),
  mode: z.enum(planModes),
  responsible: z.string().trim().min(2).max(120),
  note: z.string().trim().max(2000).nullable(),
})

export type LineFields = z.infer<typeof lineFieldsSchema>
