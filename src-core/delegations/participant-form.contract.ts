import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { requiredText } from './fields.ts'
import { mealCodes, participantDetailsSchema, participantFieldsSchema, participantSecrets } from './participant.ts'

const ownDetailsSchema = participantDetailsSchema.omit({ visaState: true, notes: true })

/** What participants write of themselves; group, room, vehicle and state are the coordinator's. */
const ownFieldsSchema = participantFieldsSchema
  .pick({
    ...{ givenNames: true, surname: true, nameForCertificate: true, nameOnBadge: true, nationality: true },
    ...{ institution: true, position: true, mobile: true, arrivalOn: true, departureOn: true },
  })
  .extend({ email: requiredText(200).pipe(z.email()), details: ownDetailsSchema })

const shownSchema = z.unknown().transform((value) => value as OwnParticipation)

export type OwnParticipation = Omit<z.infer<typeof ownFieldsSchema>, 'email'> & { readonly email: string | null }

const dateTextSchema = z.iso.date()

/** The form that a delegation's participant fills in on the portal through a personal link (product: 4.3). */
export const participantFormContract = {
  myParticipation: query(['PA'], { portal: true }).output(
    z.object({
      titleTr: z.string(),
      titleEn: z.string(),
      fromDate: z.string(),
      toDate: z.string(),
      rowVersion: z.number().int(),
      fields: shownSchema,
      /** What is kept sealed; none of it is shown, not even here: a link can end up with somebody else. */
      sealed: z.array(z.enum(participantSecrets)),
      noticeVersion: z.string(),
      /** Nothing has been sent yet while it is null. */
      sent: z.object({ at: z.string(), receiptNo: z.string() }).nullable(),
      open: z.boolean(),
    }),
  ),
  /** Takes what a participant wrote, with her consent to the notice in force. What is sensitive is sealed on arrival. */
  sendMyParticipation: command(['PA'], { portal: true, secret: ['texts'] })
    .input(
      z.object({
        rowVersion: z.number().int().min(1),
        fields: ownFieldsSchema,
        texts: z.object({
          passportNo: z.string().trim().min(3).max(40).optional(),
          passportExpiry: dateTextSchema.optional(),
          birthDate: dateTextSchema.optional(),
          mealCode: z.enum(mealCodes).optional(),
          accessibility: z.string().trim().min(1).max(200).optional(),
        }),
        consent: z.string().max(40),
      }),
    )
    .output(z.object({ receiptNo: z.string() })),
} as const
