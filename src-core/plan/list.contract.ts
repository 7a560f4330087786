import { z } from 'zod'
import { listCheckSchema, listInspectionSchema } from '../courses/list-import.contract.ts'
import { partialMapping } from '../imports/imports.contract.ts'
import { fileSchema } from '../kernel/file.ts'
import { command, longResult, query } from '../kernel/operation.ts'
import { planKeepers, planReaders } from './roles.ts'

const languageSchema = z.enum(['tr', 'en']).default('tr')

/** Lira for one unit. */
const rateSchema = z.number().positive().max(100_000).optional()

/** Everything that settles how a workbook becomes lines of a plan. Checking and committing take the same. */
export const planImportSchema = z.object({
  planId: z.string(),
  fileHash: z.string(),
  fileName: z.string().max(300),
  /** Left out: the surest sheet. */
  sheet: z.string().max(200).optional(),
  mapping: partialMapping.default({}),
  /** What foreign money is worth; without its rate a cell of another currency is an error. */
  rates: z.object({ USD: rateSchema, EUR: rateSchema, GBP: rateSchema }).default({}),
  /** Takes the rows without errors and leaves the others out; otherwise one error refuses the file. */
  leaveOutErrors: z.boolean().default(false),
  /** Of a revision: the reason that every changed line gets. */
  changeReason: z.string().trim().min(3).max(1000).nullable().default(null),
  language: languageSchema,
})

export type PlanImport = z.infer<typeof planImportSchema>

const sourceSchema = planImportSchema.pick({ planId: true, fileHash: true, fileName: true, language: true }).extend({
  sheet: planImportSchema.shape.sheet,
  mapping: planImportSchema.shape.mapping,
})

/** The plan as a workbook, and lines from workbooks made here or elsewhere; taken back by `imports.undo`. */
export const planListContract = {
  exportLines: query([...planReaders])
    .input(z.object({ planId: z.string(), language: languageSchema }))
    .output(fileSchema),
  inspectLines: query([...planKeepers], { long: true })
    .input(sourceSchema)
    .output(longResult(listInspectionSchema)),
  /** What is new and changed, and every error and doubt by sheet and cell. Nothing is written. */
  checkLines: query([...planKeepers], { long: true })
    .input(planImportSchema)
    .output(longResult(listCheckSchema.extend({ currencies: z.array(z.enum(['USD', 'EUR', 'GBP'])) }))),
  /** The sheet again with doubtful cells coloured and a note on each. */
  correctedLines: query([...planKeepers], { long: true })
    .input(planImportSchema)
    .output(longResult(fileSchema)),
  /** Writes what the check showed, all or nothing. */
  commitLines: command([...planKeepers], { long: true })
    .input(planImportSchema)
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
} as const
