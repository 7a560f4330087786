import { z } from 'zod'
import { command } from '../kernel/operation.ts'
import { keepers, recordSchema } from './fields.ts'

const fieldSchema = z.enum(['nationalId', 'disabilitySupport'])

/**
 * What is kept sealed of a person (T.C. identity number, support needs). A plain text never enters the command log: it
 * is sealed first, and the recorded change carries the sealed text.
 */
export const personalContract = {
  /** Seals a text for `setPersonal`. `fits` is false when the check digits of an identity number do not. */
  sealPersonal: command(keepers, { secret: ['text'], local: true })
    .input(z.object({ field: fieldSchema, text: z.string().trim().min(1).max(500) }))
    .output(z.object({ sealed: z.string(), fits: z.boolean() })),
  /** Keeps a sealed text, or with null forgets it. */
  setPersonal: command(keepers)
    .input(
      recordSchema.extend({
        field: fieldSchema,
        sealed: z
          .string()
          .regex(/^1\.[A-Za-z0-9+/]{38,}={0,2}$/)
          .nullable(),
      }),
    )
    .output(z.object({ rowVersion: z.number().int() })),
  /** Opens a sealed text. A command, so that the log says who looked. */
  showPersonal: command(keepers, { local: true })
    .input(z.object({ id: z.string(), field: fieldSchema }))
    .output(z.object({ text: z.string().nullable() })),
}
