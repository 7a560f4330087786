import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, longResult, query } from '../kernel/operation.ts'
import { keepers } from './fields.ts'
import { listChangeSchema, listMappingSchema } from './list-change.ts'
import { listImportSchema } from './list-import.ts'
import { employmentTypeSchema } from './staff.ts'

const issueSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  /** Empty for a finding about the whole file. */
  sheet: z.string(),
  /** As Excel shows it: `C14`; empty for a finding about more than a cell. */
  cell: z.string(),
  message: z.string(),
})

export type ListIssue = z.infer<typeof issueSchema>

const columnSchema = z.object({
  /** By this name a mapping means the column. */
  name: z.string(),
  letter: z.string(),
  hidden: z.boolean(),
  samples: z.array(z.string()),
  field: z.string().nullable(),
  /** Why the field was taken. */
  reason: z.enum(['header', 'similarHeader', 'content', 'remembered', 'chosen']).nullable(),
  /** False where an officer had better look at it. */
  sure: z.boolean(),
})

const inspectionSchema = z.object({
  format: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  repaired: z.boolean(),
  sheets: z.array(z.object({ name: z.string(), rows: z.number().int(), columns: z.number().int() })),
  /** The sheet that was asked for, or the surest one; null when no sheet has a table. */
  sheet: z.string().nullable(),
  /** As Excel numbers it. */
  headerRow: z.number().int().nullable(),
  recognised: z.boolean(),
  columns: z.array(columnSchema),
  fields: z.array(z.object({ key: z.string(), name: z.string(), required: z.boolean() })),
  mapping: listMappingSchema,
  issues: z.array(issueSchema),
})

export type ListInspection = z.infer<typeof inspectionSchema>

const lossSchema = z.object({ unitId: z.string(), name: z.string(), gone: z.number().int(), staff: z.number().int() })

const checkSchema = z.object({
  sheet: z.string().nullable(),
  counts: z.object({
    rows: z.number().int(),
    same: z.number().int(),
    new: z.number().int(),
    changed: z.number().int(),
    moved: z.number().int(),
    returned: z.number().int(),
    left: z.number().int(),
    gone: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
    wrongRows: z.number().int(),
  }),
  /** At most 5,000, moved and leaving people before new ones; `counts` has them all. */
  changes: z.array(listChangeSchema),
  /** At most 20,000; `counts` has them all. */
  issues: z.array(issueSchema),
  staff: z
    .object({
      losses: z.object({
        gone: z.number().int(),
        staff: z.number().int(),
        units: z.array(lossSchema),
        mustConfirm: z.boolean(),
      }),
      completeTypes: z.array(employmentTypeSchema),
      /** Rows that could be about anybody; a complete list must not have any. */
      unread: z.number().int(),
      /** Wordings that no unit is known by, with the units they may mean. */
      unknownUnits: z.array(
        z.object({
          text: z.string(),
          rows: z.number().int(),
          near: z.array(z.object({ id: z.string(), name: z.string() })),
        }),
      ),
      newTitles: z.array(z.string()),
    })
    .nullable(),
  /** An earlier import of the same bytes that still stands. */
  importedBefore: z.object({ batchId: z.string(), at: z.string() }).nullable(),
})

export type ListCheck = z.infer<typeof checkSchema>

const sourceSchema = listImportSchema.pick({ kind: true, fileHash: true, fileName: true, language: true }).extend({
  sheet: listImportSchema.shape.sheet,
  mapping: listImportSchema.shape.mapping,
})

/** Lists of staff, units and titles from workbooks: choose, map, check, commit; an import is taken back by `imports.undo`. */
export const listImportContract = {
  /** What a file holds and how it would be read. */
  inspectList: query(keepers, { long: true }).input(sourceSchema).output(longResult(inspectionSchema)),
  /** Who or what is new, changed, moved and gone, and every error by sheet and cell. Nothing is written. */
  checkList: query(keepers, { long: true }).input(listImportSchema).output(longResult(checkSchema)),
  /** The sheet again with wrong cells coloured and a note on each. */
  correctedList: query(keepers, { long: true }).input(listImportSchema).output(longResult(fileSchema)),
  /** Writes what the check showed, all or nothing. */
  commitList: command(keepers, { long: true })
    .input(listImportSchema)
    .output(
      longResult(
        z.object({
          batchId: z.string(),
          created: z.number().int(),
          changed: z.number().int(),
          left: z.number().int(),
          leftOut: z.number().int(),
        }),
      ),
    ),
}
