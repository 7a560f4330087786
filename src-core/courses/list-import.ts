import { z } from 'zod'
import { partialMapping } from '../imports/index.ts'

/** The lists of the catalogue that come from workbooks. */
export const courseLists = ['topics', 'trainers', 'providers', 'rooms', 'holidays'] as const

export type CourseList = (typeof courseLists)[number]

/** Everything that settles how a file becomes records. Checking and committing take the same; what is left out is found. */
export const listImportSchema = z.object({
  kind: z.enum(courseLists),
  fileHash: z.string(),
  fileName: z.string().max(300),
  /** Left out: the surest sheet. */
  sheet: z.string().max(200).optional(),
  mapping: partialMapping.default({}),
  /** Takes the rows without errors and leaves the others out; otherwise one error refuses the file. */
  leaveOutErrors: z.boolean().default(false),
  language: z.enum(['tr', 'en']).default('tr'),
})

export type ListImport = z.infer<typeof listImportSchema>

/** One record that the import adds or changes; `fields` are named by the keys of the import's columns. */
export const listChangeSchema = z.object({
  kind: z.enum(['new', 'changed']),
  /** As Excel numbers it. */
  row: z.number().int(),
  id: z.string().nullable(),
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
})

export type ListChange = z.infer<typeof listChangeSchema>
