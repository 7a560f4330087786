import { z } from 'zod'
import { optionalText } from './fields.ts'
import { dayHalves } from './working-days.rules.ts'

export const availabilityKinds = ['available', 'unavailable'] as const

/** When a trainer can come or cannot, as stated; between the entries nothing is known. */
export const availabilitySchema = z.object({
  id: z.string(),
  fromDate: z.iso.date(),
  toDate: z.iso.date(),
  /** `none` is the whole day, otherwise that half of every day of the span. */
  half: z.enum(['none', ...dayHalves]),
  kind: z.enum(availabilityKinds),
  note: z.string().nullable(),
})

export type Availability = z.infer<typeof availabilitySchema>

/** Longest span one entry or one change may cover, in days. */
export const longestSpan = 1100

export const availabilityChangeSchema = z.object({
  fromDate: z.iso.date(),
  toDate: z.iso.date(),
  half: z.enum(['none', ...dayHalves]),
  /** `clear` takes back what was stated. */
  kind: z.enum([...availabilityKinds, 'clear']),
  note: optionalText(200),
  /** 1 for Monday up to 7 for Sunday; only these days of the span are changed. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
})

export type AvailabilityChange = z.infer<typeof availabilityChangeSchema>
