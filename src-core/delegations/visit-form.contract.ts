import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { requestFieldsSchema, requestStates } from './request.ts'

/** What a body writes when it asks for a visit; the day it came and the topic of our catalogue are ours to note. */
export const visitFieldsSchema = requestFieldsSchema.omit({ receivedOn: true, topicId: true })

/** The visit request form of the portal (product: 4.1), for public bodies with an account, whose address is proved. */
export const visitFormContract = {
  askForVisit: command(['PB'], { portal: true })
    .input(z.object({ fields: visitFieldsSchema, consent: z.literal(true) }))
    .output(z.object({ requestNo: z.string() })),
  /** What whoever is signed in has asked for, newest first, and the sites that may be wished for. */
  myVisitRequests: query(['PB'], { portal: true }).output(
    z.object({
      requests: z.array(
        z.object({
          requestNo: z.string(),
          receivedOn: z.string(),
          topicMain: z.string(),
          preferredFrom: z.string(),
          preferredTo: z.string(),
          groupSize: z.number().int(),
          state: z.enum(requestStates),
          decidedOn: z.string().nullable(),
          /** Where it was passed on to. */
          redirectedTo: z.string().nullable(),
        }),
      ),
      sites: z.array(z.object({ id: z.string(), nameTr: z.string(), nameEn: z.string() })),
    }),
  ),
} as const
