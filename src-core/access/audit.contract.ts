import { z } from 'zod'
import { recordedTables } from '../database/schema.ts'
import { fileSchema } from '../kernel/file.ts'
import { longResult, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
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

/** Refusals as they went to the screen, which words them the same way again. */
const refusalSchema = z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) })

/** What one entry touched in one table. */
export const touchedSchema = z.object({
  table: recordedTableSchema,
  created: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
})

export const logRowSchema = z.object({
  seq: z.number().int(),
  commandId: z.string(),
  at: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  operation: z.string(),
  source: z.enum(['window', 'cli', 'service', 'portal']),
  outcome: z.enum(['done', 'refused']),
  refusal: refusalSchema.nullable(),
  /** Which account, file or backup the call named, where its input says so. */
  about: z.string().nullable(),
  /** Name of the record, when it was a single one. */
  name: z.string().nullable(),
  touched: z.array(touchedSchema),
})

export type LogRow = z.infer<typeof logRowSchema>

/** One record within an entry; `together` more than 1 is a run of records that were made at once. */
export const loggedRecordSchema = z.object({
  table: recordedTableSchema,
  id: z.string(),
  name: z.string().nullable(),
  kind: changeKindSchema,
  together: z.number().int(),
  fields: z.array(fieldChangeSchema),
})

const findingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['chainBroken', 'changesAltered']),
    seq: z.number().int(),
    at: z.string(),
    operation: z.string(),
  }),
  z.object({ kind: z.enum(['changesWithoutEntry', 'databaseDamaged']), count: z.number().int() }),
  z.object({
    kind: z.literal('rowsAltered'),
    table: recordedTableSchema,
    expectedCount: z.number().int(),
    actualCount: z.number().int(),
  }),
])

export const verificationSchema = z.object({
  entries: z.number().int(),
  rows: z.number().int(),
  /** Fingerprint of the last entry: whoever has noted it can tell later whether the log up to here is still the same. */
  head: z.string(),
  findings: z.array(findingSchema),
})

export const auditContract = {
  /**
   * The log, newest first unless sorted otherwise. Administrator, manager and auditor read all of it, the others what
   * they did themselves.
   */
  log: query('signedIn').input(pageRequestSchema).output(pageOf(logRowSchema)),
  /** One entry with old and new values. Records of tables that the role may not read are only counted. */
  logEntry: query('signedIn')
    .input(z.object({ commandId: z.string().max(80) }))
    .output(
      z.object({
        row: logRowSchema,
        records: z.array(loggedRecordSchema),
        /** Records beyond those listed. */
        more: z.number().int(),
        /** Records that this role may not read. */
        hidden: z.number().int(),
      }),
    ),
  /** Everybody who stands in the log, for choosing. */
  logActors: query('signedIn').output(z.array(z.object({ id: z.string(), name: z.string() }))),
  /** The log as a workbook, filtered like the list. */
  exportLog: query(['SA', 'TM', 'AU'])
    .input(pageRequestSchema.omit({ start: true, end: true }).extend({ language: z.enum(['tr', 'en']) }))
    .output(fileSchema),
  /** Recomputes the chain of the log, every noted change and every table's sum. */
  verify: query(['SA', 'TM', 'AU'], { long: true }).output(longResult(verificationSchema)),
  /** Everything that happened to one record, newest first; refused to roles that may not read the record itself. */
  history: query('signedIn')
    .input(z.object({ table: recordedTableSchema, id: z.string().max(80) }))
    .output(z.object({ name: z.string().nullable(), entries: z.array(historyEntrySchema) })),
}
