import { z } from 'zod'
import { linkLanguages, linkPurposes } from './purpose.ts'

/** What a link opens: a host's slots of one delegation, one participant's form, a trainer's sessions. */
export const linkSubjectSchema = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('HOST'), delegationId: z.string(), host: z.string().trim().min(1).max(200) }),
  z.object({ purpose: z.literal('PARTICIPANT'), participantId: z.string() }),
  z.object({ purpose: z.literal('TRAINER'), trainerId: z.string() }),
])

export type LinkSubject = z.infer<typeof linkSubjectSchema>

export const newLinkSchema = z.object({
  subject: linkSubjectSchema,
  holderName: z.string().normalize().trim().min(1).max(160),
  holderEmail: z.email().trim().toLowerCase().max(200).nullable(),
  language: z.enum(linkLanguages),
  /** A token as `links.drawTokens` gave it. */
  tokenSealed: z.string().regex(/^1\.[A-Za-z0-9+/]{38,}={0,2}$/),
})

export type NewLink = z.infer<typeof newLinkSchema>

export const linkSchema = z.object({
  id: z.string(),
  purpose: z.enum(linkPurposes),
  delegationId: z.string().nullable(),
  participantId: z.string().nullable(),
  trainerId: z.string().nullable(),
  host: z.string().nullable(),
  holderName: z.string(),
  holderEmail: z.string().nullable(),
  language: z.enum(linkLanguages),
  expiresAt: z.string(),
  mailed: z.boolean(),
  answeredAt: z.string().nullable(),
  standing: z.enum(['OPEN', 'EXPIRED', 'REVOKED']),
})

export type PersonalLink = z.infer<typeof linkSchema>
