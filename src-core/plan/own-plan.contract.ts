import { z } from 'zod'
import { query } from '../kernel/operation.ts'
import { noticeOutcomeSchema } from './review.contract.ts'

const ownNoticeSchema = z.object({
  id: z.string(),
  year: z.number().int(),
  /** The line of the plan, where it was planned. */
  lineNo: z.number().int().nullable(),
  title: z.string(),
  outcome: noticeOutcomeSchema,
  quarter: z.number().int().nullable(),
  month: z.number().int().nullable(),
  /** Why it was not planned, one of the reason codes of decisions. */
  reason: z.string().nullable(),
})

/** What the published plan holds for whoever asks (product: R3). */
export const ownPlanContract = {
  myTrainings: query(['ST'], { portal: true }).output(z.object({ notices: z.array(ownNoticeSchema) })),
}
