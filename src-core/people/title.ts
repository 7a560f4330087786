import { z } from 'zod'
import { optionalText, requiredText } from './fields.ts'

/** What an officer types of a title. Status, class and level are the institution's own words. */
export const titleFieldsSchema = z.object({
  code: requiredText(20),
  name: requiredText(200),
  nameEn: optionalText(200),
  staffStatus: optionalText(60),
  serviceClass: optionalText(20),
  level: optionalText(20),
})

export type TitleFields = z.infer<typeof titleFieldsSchema>

export const titleRowSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  staffStatus: z.string().nullable(),
  serviceClass: z.string().nullable(),
  level: z.string().nullable(),
  active: z.boolean(),
  /** Active people who bear it. */
  staff: z.number().int(),
})

export type TitleRow = z.infer<typeof titleRowSchema>

export const titleOptionSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  active: z.boolean(),
})

export type TitleOption = z.infer<typeof titleOptionSchema>
