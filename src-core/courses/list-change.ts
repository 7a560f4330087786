import { z } from 'zod'

/** The lists of the catalogue that come from workbooks. */
export const courseLists = ['topics', 'trainers', 'providers', 'rooms', 'holidays'] as const

export type CourseList = (typeof courseLists)[number]

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
