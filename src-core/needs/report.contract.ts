import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { longResult, query } from '../kernel/operation.ts'
import { decisionSchema, reasonCodeSchema } from './decision.ts'
import { needReasonSchema } from './need.ts'

const countsSchema = z.object({ lines: z.number().int(), persons: z.number().int() })

const unitResultSchema = countsSchema.extend({
  unitId: z.string(),
  code: z.string(),
  name: z.string(),
  /** Lines of the unit by what becomes of them. */
  decisions: z.record(decisionSchema, z.number().int()),
})

export type UnitResult = z.infer<typeof unitResultSchema>

export const resultsSummarySchema = countsSchema.extend({
  units: z.number().int(),
  decisions: z.array(countsSchema.extend({ decision: decisionSchema })),
  /** Why lines were not planned. */
  decisionReasons: z.array(countsSchema.extend({ decision: decisionSchema, reason: reasonCodeSchema.nullable() })),
  /** Why the training is needed; null where nobody said. */
  reasons: z.array(countsSchema.extend({ reason: needReasonSchema.nullable() })),
  /** The most asked topics. */
  topics: z.array(countsSchema.extend({ topicId: z.string(), code: z.string(), name: z.string() })),
  /** Lines whose wording stands for no topic yet. */
  withoutTopic: countsSchema,
  byUnit: z.array(unitResultSchema),
})

export type ResultsSummary = z.infer<typeof resultsSummarySchema>

const placeSchema = z.object({
  cycleId: z.string(),
  /** With everything below it; left out means the whole institution. */
  unitId: z.string().optional(),
})

/** What came out of a cycle: in numbers for the screen, and as a document. */
export const reportContract = {
  resultsSummary: query(['TM', 'TO', 'AU']).input(placeSchema).output(resultsSummarySchema),
  /** The needs report as PDF: cover, charts, demands with score and decision, and the units. Names only when asked for. */
  report: query(['TM', 'TO', 'AU'], { long: true })
    .input(placeSchema.extend({ language: z.enum(['tr', 'en']).default('tr'), names: z.boolean().default(false) }))
    .output(longResult(z.object({ file: fileSchema, demands: z.number().int() }))),
} as const
