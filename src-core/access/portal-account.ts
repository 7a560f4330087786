import { z } from 'zod'
import type { Audience } from '../database/schema.ts'

/** The three doors: the municipality's staff, other public bodies, citizens. */
export const audiences = ['STAFF', 'PUBLIC_BODY', 'CITIZEN'] as const satisfies readonly Audience[]

export const audienceSchema = z.enum(audiences)

export const emailSchema = z.email().trim().toLowerCase().max(200)

/** Letters and what stands between them: a name stands in a mail, and must not carry an address of its own. */
const nameSchema = z
  .string()
  .normalize()
  .trim()
  .min(3)
  .max(120)
  .regex(/^[\p{L}\p{M}'’-]+(?:\.? [\p{L}\p{M}'’-]+)*\.?$/u)

/** Registration asks for nothing else: no fee, no petition, no date of birth (product: R5). */
export const registrationSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  audience: z.enum(['PUBLIC_BODY', 'CITIZEN']),
  /** Of a public body: its name. */
  institution: z.string().normalize().trim().max(200).nullable().default(null),
  language: z.enum(['tr', 'en']),
  /** The version of the privacy notice that was on the page. */
  noticeVersion: z.string().max(40),
})

export type Registration = z.infer<typeof registrationSchema>

/** The privacy notice that is in force; a new text gets a new version, and everybody is asked again. */
export const noticeVersion = '2026-12'
