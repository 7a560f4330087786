import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import {
  addedSchema,
  changedSchema,
  idSchema,
  keepers,
  optionalText,
  readers,
  reasonSchema,
  recordSchema,
} from './fields.ts'
import {
  assessmentSchema,
  backgroundSchema,
  requestFieldsSchema,
  requestRowSchema,
  requestSchema,
  requestStates,
} from './request.ts'

/** Visit requests: the register, the assessment, the decision. */
export const requestContract = {
  listRequests: query(readers).input(pageRequestSchema).output(pageOf(requestRowSchema)),
  getRequest: query(readers).input(idSchema).output(requestSchema),
  /** What an officer should know while she types a request: earlier ones and who is here at that time. */
  requestBackground: query(readers)
    .input(
      z.object({
        requestingBody: z.string().max(200),
        topicId: z.string().nullable(),
        topicMain: z.string().max(200),
        receivedOn: z.iso.date(),
        preferredFrom: z.iso.date().nullable(),
        preferredTo: z.iso.date().nullable(),
      }),
    )
    .output(backgroundSchema),
  addRequest: command(keepers)
    .input(requestFieldsSchema.extend({ consent: z.literal(true) }))
    .output(addedSchema.extend({ requestNo: z.string() })),
  changeRequest: command(keepers)
    .input(recordSchema.extend({ fields: requestFieldsSchema.partial() }))
    .output(changedSchema),
  assessRequest: command(keepers)
    .input(recordSchema.extend({ assessment: assessmentSchema }))
    .output(changedSchema),
  /** Accepts, declines or passes a request on. A reason is needed unless it is accepted with nothing against it. */
  decideRequest: command(keepers)
    .input(
      recordSchema.extend({
        decision: z.enum(['ACCEPTED', 'DECLINED', 'REDIRECTED']),
        reason: reasonSchema.nullable(),
        redirectedTo: optionalText(200),
        ebysNo: optionalText(60),
        ebysDate: z.iso.date().nullable(),
      }),
    )
    .output(changedSchema),
  /** Takes a decision back while no delegation stands on it. */
  reopenRequest: command(keepers)
    .input(recordSchema.extend({ reason: reasonSchema }))
    .output(changedSchema),
  /** Who asked, from where, for what, and what came of it. */
  demandReport: query(readers)
    .input(z.object({ from: z.iso.date(), to: z.iso.date() }))
    .output(
      z.object({
        requests: z.number().int(),
        accepted: z.number().int(),
        declined: z.number().int(),
        redirected: z.number().int(),
        waiting: z.number().int(),
        repeats: z.number().int(),
        countries: z.array(z.object({ key: z.string(), requests: z.number().int(), accepted: z.number().int() })),
        topics: z.array(z.object({ key: z.string(), requests: z.number().int(), accepted: z.number().int() })),
        /** The newest first; the reason of what was not accepted. */
        asked: z.array(
          z.object({
            requestNo: z.string(),
            receivedOn: z.iso.date(),
            body: z.string(),
            country: z.string(),
            topic: z.string(),
            state: z.enum(requestStates),
            reason: z.string().nullable(),
          }),
        ),
      }),
    ),
} as const
