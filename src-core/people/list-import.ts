import { z } from 'zod'
import type { ImportIssue } from '../imports/index.ts'
import { daySchema, languageSchema } from './fields.ts'
import { type ListChange, listKinds, listMappingSchema } from './list-change.ts'
import type { ReadSheet } from './list-sheet.ts'
import { employmentTypeSchema } from './staff.ts'

/** What an officer settles about a staff list beyond its columns. */
export const staffListOptions = z.object({
  /**
   * `update`: the file has some of the people, nobody leaves by being absent. `snapshot`: the file has everybody of the
   * employment types in `completeTypes`, and who is absent from it has left.
   */
  mode: z.enum(['update', 'snapshot']).default('update'),
  /** Left out: the types that occur in the file. */
  completeTypes: z.array(employmentTypeSchema).max(5).optional(),
  /** For rows that do not say it. */
  employmentType: employmentTypeSchema.nullable().default(null),
  unitId: z.string().nullable().default(null),
  /** Titles that are not on record are added instead of refused. */
  addTitles: z.boolean().default(false),
  /** Identity numbers are left alone unless somebody decided to keep them. */
  takeNationalIds: z.boolean().default(false),
  /** The last day of those who left, where the file does not say it; left out, the day of the import. */
  leaveDate: daySchema.nullable().default(null),
  /** How many people leave, as the check showed it; asked for when they are unusually many. */
  confirmDeactivations: z.number().int().min(0).optional(),
})

export type StaffListOptions = z.infer<typeof staffListOptions>

/** Everything that settles how a file becomes records. Checking and committing take the same; what is left out is found. */
export const listImportSchema = z.object({
  kind: z.enum(listKinds),
  fileHash: z.string(),
  fileName: z.string().max(300),
  /** Left out: the surest sheet. */
  sheet: z.string().max(200).optional(),
  mapping: listMappingSchema.default({}),
  staff: staffListOptions.prefault({}),
  /** Takes the rows without errors and leaves the others out; otherwise one error refuses the file. */
  leaveOutErrors: z.boolean().default(false),
  language: languageSchema.default('tr'),
})

export type ListImport = z.infer<typeof listImportSchema>

/** What an import would do: found by the check, written by the commit. */
export type ListAnalysis<Plan> = {
  readonly issues: readonly ImportIssue[]
  readonly changes: readonly ListChange[]
  /** Data rows of the sheet. */
  readonly rows: number
  /** Records in the file that stay as they are. */
  readonly same: number
  readonly plan: Plan
}

/** Zero-based rows of the sheet that have an error and are not taken. */
export const wrongRows = (issues: readonly ImportIssue[]): ReadonlySet<number> =>
  new Set(issues.flatMap(({ severity, row, cell }) => (severity === 'error' && row !== null && cell ? [row] : [])))

/** Errors that concern the sheet as a whole (no header, no key column): nothing can be read then. */
export const sheetErrors = (sheet: Pick<ReadSheet, 'issues'>): readonly ImportIssue[] =>
  sheet.issues.filter(({ severity }) => severity === 'error')
