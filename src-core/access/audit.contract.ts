import { z } from 'zod'
import { recordedTables } from '../database/schema.ts'
import { query } from '../kernel/operation.ts'
import { fieldKinds } from './record-fields.ts'

export const recordedTableSchema = z.enum(recordedTables)

/** One field of a change. Values are as stored, a reference as the name of its record; sealed ones are always null. */
export const fieldChangeSchema = z.object({
  field: z.string(),
  kind: z.enum(fieldKinds),
  before: z.union([z.string(), z.number(), z.null()]),
  after: z.union([z.string(), z.number(), z.null()]),
})

export type FieldChange = z.infer<typeof fieldChangeSchema>

export const changeKindSchema = z.enum(['created', 'changed', 'removed', 'restored'])

/** One step of a record's life, and the operation that made it. */
export const historyEntrySchema = z.object({
  commandId: z.string(),
  at: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  operation: z.string(),
  kind: changeKindSchema,
  /** How many records of the table the same run of creations made; 1 for a single one. */
  together: z.number().int(),
  fields: z.array(fieldChangeSchema),
})

export type HistoryEntry = z.infer<typeof historyEntrySchema>

export const auditContract = {
  /** Everything that happened to one record, newest first; refused to roles that may not read the record itself. */
  history: query('signedIn')
    .input(z.object({ table: recordedTableSchema, id: z.string().max(80) }))
    .output(z.object({ name: z.string().nullable(), entries: z.array(historyEntrySchema) })),
}
