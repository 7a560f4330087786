import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import { employmentTypeSchema } from './cycle.ts'
import { levelSchema, needKinds, needOutcomeSchema, needReasonSchema, needSourceSchema, quarterSchema } from './need.ts'
import { needKeepers, needReaders } from './roles.ts'

const optionalText = (most: number) =>
  z
    .string()
    .normalize()
    .trim()
    .max(most)
    .transform((text) => text || null)
    .nullable()
    .default(null)

const freeTextSchema = optionalText(500)

/** Asks for a topic, or in free words, or for words that were given a topic; at least one must be there. */
const wanted = { topicId: z.string().nullable().default(null), freeText: freeTextSchema }

const asksSomething = ({ topicId, freeText }: { topicId?: string | null; freeText?: string | null }) =>
  Boolean(topicId || freeText)

const details = {
  reason: needReasonSchema.nullable().default(null),
  urgency: levelSchema.nullable().default(null),
  selfLevel: levelSchema.nullable().default(null),
  targetLevel: levelSchema.nullable().default(null),
  preferredQuarter: quarterSchema.nullable().default(null),
  note: optionalText(1000),
}

/** One line of a form. `external` marks an event of another organiser (congress, fair) that is no topic. */
export const lineFieldsSchema = z
  .object({ ...wanted, external: z.boolean().default(false), ...details })
  .refine(asksSomething, { path: ['freeText'] })

export type LineFields = z.infer<typeof lineFieldsSchema>

/** What a unit needs by head-count; names may follow later. */
export const unitNeedFieldsSchema = z
  .object({
    unitId: z.string(),
    ...wanted,
    headcount: z.number().int().min(1).max(10_000),
    ...details,
    names: optionalText(2000),
  })
  .refine(asksSomething, { path: ['freeText'] })

const topicRefSchema = z.object({ id: z.string(), code: z.string(), name: z.string() })

export const formLineSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  kind: z.enum(needKinds),
  topic: topicRefSchema.nullable(),
  freeText: z.string().nullable(),
  reason: needReasonSchema.nullable(),
  urgency: z.number().int().nullable(),
  selfLevel: z.number().int().nullable(),
  targetLevel: z.number().int().nullable(),
  preferredQuarter: z.number().int().nullable(),
  note: z.string().nullable(),
  outcome: needOutcomeSchema,
  sources: z.array(needSourceSchema),
  /** Brought over from the cycle before. */
  carriedOver: z.boolean(),
})

export type FormLine = z.infer<typeof formLineSchema>

export const trainingSchema = z.object({
  topicId: z.string().nullable(),
  name: z.string(),
  completedOn: z.string(),
  certificateNo: z.string().nullable(),
  /** So recent that the same topic again would be a duplicate. */
  recent: z.boolean(),
})

export const formStateSchema = z.enum([
  'EMPTY',
  'DRAFT',
  'SUBMITTED',
  'MANAGER_APPROVED',
  'RETURNED',
  'LOCKED',
  'LOCKED_UNREVIEWED',
])

const personFormSchema = z.object({
  person: z.object({
    id: z.string(),
    registryNo: z.string(),
    name: z.string(),
    employmentType: employmentTypeSchema,
    unitId: z.string(),
    unitName: z.string(),
    title: z.string().nullable(),
    active: z.boolean(),
  }),
  eligible: z.boolean(),
  state: formStateSchema,
  submittedAt: z.string().nullable(),
  lines: z.array(formLineSchema),
  lineLimit: z.number().int(),
  /** What the person completed, latest first. */
  trainings: z.array(trainingSchema),
  guardMonths: z.number().int(),
})

export type PersonForm = z.infer<typeof personFormSchema>

/** A line that asks for what the person completed a short while ago. */
const duplicateSchema = z.object({
  topicId: z.string(),
  name: z.string(),
  completedOn: z.string(),
  certificateNo: z.string().nullable(),
})

