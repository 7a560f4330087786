import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, longResult, query } from '../kernel/operation.ts'
import { decisionSchema, reasonCodeSchema } from './decision.ts'

const changeSchema = z.object({
  lineId: z.string(),
  row: z.number().int(),
  whose: z.string(),
  topic: z.string(),
  from: decisionSchema,
  to: decisionSchema,
  reason: reasonCodeSchema.nullable(),
})

const resultIssueSchema = z.object({ row: z.number().int(), cell: z.string(), message: z.string() })

const fileInput = z.object({
  cycleId: z.string(),
  fileHash: z.string(),
  fileName: z.string().max(300),
  language: z.enum(['tr', 'en']).default('tr'),
})

/** Results in Excel, and decisions back from it. */
export const resultsContract = {
  /** Every line of a cycle with its decision, for Excel: filters, frozen header, drop-downs on the decision columns. */
  exportResults: query(['TM', 'TO', 'AU'], { long: true })
    .input(
      z.object({ cycleId: z.string(), language: z.enum(['tr', 'en']).default('tr'), unitId: z.string().optional() }),
    )
    .output(longResult(z.object({ file: fileSchema, lines: z.number().int() }))),
  /** What a results workbook would change; every other column is ignored. */
  checkResults: query(['TM', 'TO'], { long: true })
    .input(fileInput)
    .output(
      longResult(
        z.object({ lines: z.number().int(), changes: z.array(changeSchema), errors: z.array(resultIssueSchema) }),
      ),
    ),
  /** Takes the decisions of a results workbook; refused while it has errors. */
  commitResults: command(['TM', 'TO'], { long: true })
    .input(fileInput)
    .output(longResult(z.object({ batchId: z.string(), changed: z.number().int() }))),
  /** Empty forms to fill in, one workbook a unit, all in one ZIP; `unitIds` left out means every unit with staff. */
  templates: query(['TM', 'TO'], { long: true })
    .input(
      z.object({
        cycleId: z.string(),
        unitIds: z.array(z.string()).optional(),
        language: z.enum(['tr', 'en']).default('tr'),
      }),
    )
    .output(longResult(z.object({ file: fileSchema, units: z.number().int() }))),
} as const
