import { z } from 'zod'
import type { TopicAliasTable, TopicLevel, TopicTable } from '../database/schema.ts'
import { optionalText, requiredText } from './fields.ts'

/** Levels of training (product R12); they drive the default duration, enrolment rule and document. */
export const topicLevels = [
  'HALF_DAY',
  'ONE_DAY',
  'TWO_DAY',
  'OPEN',
  'CERTIFIED_COURSE',
  'EXECUTIVE',
  'E_TRAINING',
] as const satisfies readonly TopicLevel[]

export const topicLevelSchema = z.enum(topicLevels)

export const topicStates = ['ACTIVE', 'PROPOSED', 'RETIRED'] as const satisfies readonly TopicTable['state'][]

export const topicStateSchema = z.enum(topicStates)

/** Three kinds of document; SUCCESS needs a passed exam (domain: municipal regulations separate the two). */
export const certificateKinds = ['NONE', 'PARTICIPATION', 'SUCCESS'] as const

export const certificateKindSchema = z.enum(certificateKinds)

export const aliasSources = ['officer', 'merge', 'import'] as const satisfies readonly TopicAliasTable['source'][]

/** What participants can do afterwards: questions and surveys refer to it by `code`. */
export const objectiveSchema = z.object({
  code: requiredText(12),
  /** The measurable verb, such as "hesaplar"; may be left empty. */
  verb: z.string().normalize().trim().max(60),
  text: requiredText(500),
})

export const topicNameSchema = requiredText(200, 2)

export const topicCodeSchema = requiredText(24, 2).regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u)

/** Everything of a topic that a person types. */
export const topicFieldsSchema = z.object({
  code: topicCodeSchema,
  name: topicNameSchema,
  nameEn: optionalText(200),
  category: requiredText(100, 2),
  level: topicLevelSchema,
  /** Tenths of a lesson hour; halves are the finest step. */
  lessonHoursTenths: z.number().int().min(5).max(9995).multipleOf(5),
  lessonMinutes: z.number().int().min(20).max(120),
  objectives: z.array(objectiveSchema).max(30),
  /** Ids of the topics that must be completed before. */
  prerequisites: z.array(z.string()).max(20),
  targetGroups: optionalText(500),
  /** After how many months it must be taken again; null when once is enough. */
  repeatMonths: z.number().int().min(1).max(240).nullable(),
  /** The law or regulation that demands it; a topic with one is mandatory. */
  legalBasis: optionalText(500),
  defaultProviderId: z.string().nullable(),
  defaultCertificateKind: certificateKindSchema,
  /** Up to three behaviours that the supervisor is asked about after some months (Level 3). */
  behaviours: z.array(requiredText(300)).max(3),
  /** Other wordings of the same topic. */
  aliases: z.array(requiredText(200, 2)).max(200),
})

export type TopicFields = z.infer<typeof topicFieldsSchema>

/** A topic as other records name it. */
export const topicRefSchema = z.object({ id: z.string(), code: z.string(), name: z.string(), state: topicStateSchema })

export type TopicRef = z.infer<typeof topicRefSchema>

export const topicSchema = topicFieldsSchema.omit({ aliases: true, prerequisites: true }).extend({
  id: z.string(),
  /** Empty while the topic is only proposed. */
  category: z.string(),
  state: topicStateSchema,
  rowVersion: z.number().int(),
  prerequisites: z.array(topicRefSchema),
  aliases: z.array(z.object({ id: z.string(), text: z.string(), source: z.enum(aliasSources) })),
  supersededBy: topicRefSchema.nullable(),
  defaultProvider: z.object({ id: z.string(), name: z.string() }).nullable(),
  trainers: z.array(z.object({ id: z.string(), name: z.string(), active: z.boolean() })),
})

export type Topic = z.infer<typeof topicSchema>

/** A line of the catalogue. */
export const topicRowSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  category: z.string(),
  level: topicLevelSchema,
  lessonHoursTenths: z.number().int(),
  legalBasis: z.string().nullable(),
  repeatMonths: z.number().int().nullable(),
  state: topicStateSchema,
  aliases: z.number().int(),
  trainers: z.number().int(),
  rowVersion: z.number().int(),
})

export type TopicRow = z.infer<typeof topicRowSchema>

/** A topic as imports and the merge bench look it up. A merged topic points at the one that took its place. */
export type TopicEntry = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly state: TopicTable['state']
  readonly supersededById: string | null
  readonly aliases: readonly string[]
}