export const unitNeedSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  unitId: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  topicId: z.string().nullable(),
  topicCode: z.string().nullable(),
  topicName: z.string().nullable(),
  freeText: z.string().nullable(),
  headcount: z.number().int(),
  reason: needReasonSchema.nullable(),
  urgency: z.number().int().nullable(),
  preferredQuarter: z.number().int().nullable(),
  names: z.string().nullable(),
  note: z.string().nullable(),
  sources: z.array(needSourceSchema),
})

export type UnitNeedRow = z.infer<typeof unitNeedSchema>

const topicMatchSchema = topicRefSchema.extend({
  /** The other wording through which it was found. */
  alias: z.string().nullable(),
  /** How alike text and topic are, 0 to 1; 1 is the same in any spelling. */
  likeness: z.number(),
})

export type TopicMatch = z.infer<typeof topicMatchSchema>

const exception = optionalText(1000)

/** Collecting needs by hand: forms typed for people, and head-counts for units. */
export const collectContract = {
  /** What a typed text may mean: topics that contain it, then topics that resemble it. */
  matchTopics: query([...needReaders, 'ST'], { portal: true })
    .input(z.object({ text: z.string().max(500), limit: z.number().int().min(1).max(20).default(8) }))
    .output(z.object({ matches: z.array(topicMatchSchema) })),
  /** Somebody's form of a cycle with what helps to fill it in. */
  personForm: query(needReaders)
    .input(z.object({ cycleId: z.string(), personId: z.string() }))
    .output(personFormSchema),
  /**
   * Enters lines for a person. A need that is there already gets one more source mark instead of a second line. While
   * the cycle is closed only the manager may, and says why. No lines at all means that the person needs nothing.
   */
  saveForm: command(['TO', 'TM'])
    .input(
      z.object({
        cycleId: z.string(),
        personId: z.string(),
        source: z.enum(['proxy', 'paper']),
        /** The paper form's own number. */
        reference: z.string().trim().max(100).default(''),
        lines: z.array(lineFieldsSchema).max(50),
        exception,
      }),
    )
    .output(
      z.object({
        formId: z.string(),
        created: z.number().int(),
        /** The new lines, so that the entry can be taken back. */
        lineIds: z.array(z.string()),
        merged: z.number().int(),
        duplicates: z.array(duplicateSchema),
      }),
    ),
  listUnitNeeds: query(needReaders)
    .input(z.object({ cycleId: z.string(), page: pageRequestSchema }))
    .output(pageOf(unitNeedSchema)),
  addUnitNeed: command(['TO', 'TM'])
    .input(z.object({ cycleId: z.string(), fields: unitNeedFieldsSchema, exception }))
    .output(z.object({ id: z.string() })),
  /** Corrects a need, of a person or a unit, while the window is open. */
  changeNeed: command(needKeepers)
    .input(
      z.object({
        id: z.string(),
        rowVersion: z.number().int(),
        fields: z
          .object({
            topicId: z.string().nullable(),
            freeText: freeTextSchema.unwrap(),
            reason: needReasonSchema.nullable(),
            urgency: levelSchema.nullable(),
            selfLevel: levelSchema.nullable(),
            targetLevel: levelSchema.nullable(),
            preferredQuarter: quarterSchema.nullable(),
            note: optionalText(1000).unwrap(),
            headcount: z.number().int().min(1).max(10_000),
            names: optionalText(2000).unwrap(),
          })
          .partial(),
      }),
    )
    .output(z.object({ rowVersion: z.number().int() })),
  removeNeeds: command(needKeepers)
    .input(z.object({ ids: z.array(z.string()).min(1).max(5000) }))
    .output(z.object({ removed: z.number().int() })),
  /** Brings removed needs back; one that was entered anew since is refused. */
  restoreNeeds: command(needKeepers)
    .input(z.object({ ids: z.array(z.string()).min(1).max(5000) }))
    .output(z.object({ restored: z.number().int() })),
}
