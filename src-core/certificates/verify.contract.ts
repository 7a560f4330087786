import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { query } from '../kernel/operation.ts'
import { kindSchema } from './certificate.ts'
import { readers } from './roles.ts'

/** What stands behind a code, a number or a file. */
export const verdictSchema = z.object({
  /**
   * `genuine`: issued by us and unaltered. `altered`: ours, but changed since. `unknown`: nothing of ours. `foreign`: signed
   * with one of our keys, but not in this register.
   */
  verdict: z.enum(['genuine', 'altered', 'unknown', 'foreign']),
  /** How it stands today; null for what is unknown. */
  standing: z.enum(['valid', 'expired', 'corrected', 'revoked', 'voided', 'renewed']).nullable(),
  /** A duplicate's number among the copies; null for the original and for what was only typed. */
  copyNo: z.number().int().nullable(),
  /** What was altered: fields of the paper, or the file as such. */
  altered: z.array(z.string()),
  certificate: z
    .object({
      id: z.string().nullable(),
      serial: z.string(),
      code: z.string(),
      kind: kindSchema,
      name: z.string(),
      titleTr: z.string(),
      titleEn: z.string().nullable(),
      fromDate: z.string(),
      toDate: z.string(),
      lessonHoursTenths: z.number().int(),
      /** What the paper says of its holder; null where nothing was counted. */
      attendedTenths: z.number().int().nullable(),
      issuedOn: z.string(),
      issuer: z.string(),
      endReason: z.string().nullable(),
      replacedBy: z.string().nullable(),
    })
    .nullable(),
})

export type Verdict = z.infer<typeof verdictSchema>

/** Verification without a network: against the register, and by the public keys alone. */
export const verifyContract = {
  /** `text` is a code, a number, or what a scanner read from the QR; `file` a certificate's PDF. */
  verify: query(readers)
    .input(z.object({ text: z.string().max(2000).optional(), file: fileSchema.optional() }))
    .output(verdictSchema),
} as const
