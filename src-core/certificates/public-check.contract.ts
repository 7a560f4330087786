import { z } from 'zod'
import { command } from '../kernel/operation.ts'
import { kindSchema } from './certificate.ts'

const standingSchema = z.enum(['valid', 'expired', 'corrected', 'revoked', 'voided', 'renewed'])

const publicCheckSchema = z.object({
  /** `needsSurname`: a number alone opens nothing, since numbers can be counted through. */
  verdict: z.enum(['genuine', 'altered', 'unknown', 'needsSurname']),
  certificate: z
    .object({
      standing: standingSchema,
      kind: kindSchema,
      titleTr: z.string(),
      titleEn: z.string().nullable(),
      fromDate: z.string(),
      toDate: z.string(),
      lessonHoursTenths: z.number().int(),
      attendedTenths: z.number().int().nullable(),
      issuedOn: z.string(),
      issuer: z.string(),
      /** `A••• Y•••••`; in full after number or code and surname. */
      holder: z.string(),
      full: z.boolean(),
      /** Day on which it was revoked, corrected or voided. */
      endedOn: z.string().nullable(),
      replacedBy: z.string().nullable(),
    })
    .nullable(),
})

/** What anybody may ask about a certificate (product: 6.6). Counted, never by whom. */
export const publicCheckContract = {
  checkPublicly: command('anyone', { portal: true, draft: true })
    .input(
      z.object({
        /** A code, a number, or the address in the QR. */
        text: z.string().trim().min(1).max(300),
        surname: z.string().trim().max(100).default(''),
      }),
    )
    .output(publicCheckSchema),
} as const
