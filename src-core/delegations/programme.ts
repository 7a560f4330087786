import { z } from 'zod'
import type { HostState } from '../database/schema.ts'
import { optionalText, requiredText } from './fields.ts'

export const itemKinds = [
  'theory',
  'workshop',
  'siteVisit',
  'technicalDemo',
  'protocolVisit',
  'meal',
  'transfer',
  'cultural',
  'free',
  'exam',
  'ceremony',
] as const

export type ItemKind = (typeof itemKinds)[number]

export const hostStates = [
  'NONE',
  'ASKED',
  'ACCEPTED',
  'ALTERNATIVE',
  'DECLINED',
  'SILENT',
] as const satisfies readonly HostState[]

/** What visitors may have to wear on a site. */
export const protectiveItems = ['helmet', 'vest', 'boots', 'goggles', 'earplugs', 'mask'] as const

export const itemDetailsSchema = z.object({
  objective: optionalText(500),
  speakers: z.array(requiredText(160)).max(10),
  language: optionalText(40),
  equipment: optionalText(300),
  ppe: z.array(z.enum(protectiveItems)).max(6),
  maxGroup: z.number().int().min(1).max(500).nullable(),
  photoAllowed: z.boolean(),
  dressNote: optionalText(200),
  gift: optionalText(200),
  /** What the host answered, or another time she proposed. */
  hostNote: optionalText(500),
  /** Never printed. */
  internalNote: optionalText(1000),
})

export type ItemDetails = z.infer<typeof itemDetailsSchema>

export const emptyDetails: ItemDetails = {
  objective: null,
  speakers: [],
  language: null,
  equipment: null,
  ppe: [],
  maxGroup: null,
  photoAllowed: true,
  dressNote: null,
  gift: null,
  hostNote: null,
  internalNote: null,
}

const minuteSchema = z
  .number()
  .int()
  .min(0)
  .max(24 * 60)

/** Everything of a slot of the programme. */
export const itemFieldsSchema = z.object({
  /** 0 for everybody, else one of the parallel groups. */
  groupNo: z.number().int().min(0).max(4),
  kind: z.enum(itemKinds),
  titleTr: requiredText(200),
  titleEn: requiredText(200),
  date: z.iso.date(),
  startMinute: minuteSchema,
  endMinute: minuteSchema,
  lessonHoursTenths: z.number().int().min(0).max(240),
  siteId: z.string().nullable(),
  place: optionalText(200),
  hostUnit: optionalText(200),
  hostPerson: optionalText(160),
  hostPhone: optionalText(60),
  hostState: z.enum(hostStates),
  interpreterId: z.string().nullable(),
  vehicleId: z.string().nullable(),
  /** Minutes on the way here, where the table of sites does not say or more are wanted. */
  travelBefore: z.number().int().min(0).max(600).nullable(),
  holidayAgreed: z.boolean(),
  details: itemDetailsSchema,
})

export type ItemFields = z.infer<typeof itemFieldsSchema>

export const programmeItemSchema = z.object({
  ...itemFieldsSchema.shape,
  id: z.string(),
  rowVersion: z.number().int(),
  titleTr: z.string(),
  titleEn: z.string(),
  place: z.string().nullable(),
  hostUnit: z.string().nullable(),
  hostPerson: z.string().nullable(),
  hostPhone: z.string().nullable(),
  details: z.unknown().transform((value) => value as ItemDetails),
})

export type ProgrammeItem = z.infer<typeof programmeItemSchema>

/** What the rules of a programme look at. */
export const programmeContextSchema = z.object({
  fromDate: z.string(),
  toDate: z.string(),
  parallelGroups: z.number().int(),
  persons: z.number().int(),
  sites: z.array(
    z.object({
      id: z.string(),
      nameTr: z.string(),
      nameEn: z.string(),
      owner: z.string(),
      contactPerson: z.string().nullable(),
      phone: z.string().nullable(),
      capacity: z.number().int().nullable(),
      minutesOnSite: z.number().int(),
      weekdays: z.array(z.number().int()),
    }),
  ),
  travel: z.array(z.object({ fromSiteId: z.string(), toSiteId: z.string(), minutes: z.number().int() })),
  holidays: z.array(z.object({ date: z.string(), name: z.string(), half: z.enum(['none', 'am', 'pm']) })),
})

export type ProgrammeContext = z.infer<typeof programmeContextSchema>
