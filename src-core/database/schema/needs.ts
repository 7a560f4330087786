import type { Recorded } from './recorded.ts'

export type CycleState = 'DRAFT' | 'READY' | 'OPEN' | 'EXTENDED' | 'CLOSED' | 'FROZEN' | 'CONSOLIDATED' | 'ARCHIVED'

export type TnaCycleTable = Recorded & {
  year: number
  name: string
  opensAt: string
  closesAt: string
  eligibleTypes: string
  maxLinesPerPerson: number
  weights: string
  state: CycleState
  extensionReason: string | null
  frozenHash: string | null
  frozenAt: string | null
}

export type FormState =
  | 'EMPTY'
  | 'DRAFT'
  | 'SUBMITTED'
  | 'MANAGER_APPROVED'
  | 'RETURNED'
  | 'LOCKED'
  | 'LOCKED_UNREVIEWED'

export type TnaFormTable = Recorded & {
  cycleId: string
  personId: string
  state: FormState
  submittedAt: string | null
  source: 'portal' | 'proxy' | 'excel' | 'paper'
  sourceRef: string | null
  note: string | null
}

export type NeedReason = 'legal' | 'newDuty' | 'performanceGap' | 'technology' | 'personalDevelopment' | 'strategicGoal'

export type NeedOutcome = 'OPEN' | 'PLANNED' | 'DEFERRED' | 'COVERED_BY_ETRAINING' | 'ALREADY_TAKEN' | 'REJECTED'

/**
 * One need: of a person (headcount 1) or of a unit by head-count (no person). Demand totals are sums of `headcount`.
 */
export type NeedLineTable = Recorded & {
  cycleId: string
  formId: string | null
  personId: string | null
  unitId: string
  headcount: number
  kind: 'topic' | 'freeText' | 'externalEvent'
  topicId: string | null
  freeText: string | null
  freeTextKey: string | null
  reason: NeedReason | null
  selfLevel: number | null
  targetLevel: number | null
  urgency: number | null
  preferredQuarter: number | null
  managerPriority: number | null
  managerState: 'WAITING' | 'APPROVED' | 'REJECTED' | 'CHANGED'
  managerReason: string | null
  note: string | null
  /** Of a head-count need: who is meant, as the unit wrote it. */
  names?: string | null
  demandGroupId: string | null
  outcome: NeedOutcome
  outcomeReason: string | null
  carriedFromId: string | null
  /** JSON array of where the need came from: kind, reference, instant. */
  sources: string
  importId: string | null
}

export type GroupDecision = 'UNDECIDED' | 'PLAN' | 'DEFER' | 'REJECT' | 'E_TRAINING'

export type DemandGroupTable = Recorded & {
  cycleId: string
  /** Exactly one of topic and free text names the demand. */
  topicId: string | null
  freeText: string | null
  freeTextKey: string | null
  persons: number
  unitsCount: number
  scoreTenths: number
  scoreParts: string
  groupSize: number | null
  groupMinimum: number | null
  neededGroups: number | null
  decision: GroupDecision
  decisionReason: string | null
  decisionNote: string | null
  decidedBy: string | null
  decidedAt: string | null
}

/** Lines moved on the merge bench, kept so that a split back is exact. */
export type MergeTable = Recorded & {
  cycleId: string
  topicId: string
  undoneAt: string | null
  lineCount: number
  /** JSON array of the wordings. */
  texts: string
  /** JSON array of the aliases the merge taught the catalogue. */
  aliasIds: string
}

export type MergeLineTable = Recorded & {
  mergeId: string
  lineId: string
  /** JSON of the line's kind, topic and group before the merge. */
  before: string
  after: string
}

/** What somebody has typed into the form and not yet sent in; kept by the portal alone. */
export type NeedDraftTable = { cycleId: string; personId: string; lines: string; version: number; savedAt: string }

export type NeedsTables = {
  needDraft: NeedDraftTable
  tnaCycle: TnaCycleTable
  tnaForm: TnaFormTable
  needLine: NeedLineTable
  demandGroup: DemandGroupTable
  merge: MergeTable
  mergeLine: MergeLineTable
}
