import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import { correctors, daySchema, keepers, optionalText, readers, recordSchema, requiredText } from './fields.ts'
import { staffDetailSchema, staffFieldsSchema, staffOptionSchema, staffRowSchema } from './staff.ts'

const changed = z.object({ rowVersion: z.number().int() })

/** What part of the staff is meant: a page request, and a unit with everything below it. */
export const staffPageSchema = pageRequestSchema.extend({ unitId: z.string().optional() })

export type StaffPage = z.infer<typeof staffPageSchema>

const completedSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  topicId: z.string().nullable(),
  name: z.string(),
  provider: z.string().nullable(),
  completedOn: z.string(),
  /** Tenths of a lesson hour. */
  lessonHoursTenths: z.number().int().nullable(),
  certificateNo: z.string().nullable(),
})

export type CompletedTraining = z.infer<typeof completedSchema>

/** Members of staff. Identity numbers are elsewhere: `personal.contract.ts`. */
export const staffContract = {
  listStaff: query(readers).input(staffPageSchema).output(pageOf(staffRowSchema)),
  getStaff: query(readers)
    .input(z.object({ id: z.string() }))
    .output(staffDetailSchema),
  /** The best twenty for a picker: any spelling of a name, or the beginning of a registry number. */
  searchStaff: query(readers)
    .input(
      z.object({
        text: z.string().max(200).default(''),
        activeOnly: z.boolean().default(true),
        /** Only people of this unit and below it. */
        unitId: z.string().optional(),
        /** These come too, so that a picker can show whom it holds. */
        ids: z.array(z.string()).max(20).default([]),
      }),
    )
    .output(z.object({ staff: z.array(staffOptionSchema) })),
  addStaff: command(keepers)
    .input(staffFieldsSchema)
    .output(z.object({ id: z.string(), rowVersion: z.number().int() })),
  changeStaff: command(correctors)
    .input(recordSchema.extend({ fields: staffFieldsSchema.partial() }))
    .output(changed),
  /** Gives several people another unit at once. */
  moveStaff: command(correctors)
    .input(z.object({ people: z.array(recordSchema).min(1).max(5000), unitId: z.string() }))
    .output(z.object({ moved: z.number().int() })),
  /** Ends somebody's work here; the record, the needs and the certificates stay. */
  deactivateStaff: command(correctors)
    .input(recordSchema.extend({ leaveDate: daySchema }))
    .output(
      changed.extend({
        /** Units that this person led or spoke for, and that need somebody else now. */
        leads: staffDetailSchema.shape.leads,
      }),
    ),
  reactivateStaff: command(correctors).input(recordSchema).output(changed),
  /** Trainings somebody completed here or elsewhere, the latest first. */
  trainingHistory: query(readers)
    .input(z.object({ personId: z.string() }))
    .output(z.object({ trainings: z.array(completedSchema) })),
  /** Notes a training that somebody completed elsewhere. */
  addCompletedTraining: command(keepers)
    .input(
      z.object({
        personId: z.string(),
        topicId: z.string().nullable(),
        name: requiredText(300),
        provider: optionalText(200),
        completedOn: daySchema,
        lessonHoursTenths: z.number().int().min(0).max(100_000).nullable(),
        certificateNo: optionalText(60),
      }),
    )
    .output(z.object({ id: z.string() })),
  removeCompletedTraining: command(keepers).input(recordSchema).output(z.object({})),
}
