import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { longResult, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import { formStateSchema } from './collect.contract.ts'
import { employmentTypeSchema } from './cycle.ts'
import { needKinds, needOutcomeSchema, needReasonSchema, needSourceKinds, needSourceSchema } from './need.ts'
import { needReaders } from './roles.ts'

const needRowSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  personId: z.string().nullable(),
  registryNo: z.string().nullable(),
  /** Null for a head-count need of a unit. */
  personName: z.string().nullable(),
  employmentType: employmentTypeSchema.nullable(),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.enum(needKinds),
  topicId: z.string().nullable(),
  topicCode: z.string().nullable(),
  topicName: z.string().nullable(),
  freeText: z.string().nullable(),
  headcount: z.number().int(),
  reason: needReasonSchema.nullable(),
  urgency: z.number().int().nullable(),
  quarter: z.number().int().nullable(),
  sources: z.array(z.enum(needSourceKinds)),
  outcome: needOutcomeSchema,
  carriedOver: z.boolean(),
  enteredAt: z.string(),
})

export type NeedRow = z.infer<typeof needRowSchema>

/** What part of a cycle's needs is meant: a page request, and a unit with everything below it. */
export const needPageSchema = z.object({
  cycleId: z.string(),
  unitId: z.string().nullable().default(null),
  page: pageRequestSchema,
})

export type NeedPage = z.infer<typeof needPageSchema>

const needDetailSchema = needRowSchema.omit({ sources: true }).extend({
  cycleId: z.string(),
  title: z.string().nullable(),
  personActive: z.boolean(),
  selfLevel: z.number().int().nullable(),
  targetLevel: z.number().int().nullable(),
  managerPriority: z.number().int().nullable(),
  note: z.string().nullable(),
  names: z.string().nullable(),
  outcomeReason: z.string().nullable(),
  sources: z.array(needSourceSchema),
  formState: formStateSchema.nullable(),
  /** The need of an earlier cycle that came back as this one. */
  carriedFrom: z.object({ id: z.string(), year: z.number().int(), outcomeReason: z.string().nullable() }).nullable(),
  /** The same topic, completed so recently that it would be a duplicate. */
  recentTraining: z
    .object({ name: z.string(), completedOn: z.string(), certificateNo: z.string().nullable() })
    .nullable(),
  /** Whether it may still be changed and removed. */
  editable: z.boolean(),
})

export type NeedDetail = z.infer<typeof needDetailSchema>

/** All needs of a cycle, whoever entered them. */
export const needListContract = {
  listNeeds: query(needReaders).input(needPageSchema).output(pageOf(needRowSchema)),
  getNeed: query(needReaders)
    .input(z.object({ id: z.string() }))
    .output(needDetailSchema),
  /** What the list shows, all pages of it, as a workbook; `columns` names them in their order, none means all. */
  exportNeeds: query(needReaders, { long: true })
    .input(
      needPageSchema.extend({
        columns: z.array(z.string().max(40)).max(40).default([]),
        language: z.enum(['tr', 'en']),
      }),
    )
    .output(longResult(fileSchema)),
}
