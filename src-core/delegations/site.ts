import { z } from 'zod'
import { optionalText, requiredText } from './fields.ts'
import { protectiveItems } from './programme.ts'

/** Everything of a place worth visiting that a person types. */
export const siteFieldsSchema = z.object({
  nameTr: requiredText(200),
  nameEn: requiredText(200),
  owner: requiredText(200),
  address: optionalText(400),
  capacity: z.number().int().min(1).max(5000).nullable(),
  /** Minutes a visit usually takes. */
  minutesOnSite: z.number().int().min(15).max(600),
  /** Days it receives visitors, 1 (Monday) to 7. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  safetyTr: optionalText(1000),
  safetyEn: optionalText(1000),
  ppe: z.array(z.enum(protectiveItems)).max(6),
  accessible: z.boolean(),
  photoAllowed: z.boolean(),
  contactPerson: optionalText(160),
  phone: optionalText(60),
  /** What the booklet says of it. */
  textTr: optionalText(2000),
  textEn: optionalText(2000),
})

export type SiteFields = z.infer<typeof siteFieldsSchema>

export const siteSchema = z.object({
  ...siteFieldsSchema.shape,
  id: z.string(),
  rowVersion: z.number().int(),
  nameTr: z.string(),
  nameEn: z.string(),
  owner: z.string(),
  address: z.string().nullable(),
  safetyTr: z.string().nullable(),
  safetyEn: z.string().nullable(),
  contactPerson: z.string().nullable(),
  phone: z.string().nullable(),
  textTr: z.string().nullable(),
  textEn: z.string().nullable(),
  active: z.boolean(),
  /** The last day a programme took visitors there. */
  lastUsed: z.string().nullable(),
  visits: z.number().int(),
})

export type Site = z.infer<typeof siteSchema>
