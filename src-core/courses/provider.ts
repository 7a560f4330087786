import { z } from 'zod'
import type { ProviderTable } from '../database/schema.ts'
import { optionalText, requiredText } from './fields.ts'

export const providerKinds = [
  'university',
  'affiliate',
  'union',
  'association',
  'foundation',
  'company',
  'ministry',
] as const satisfies readonly ProviderTable['kind'][]

export type ProviderKind = (typeof providerKinds)[number]

export const providerKindSchema = z.enum(providerKinds)

/** A person to call or write to. */
export const contactSchema = z.object({
  name: requiredText(120),
  duty: optionalText(120),
  email: z
    .union([z.literal(''), z.email().max(200)])
    .transform((text) => text || null)
    .nullable(),
  phone: optionalText(40),
})

/** Everything of a provider that a person types. */
export const providerFieldsSchema = z.object({
  name: requiredText(200, 2),
  kind: providerKindSchema,
  /** A permission of the Ministry must be on file before a fee is paid. */
  permissionRequired: z.boolean(),
  contacts: z.array(contactSchema).max(20),
})

export type ProviderFields = z.infer<typeof providerFieldsSchema>

export const providerSchema = providerFieldsSchema.extend({
  id: z.string(),
  rowVersion: z.number().int(),
  active: z.boolean(),
  /** Topics that name it as their usual provider. */
  topics: z.number().int(),
})

export type Provider = z.infer<typeof providerSchema>

/**
 * Whether the Ministry's permission is to be asked for by default: circular 2021/11 binds attendance and payment for
 * trainings of associations, foundations and companies to it; unions of municipalities are exempt (circular of
 * 24.01.2008).
 */
export const needsPermission = (kind: ProviderKind): boolean =>
  kind === 'association' || kind === 'foundation' || kind === 'company'
