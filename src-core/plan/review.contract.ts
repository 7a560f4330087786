import { z } from 'zod'
import { command, longResult, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import { changeKinds, comparedFields } from './change.rules.ts'
import { planLineSchema, planReasonSchema, planSchema } from './plan.ts'
import { planApprovers, planKeepers, planPeopleReaders, planReaders } from './roles.ts'

/** What became of a need, as whoever asked sees it. */
export const noticeOutcomeSchema = z.enum([
  'OPEN',
  'PLANNED',
  'DEFERRED',
  'COVERED_BY_ETRAINING',
  'ALREADY_TAKEN',
  'REJECTED',
])

/** Which plan, and the version of it that was on the officer's screen. */
const planRef = z.object({ planId: z.string(), rowVersion: z.number().int() })

const reasonSchema = z.string().trim().min(10).max(1000)

const commentSchema = z.object({
  id: z.string(),
  at: z.string(),
  unitId: z.string().nullable(),
  unit: z.string().nullable(),
  planLineId: z.string().nullable(),
  line: z.string().nullable(),
  text: z.string(),
  answer: z.string().nullable(),
})

const valueSchema = z.union([z.string(), z.number()]).nullable()

const noticeSchema = z.object({
  id: z.string(),
  /** Null for a need a unit stated by head-count. */
  personId: z.string().nullable(),
  registryNo: z.string().nullable(),
  name: z.string().nullable(),
  unit: z.string(),
  title: z.string(),
  outcome: noticeOutcomeSchema,
  quarter: z.number().int().nullable(),
  month: z.number().int().nullable(),
  reason: z.string().nullable(),
})

/** The way of a plan from draft to the end of its year. */
export const reviewContract = {
  sendToReview: command([...planKeepers])
    .input(planRef)
    .output(planSchema),
  comments: query([...planReaders])
    .input(z.object({ planId: z.string() }))
    .output(z.array(commentSchema)),
  addComment: command([...planKeepers])
    .input(
      z.object({
        planId: z.string(),
        unitId: z.string().nullable(),
        planLineId: z.string().nullable(),
        text: z.string().trim().min(3).max(2000),
      }),
    )
    .output(z.object({ id: z.string() })),
  answerComment: command([...planKeepers])
    .input(z.object({ id: z.string(), answer: z.string().trim().min(1).max(2000) }))
    .output(z.object({ answered: z.boolean() })),
  /** Refused while a ceiling that blocks is exceeded, and with an empty plan. */
  submit: command([...planKeepers])
    .input(planRef)
    .output(planSchema),
  returnPlan: command([...planApprovers])
    .input(planRef.extend({ reason: reasonSchema }))
    .output(planSchema),
  /** Locks the plan under the number and date of its official approval. */
  approve: command([...planApprovers])
    .input(
      planRef.extend({
        approvedNo: z.string().trim().min(3).max(80),
        approvedOn: z.iso.date(),
        approvers: z.array(z.string().trim().min(3).max(160)).min(1).max(6),
      }),
    )
    .output(planSchema),
  /** Puts the plan in force: every need gets its outcome, every person what she will see. */
  publish: command([...planApprovers], { long: true })
    .input(planRef)
    .output(longResult(z.object({ planned: z.number().int(), notPlanned: z.number().int() }))),
  /** Opens the next revision as a draft with the same lines. */
  revise: command([...planApprovers])
    .input(planRef.extend({ reason: reasonSchema }))
    .output(planSchema),
  /** At the end of the year; every line must have been done, moved, cancelled or carried over. */
  close: command([...planApprovers])
    .input(planRef)
    .output(planSchema),
  /** What a plan changes against an earlier one of the same year. */
  changes: query([...planReaders])
    .input(z.object({ planId: z.string(), againstId: z.string() }))
    .output(
      z.array(
        z.object({
          kind: z.enum(changeKinds),
          line: planLineSchema,
          fields: z.array(z.object({ field: z.enum(comparedFields), before: valueSchema, after: valueSchema })),
          reason: z.string().nullable(),
        }),
      ),
    ),
  /** What became of lines of the plan in force. Everything but DONE names a reason, MOVED the month as well. */
  realise: command([...planKeepers])
    .input(
      z.object({
        planId: z.string(),
        lineIds: z.array(z.string()).min(1).max(5000),
        state: z.enum(['APPROVED', 'DONE', 'MOVED', 'CANCELLED', 'CARRIED_OVER']),
        reason: planReasonSchema.nullable().default(null),
        month: z.number().int().min(1).max(12).nullable().default(null),
      }),
    )
    .output(z.object({ lines: z.number().int() })),
  /** What people will see of a published plan. */
  notices: query([...planPeopleReaders])
    .input(z.object({ planId: z.string(), page: pageRequestSchema }))
    .output(pageOf(noticeSchema)),
} as const
