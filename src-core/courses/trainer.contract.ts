import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import { availabilityChangeSchema, availabilitySchema } from './availability.ts'
import {
  addedSchema,
  changedSchema,
  feePayers,
  keepers,
  listFileSchema,
  readers,
  recordSchema,
  workbookFileSchema,
} from './fields.ts'
import { trainerFieldsSchema, trainerRowSchema, trainerSchema, trainerSecrets } from './trainer.ts'

const secretSchema = z.enum(trainerSecrets)

const entriesSchema = z.object({ entries: z.array(availabilitySchema) })

/** Who trains, on what, and when they can. */
export const trainerContract = {
  listTrainers: query(readers).input(pageRequestSchema).output(pageOf(trainerRowSchema)),
  getTrainer: query(readers)
    .input(z.object({ id: z.string() }))
    .output(trainerSchema),
  addTrainer: command(keepers).input(trainerFieldsSchema).output(addedSchema),
  changeTrainer: command(keepers)
    .input(recordSchema.extend({ fields: trainerFieldsSchema.partial() }))
    .output(changedSchema),
  deactivateTrainer: command(keepers).input(recordSchema).output(changedSchema),
  reactivateTrainer: command(keepers).input(recordSchema).output(changedSchema),
  exportTrainers: query(readers).input(listFileSchema).output(workbookFileSchema),
  /** What a trainer has stated for the days from one to another, whole entries, in order. */
  trainerAvailability: query(readers)
    .input(z.object({ trainerId: z.string(), from: z.iso.date(), to: z.iso.date() }))
    .output(entriesSchema),
  /** States, changes or takes back availability for the chosen weekdays of a span; gives all entries of the trainer. */
  stateAvailability: command(keepers)
    .input(availabilityChangeSchema.extend({ trainerId: z.string() }))
    .output(entriesSchema),
  /** Seals a text for `setTrainerSecret`, so that no plain text enters the log. `fits` is false when check digits do not. */
  sealTrainerSecret: command(feePayers, { secret: ['text'], local: true })
    .input(z.object({ secret: secretSchema, text: z.string().trim().min(1).max(60) }))
    .output(z.object({ sealed: z.string(), fits: z.boolean() })),
  /** Keeps a sealed text, or with null forgets it. */
  setTrainerSecret: command(feePayers)
    .input(
      recordSchema.extend({
        secret: secretSchema,
        sealed: z
          .string()
          .regex(/^1\.[A-Za-z0-9+/]{38,}={0,2}$/)
          .nullable(),
      }),
    )
    .output(changedSchema),
  /** Opens a sealed text. A command, so that the log says who looked. */
  showTrainerSecret: command(feePayers, { local: true })
    .input(z.object({ id: z.string(), secret: secretSchema }))
    .output(z.object({ text: z.string().nullable() })),
}
