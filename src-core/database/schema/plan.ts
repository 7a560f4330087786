import type { TopicLevel } from './courses.ts'
import type { NeedOutcome } from './needs.ts'
import type { Recorded } from './recorded.ts'

export type PlanState =
  | 'DRAFT'
  | 'UNDER_REVIEW'
  | 'SUBMITTED'
  | 'APPROVED'
  | 'PUBLISHED'
  | 'REVISING'
  | 'SUPERSEDED'
  | 'CLOSED'

/** The annual plan of a year; a revision is a plan of its own that names the one it is based on. */
export type AnnualPlanTable = Recorded & {
  year: number
  revision: number
  name: string
  state: PlanState
  cycleId: string | null
  basedOnId: string | null
  changeReason: string | null
  returnReason: string | null
  approvedNo: string | null
  approvedOn: string | null
  /** JSON array of names with duties, in the order of the approval chain. */
  approvers: string
  /** SHA-256 over what was approved. */
  snapshotHash: string | null
  submittedAt: string | null
  publishedAt: string | null
}

export type PlanLineState =
  | 'PROPOSED'
  | 'APPROVED'
  | 'SCHEDULED'
  | 'RUNNING'
  | 'DONE'
  | 'MOVED'
  | 'CANCELLED'
  | 'CARRIED_OVER'

export type PlanSource = 'TNA' | 'legal' | 'management' | 'carryOver' | 'union' | 'delegation' | 'lastYear'

export type PlanMode = 'classroom' | 'onlineLive' | 'eTraining' | 'field' | 'blended'

/** One training of a plan, given to one or more groups. A line of source TNA stands for the demand its topic or wording names. */
export type PlanLineTable = Recorded & {
  planId: string
  lineNo: number
  topicId: string | null
  freeTextKey: string | null
  name: string
  level: TopicLevel
  source: PlanSource
  /** The one unit that asked; null where the needs behind the line tell it, or nobody in particular did. */
  unitId: string | null
  groups: number
  groupSize: number
  personsPlanned: number
  /** Of one group. */
  lessonHoursTenths: number
  /** Of all groups. */
  trainerDaysTenths: number
  quarter: number | null
  month: number | null
  providerId: string | null
  trainerId: string | null
  /** Number of the ministry's permission, where the provider needs one. */
  permissionNo: string | null
  mode: PlanMode
  responsible: string
  scoreTenths: number | null
  state: PlanLineState
  changeOfId: string | null
  changeReason: string | null
  /** Why it was cancelled, moved or carried over; a reason code. */
  stateReason: string | null
  note: string | null
  searchKey: string
  sortKey: string
}

export type PlanCostType =
  | 'fee'
  | 'trainer'
  | 'room'
  | 'material'
  | 'travel'
  | 'lodging'
  | 'meal'
  | 'interpreter'
  | 'print'
  | 'other'

/** What a plan line costs, one row a type. */
export type PlanCostTable = Recorded & {
  planLineId: string
  type: PlanCostType
  plannedMinor: number
  committedMinor: number
  actualMinor: number
  includesLodgingMeals: 0 | 1
  documentNo: string | null
}

/** What a unit, or with no unit the whole institution, may spend in a year. Whole lira, so that a city's total fits an integer. */
export type BudgetCeilingTable = Recorded & {
  year: number
  unitId: string | null
  amountLira: number
  mode: 'BLOCK' | 'WARN'
}

/** What a unit said about a plan under review, and what it was answered. */
export type PlanCommentTable = Recorded & {
  planId: string
  planLineId: string | null
  unitId: string | null
  text: string
  answer: string | null
  answeredAt: string | null
}

/** What a person, or for a need without one its unit, sees of a published plan about one need. */
export type PlanNoticeTable = Recorded & {
  planId: string
  personId: string | null
  unitId: string
  needLineId: string
  planLineId: string | null
  outcome: NeedOutcome
  title: string
  quarter: number | null
  month: number | null
  reason: string | null
}

export type PlanTables = {
  annualPlan: AnnualPlanTable
  planLine: PlanLineTable
  planCost: PlanCostTable
  budgetCeiling: BudgetCeilingTable
  planComment: PlanCommentTable
  planNotice: PlanNoticeTable
}
