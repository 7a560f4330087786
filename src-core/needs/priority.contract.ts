import { z } from 'zod'
import { command, longResult, query } from '../kernel/operation.ts'
import { cycleSchema, weightsSchema } from './cycle.ts'
import { decisionSchema, demandKeySchema, reasonCodeSchema } from './decision.ts'
import { scorePartKeys } from './priority.rules.ts'

const readers = ['TM', 'TO', 'AU'] as const

const scorePartSchema = z.object({
  key: z.enum(scorePartKeys),
  weight: z.number(),
  share: z.number(),
  points: z.number(),
  measure: z.number(),
})

const groupingSchema = z.object({
  groups: z.number().int(),
  sizes: z.array(z.object({ groups: z.number().int(), persons: z.number().int() })),
  leftOver: z.number().int(),
})

/** One demand as the priority table shows it. */
export const demandSchema = z.object({
  /** `topic:…` or `text:…`; stable while the demand exists. */
  key: z.string(),
  topicId: z.string().nullable(),
  freeTextKey: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string(),
  lines: z.number().int(),
  persons: z.number().int(),
  units: z.number().int(),
  trainedPersons: z.number().int(),
  rank: z.number().int(),
  score: z.number(),
  parts: z.array(scorePartSchema),
  decision: decisionSchema,
  decisionReason: reasonCodeSchema.nullable(),
  decisionNote: z.string().nullable(),
  decidedAt: z.string().nullable(),
  groupSize: z.number().int(),
  groupMinimum: z.number().int(),
  grouping: groupingSchema,
  lessonHours: z.number().nullable(),
  trainerDays: z.number().nullable(),
})

const cycleInput = z.object({ cycleId: z.string() })

/** Ranking, deciding, and closing the cycle's books. */
export const priorityContract = {
  /** All demands of a cycle, ranked; `weights` tries others than the cycle's own without keeping them. */
  priorities: query([...readers])
    .input(cycleInput.extend({ weights: weightsSchema.optional() }))
    .output(z.object({ demands: z.array(demandSchema), units: z.number().int(), guardMonths: z.number().int() })),
  saveWeights: command(['TM', 'TO'])
    .input(cycleInput.extend({ weights: weightsSchema, rowVersion: z.number().int() }))
    .output(cycleSchema),
  /** Decides demands; all of them or none. DEFER, REJECT and E_TRAINING name a reason. */
  decide: command(['TM', 'TO'])
    .input(
      cycleInput.extend({
        demands: z.array(demandKeySchema).min(1).max(5000),
        decision: decisionSchema,
        reason: reasonCodeSchema.nullable().default(null),
        note: z.string().trim().max(1000).nullable().default(null),
      }),
    )
    .output(z.object({ decided: z.number().int() })),
  /** Room size and minimum of one demand's groups. */
  setGroupSize: command(['TM', 'TO'])
    .input(
      cycleInput.extend({
        demand: demandKeySchema,
        groupSize: z.number().int().min(1).max(1000),
        groupMinimum: z.number().int().min(1).max(1000),
      }),
    )
    .output(z.object({ grouping: groupingSchema })),
  /** Decides single lines otherwise than their demand. */
  decideLines: command(['TM', 'TO'])
    .input(
      z.object({
        lineIds: z.array(z.string()).min(1).max(5000),
        decision: decisionSchema,
        reason: reasonCodeSchema.nullable().default(null),
      }),
    )
    .output(z.object({ decided: z.number().int() })),
  /** FROZEN → CONSOLIDATED: every line gets its outcome and reason. Refused while a demand is undecided. */
  consolidate: command(['TM'], { long: true })
    .input(cycleInput)
    .output(longResult(z.object({ lines: z.number().int() }))),
  /** Makes the next year's cycle and brings deferred lines back with their history. */
  openNextCycle: command(['TM', 'TO'], { long: true })
    .input(cycleInput)
    .output(longResult(z.object({ cycleId: z.string(), carried: z.number().int() }))),
  /** Persons of a demand who completed its topic within the guard's months, with the earlier certificate. */
  alreadyTrained: query([...readers])
    .input(cycleInput.extend({ topicId: z.string() }))
    .output(
      z.array(
        z.object({
          personId: z.string(),
          registryNo: z.string(),
          name: z.string(),
          unit: z.string(),
          completedOn: z.string(),
          certificateNo: z.string().nullable(),
        }),
      ),
    ),
} as const
