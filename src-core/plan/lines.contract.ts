import { z } from 'zod'
import { command, longResult, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import { costSchema, lineFieldsSchema, planLineSchema, planReasonSchema, planSchema, planSources } from './plan.ts'
import { planKeepers, planPeopleReaders, planReaders } from './roles.ts'

const planInput = z.object({ planId: z.string() })

const reasonSchema = z.string().trim().min(3).max(1000)

/** In a revision every change names its reason. */
const changeInput = planInput.extend({ changeReason: reasonSchema.nullable().default(null) })

const lineIds = z.array(z.string()).min(1).max(5000)

/** What a command on lines did; `commandId` takes it back while the plan is still being made. */
const doneSchema = z.object({ commandId: z.string(), lines: z.number().int() })

/** Persons of one unit behind a line. */
const unitPersonsSchema = z.object({ unitId: z.string(), unit: z.string(), persons: z.number().int() })

const legalProposalSchema = z.object({
  topicId: z.string(),
  code: z.string(),
  name: z.string(),
  legalBasis: z.string(),
  persons: z.number().int(),
  /** First day on which somebody's training is no longer valid; null where people have never had it. */
  firstDue: z.string().nullable(),
  planned: z.boolean(),
})

/** The plan of a year and its lines. */
export const linesContract = {
  plans: query([...planReaders]).output(z.array(planSchema)),
  createPlan: command([...planKeepers])
    .input(z.object({ year: z.number().int().min(2000).max(2100) }))
    .output(planSchema),
  /** All lines of a plan in the order of their numbers. */
  lines: query([...planReaders])
    .input(planInput)
    .output(z.array(planLineSchema)),
  /** Which units asked for a line, with their persons, most first. */
  lineUnits: query([...planReaders])
    .input(z.object({ lineId: z.string() }))
    .output(z.object({ lines: z.number().int(), units: z.array(unitPersonsSchema) })),
  /** The needs behind a line with the persons who have them. */
  linePeople: query([...planPeopleReaders])
    .input(z.object({ lineId: z.string(), page: pageRequestSchema }))
    .output(
      pageOf(
        z.object({
          needLineId: z.string(),
          personId: z.string().nullable(),
          registryNo: z.string().nullable(),
          name: z.string().nullable(),
          unit: z.string(),
          headcount: z.number().int(),
        }),
      ),
    ),
  /** The line of the newest plan that stands for a topic or a wording of a cycle. */
  lineOfDemand: query([...planReaders])
    .input(z.object({ cycleId: z.string(), topicId: z.string().nullable(), freeTextKey: z.string().nullable() }))
    .output(z.object({ plan: planSchema, line: planLineSchema }).nullable()),
  /** Makes a line of every demand decided PLAN that has none yet, with groups, hours, trainer days and costs. */
  proposeLines: command([...planKeepers], { long: true })
    .input(changeInput)
    .output(longResult(doneSchema.extend({ existing: z.number().int() }))),
  addLine: command([...planKeepers])
    .input(
      changeInput.extend({
        topicId: z.string().nullable(),
        source: z.enum(planSources).exclude(['TNA', 'lastYear']),
        fields: lineFieldsSchema,
      }),
    )
    .output(doneSchema.extend({ id: z.string() })),
  /** Changes a line; `recost` computes its planned costs again. */
  changeLine: command([...planKeepers])
    .input(
      changeInput.extend({
        id: z.string(),
        rowVersion: z.number().int(),
        fields: lineFieldsSchema,
        recost: z.boolean().default(false),
      }),
    )
    .output(doneSchema),
  /** Replaces the costs of a line. Once the plan is approved only what was committed and spent may differ. */
  setCosts: command([...planKeepers])
    .input(changeInput.extend({ lineId: z.string(), costs: z.array(costSchema).max(10) }))
    .output(doneSchema),
  cancelLines: command([...planKeepers])
    .input(changeInput.extend({ lineIds, reason: planReasonSchema }))
    .output(doneSchema),
  /** Takes cancelled lines back into the plan. */
  restoreLines: command([...planKeepers])
    .input(changeInput.extend({ lineIds }))
    .output(doneSchema),
  /** Lines of last year's plan that this one has not, without what was done about them; carried over first. */
  copyLastYear: command([...planKeepers])
    .input(changeInput)
    .output(doneSchema),
  /** Mandatory trainings that fall due in the plan's year, from their validity and who completed them when. */
  legalProposals: query([...planKeepers])
    .input(planInput)
    .output(z.array(legalProposalSchema)),
  addLegalLines: command([...planKeepers])
    .input(changeInput.extend({ topicIds: z.array(z.string()).min(1).max(500) }))
    .output(doneSchema),
  /** Takes back one of the commands above; rows changed since stay as they are and are counted. */
  undo: command([...planKeepers])
    .input(planInput.extend({ commandId: z.string() }))
    .output(z.object({ removed: z.number().int(), restored: z.number().int(), kept: z.number().int() })),
} as const
