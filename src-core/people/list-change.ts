import { z } from 'zod'
import { employmentTypeSchema } from './staff.ts'

/** The lists that come from workbooks. */
export const listKinds = ['staff', 'units', 'titles'] as const

export type ListKind = (typeof listKinds)[number]

/** What a row does to a record. A row may do several things, such as move and change. */
export const changeKinds = ['new', 'changed', 'moved', 'returned', 'left', 'gone'] as const

export type ChangeKind = (typeof changeKinds)[number]

/** One record that the import touches. Dates are ISO, employment types and kinds are keys, the rest is as shown. */
export const listChangeSchema = z.object({
  kinds: z.array(z.enum(changeKinds)),
  /** As Excel numbers it; null for a record that the file does not have. */
  row: z.number().int().nullable(),
  id: z.string().nullable(),
  /** Registry number or code. */
  key: z.string(),
  employmentType: employmentTypeSchema.nullable(),
  name: z.string(),
  /** Unit of a person, parent of a unit. */
  place: z.string().nullable(),
  fields: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
})

export type ListChange = z.infer<typeof listChangeSchema>

/**
 * How the columns of a list are to be read, as far as an officer settles it: the part of a column mapping that a list of
 * records needs. What is left out is found.
 */
export const listMappingSchema = z
  .object({
    /** The form the columns were chosen for; given back as the inspection gave it. */
    fingerprint: z.string(),
    /** Header rows, zero-based, both included. */
    header: z.object({ top: z.number().int().min(0), bottom: z.number().int().min(0) }).nullable(),
    /** Field key to column name. */
    fields: z.record(z.string(), z.string()),
  })
  .partial()

export type ListMapping = z.infer<typeof listMappingSchema>
