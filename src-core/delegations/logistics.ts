import { z } from 'zod'
import { languageCodeSchema, optionalText, requiredText } from './fields.ts'
import { payers } from './request.ts'

const minutesSchema = z
  .number()
  .int()
  .min(0)
  .max(24 * 60)

/** Who interprets, what drives, where guests sleep, what they are given. */
export const resourceFieldsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('interpreter'),
    name: requiredText(160),
    details: z.object({
      languages: z.array(languageCodeSchema).min(1).max(6),
      mode: z.enum(['simultaneous', 'consecutive']),
      hoursTenths: z.number().int().min(0).max(2000),
      feeMinor: z.number().int().min(0),
      phone: optionalText(60),
    }),
  }),
  z.object({
    kind: z.literal('vehicle'),
    name: requiredText(160),
    details: z.object({
      plate: optionalText(20),
      driver: optionalText(160),
      phone: optionalText(60),
      seats: z.number().int().min(1).max(80),
      departurePoint: optionalText(200),
      departureMinute: minutesSchema.nullable(),
    }),
  }),
  z.object({
    kind: z.literal('hotelRoom'),
    /** The hotel. */
    name: requiredText(160),
    details: z.object({
      roomNo: optionalText(20),
      roomType: z.enum(['single', 'double', 'twin']),
      checkIn: z.iso.date().nullable(),
      checkOut: z.iso.date().nullable(),
      breakfast: z.boolean(),
    }),
  }),
  z.object({
    kind: z.literal('gift'),
    name: requiredText(160),
    details: z.object({
      stock: z.number().int().min(0).max(10_000),
      given: z.number().int().min(0).max(10_000),
      givenTo: optionalText(300),
      givenBy: optionalText(160),
      valueMinor: z.number().int().min(0),
    }),
  }),
])

export type ResourceFields = z.infer<typeof resourceFieldsSchema>

export type ResourceKind = ResourceFields['kind']

export type ResourceOf<K extends ResourceKind> = Extract<ResourceFields, { kind: K }> & {
  readonly id: string
  readonly rowVersion: number
}

export type Resource = { [K in ResourceKind]: ResourceOf<K> }[ResourceKind]

/** Places a hotel room has. */
export const roomPlaces = { single: 1, double: 2, twin: 2 } as const

export const costTypes = [
  'fee',
  'trainer',
  'room',
  'material',
  'travel',
  'lodging',
  'meal',
  'interpreter',
  'print',
  'gift',
  'other',
] as const

export const costFieldsSchema = z.object({
  type: z.enum(costTypes),
  plannedMinor: z.number().int().min(0),
  committedMinor: z.number().int().min(0),
  actualMinor: z.number().int().min(0),
  payer: z.enum(payers),
  documentNo: optionalText(60),
  note: optionalText(200),
})

export type CostFields = z.infer<typeof costFieldsSchema>

export const costSchema = z.object({
  ...costFieldsSchema.shape,
  id: z.string(),
  rowVersion: z.number().int(),
  documentNo: z.string().nullable(),
  note: z.string().nullable(),
})

export type DelegationCost = z.infer<typeof costSchema>
