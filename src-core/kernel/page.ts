import { z } from 'zod'

const filterSchema = z.discriminatedUnion('kind', [
  /** Any spelling: the text is folded before it is compared with the column's search key. */
  z.object({ kind: z.literal('contains'), text: z.string().max(200) }),
  z.object({ kind: z.literal('oneOf'), values: z.array(z.union([z.string(), z.number(), z.null()])).max(500) }),
  /** Numbers, or dates as text; both ends included, either may be open. */
  z.object({
    kind: z.literal('between'),
    from: z.union([z.string(), z.number()]).optional(),
    to: z.union([z.string(), z.number()]).optional(),
  }),
  z.object({ kind: z.literal('empty'), empty: z.boolean() }),
])

export type ColumnFilter = z.infer<typeof filterSchema>

/** What part of a list a screen wants: rows `start` up to but not including `end`, sorted, filtered, searched. */
export const pageRequestSchema = z.object({
  start: z.number().int().min(0).default(0),
  end: z.number().int().min(1).default(200),
  sort: z
    .array(z.object({ column: z.string(), descending: z.boolean().default(false) }))
    .max(5)
    .default([]),
  filter: z.record(z.string(), filterSchema).default({}),
  /** One search over the list's own search key: every word must occur, in any spelling. */
  search: z.string().max(200).default(''),
})

export type PageRequest = z.infer<typeof pageRequestSchema>

/** A page of rows and how many rows the whole filtered list has. */
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.number().int() })
