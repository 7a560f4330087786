import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { readers, requiredText } from './fields.ts'
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

/** What stands in the form while it is typed, whether it may be sent so or not; never what is sensitive. */
export const formDraftSchema = z.object({
  texts: z.record(z.string().max(40), z.string().max(600)).refine((texts) => Object.keys(texts).length <= 40),
  visaNeeded: z.boolean(),
  hotelNeeded: z.boolean(),
  mediaConsent: z.boolean(),
})

export type FormDraft = z.infer<typeof formDraftSchema>

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
      /** Whether a photograph is kept; it is not shown here either. */
      photo: z.boolean(),
      /** What was typed and not sent; of a version, so that a second tab does not undo it. */
      draft: z.object({ version: z.number().int(), savedAt: z.string(), typed: formDraftSchema }).nullable(),
    }),
  ),
  /** Keeps what is being typed, without what is sensitive. */
  saveMyParticipation: command(['PA'], { portal: true, draft: true, secret: ['typed'] })
    .input(z.object({ version: z.number().int().min(0), typed: formDraftSchema }))
    .output(z.object({ version: z.number().int(), savedAt: z.string() })),
  /** Keeps the participant's photograph for the badge, or takes it away: a JPEG as base64. */
  setMyPhoto: command(['PA'], { portal: true, secret: ['photo'] })
    .input(z.object({ photo: z.base64().max(210_000).nullable() }))
    .output(z.object({ kept: z.boolean() })),
  /** Photographs of a delegation's participants as base64 of a JPEG. */
  participantPhotos: query(readers)
    .input(z.object({ delegationId: z.string() }))
    .output(
      z.object({ photos: z.array(z.object({ participantId: z.string(), name: z.string(), photo: z.string() })) }),
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
