import { z } from 'zod'
import type { HolidayTable } from '../database/schema.ts'
import { optionalText, requiredText } from './fields.ts'

export const holidayKinds = [
  'public',
  'religious',
  'administrativeLeave',
  'institution',
] as const satisfies readonly HolidayTable['kind'][]

export const holidayKindSchema = z.enum(holidayKinds)

/** `none`: the whole day is free. */
export const holidayHalves = ['none', 'am', 'pm'] as const

export const holidayHalfSchema = z.enum(holidayHalves)

/** Everything of a holiday that a person types. */
export const holidayFieldsSchema = z.object({
  date: z.iso.date(),
  name: requiredText(200, 2),
  nameEn: optionalText(200),
  kind: holidayKindSchema,
  half: holidayHalfSchema,
  /** False while the date is only calculated: religious days of later years, leave that is expected but not decided. */
  announced: z.boolean(),
})

export type HolidayFields = z.infer<typeof holidayFieldsSchema>

export const holidaySchema = holidayFieldsSchema.extend({ id: z.string(), rowVersion: z.number().int() })

export type Holiday = z.infer<typeof holidaySchema>
