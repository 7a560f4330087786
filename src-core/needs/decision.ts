import { z } from 'zod'
import type { GroupDecision, NeedOutcome } from '../database/schema.ts'

export const decisions = [
  'UNDECIDED',
  'PLAN',
  'DEFER',
  'REJECT',
  'E_TRAINING',
] as const satisfies readonly GroupDecision[]

export const decisionSchema = z.enum(decisions)

/** Why a need was not planned, or is met otherwise; the requester sees it. */
export const reasonCodes = [
  'budget',
  'noTrainer',
  'tooFew',
  'lowPriority',
  'nextYear',
  'notDuty',
  'alreadyTaken',
  'otherProvider',
  'existingContent',
  'other',
] as const

export const reasonCodeSchema = z.enum(reasonCodes)

export type ReasonCode = z.infer<typeof reasonCodeSchema>

/** Reasons that fit a decision; PLAN and UNDECIDED need none. */
export const reasonsFor: Readonly<Record<GroupDecision, readonly ReasonCode[]>> = {
  UNDECIDED: [],
  PLAN: [],
  DEFER: ['budget', 'noTrainer', 'tooFew', 'lowPriority', 'nextYear', 'other'],
  REJECT: ['notDuty', 'alreadyTaken', 'otherProvider', 'lowPriority', 'other'],
  E_TRAINING: ['existingContent', 'budget', 'other'],
}

/** What a group's decision means for each of its lines that has none of its own. */
export const outcomeOf: Readonly<Record<GroupDecision, NeedOutcome>> = {
  UNDECIDED: 'OPEN',
  PLAN: 'PLANNED',
  DEFER: 'DEFERRED',
  REJECT: 'REJECTED',
  E_TRAINING: 'COVERED_BY_ETRAINING',
}

/** The one demand of a cycle that a group stands for: a topic, or a wording that has none yet. */
export const demandKeySchema = z.union([
  z.object({ topicId: z.string(), freeTextKey: z.null() }),
  z.object({ topicId: z.null(), freeTextKey: z.string().min(1) }),
])

export type DemandKey = z.infer<typeof demandKeySchema>
