import { z } from 'zod'
import type { TrainerTable } from '../database/schema.ts'
import { optionalText, requiredText } from './fields.ts'
import { topicRefSchema } from './topic.ts'

export const trainerKinds = [
  'internal',
  'university',
  'freelance',
  'firm',
] as const satisfies readonly TrainerTable['kind'][]

export const trainerKindSchema = z.enum(trainerKinds)

/** Languages a training may be held in (ISO 639-1), those that delegations ask for among them. */
export const trainingLanguages = [
  'tr',
  'en',
  'ar',
  'de',
  'fr',
  'ru',
  'es',
  'it',
  'fa',
  'az',
  'ku',
  'uk',
  'bg',
  'el',
  'ro',
  'sq',
  'bs',
  'zh',
] as const

export const trainingLanguageSchema = z.enum(trainingLanguages)

/** Everything of a trainer that a person types; what is sealed has operations of its own. */
export const trainerFieldsSchema = z.object({
  kind: trainerKindSchema,
  /** The member of staff that an internal trainer is; the name then comes from the staff record. */
  personId: z.string().nullable(),
  name: requiredText(200, 2),
  institution: optionalText(200),
  email: z
    .union([z.literal(''), z.email().max(200)])
    .transform((text) => text || null)
    .nullable(),
  phone: optionalText(40),
  languages: z.array(trainingLanguageSchema).max(trainingLanguages.length),
  /** Fee of one day in kuruş; null when none is agreed. */
  dailyFeeMinor: z.number().int().min(0).max(100_000_000_00).nullable(),
  topicIds: z.array(z.string()).max(300),
})

export type TrainerFields = z.infer<typeof trainerFieldsSchema>

/** A line of the list of trainers. */
export const trainerRowSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  kind: trainerKindSchema,
  name: z.string(),
  /** Of an internal trainer. */
  registryNo: z.string().nullable(),
  /** Their own institution, or for internal trainers the unit. */
  institution: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  languages: z.array(trainingLanguageSchema),
  dailyFeeMinor: z.number().int().nullable(),
  topics: z.number().int(),
  /** The last day for which availability is stated. */
  statedUntil: z.string().nullable(),
  active: z.boolean(),
  /** An internal trainer who has left the institution. */
  left: z.boolean(),
})

export type TrainerRow = z.infer<typeof trainerRowSchema>

export const trainerSchema = trainerRowSchema.omit({ topics: true }).extend({
  personId: z.string().nullable(),
  topics: z.array(topicRefSchema),
  /** `123******50`, null where none is kept, absent for who may not know. */
  identity: z.string().nullable().optional(),
  /** `TR33 **** 1326`, likewise. */
  iban: z.string().nullable().optional(),
})

export type Trainer = z.infer<typeof trainerSchema>

/** What is kept sealed of a trainer: T.C. identity or tax number, and the account the fee is paid into. */
export const trainerSecrets = ['identity', 'iban'] as const

export type TrainerSecret = (typeof trainerSecrets)[number]

export const secretColumns = { identity: 'identitySealed', iban: 'ibanSealed' } as const satisfies Record<
  TrainerSecret,
  string
>
