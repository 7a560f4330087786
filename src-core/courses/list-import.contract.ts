import { z } from 'zod'
import { partialMapping } from '../imports/imports.contract.ts'
import { fileSchema } from '../kernel/file.ts'
import { command, longResult, query } from '../kernel/operation.ts'
import { keepers } from './fields.ts'
import { courseLists, listChangeSchema } from './list-change.ts'

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

const issueSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  /** Empty for a finding about the whole file. */
  sheet: z.string(),
  /** As Excel shows it: `C14`; empty for a finding about more than a cell. */
  cell: z.string(),
  message: z.string(),
})

const columnSchema = z.object({
  /** By this name a mapping means the column. */
  name: z.string(),
  letter: z.string(),
  samples: z.array(z.string()),
  field: z.string().nullable(),
  /** False where an officer had better look at it. */
  sure: z.boolean(),
})

/** What a sheet of a file holds and how its columns would be read. */
export const listInspectionSchema = z.object({
  sheets: z.array(z.object({ name: z.string(), rows: z.number().int() })),
  /** The sheet that was asked for, or the surest one; null when no sheet has a table. */
  sheet: z.string().nullable(),
  /** As Excel numbers it. */
  headerRow: z.number().int().nullable(),
  /** Mapped as the last file of the same form was. */
  recognised: z.boolean(),
  columns: z.array(columnSchema),
  fields: z.array(z.object({ key: z.string(), name: z.string(), required: z.boolean() })),
  mapping: partialMapping,
  issues: z.array(issueSchema),
})

export type ListInspection = z.infer<typeof listInspectionSchema>

/** What a sheet would write, and everything that is wrong with it. */
export const listCheckSchema = z.object({
  sheet: z.string().nullable(),
  counts: z.object({
    rows: z.number().int(),
    same: z.number().int(),
    new: z.number().int(),
    changed: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
    wrongRows: z.number().int(),
  }),
  /** At most 5,000; `counts` has them all. Fields carry their names in the language that was asked for. */
  changes: z.array(listChangeSchema),
  /** At most 20,000; `counts` has them all. */
  issues: z.array(issueSchema),
  /** An earlier import of the same bytes that still stands. */
  importedBefore: z.object({ batchId: z.string(), at: z.string() }).nullable(),
})

export type ListCheck = z.infer<typeof listCheckSchema>

const sourceSchema = listImportSchema.omit({ leaveOutErrors: true })

/** Topics, trainers, providers, rooms and holidays from workbooks: choose, map, check, commit; taken back by `imports.undo`. */
export const listImportContract = {
  /** What a file holds and how it would be read. */
  inspectList: query(keepers, { long: true }).input(sourceSchema).output(longResult(listInspectionSchema)),
  /** What is new and changed, and every error by sheet and cell. Nothing is written. */
  checkList: query(keepers, { long: true }).input(listImportSchema).output(longResult(listCheckSchema)),
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
          leftOut: z.number().int(),
        }),
      ),
    ),
}
