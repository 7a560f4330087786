import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { formLineSchema, formStateSchema } from './collect.contract.ts'
import { levelSchema, needReasonSchema } from './need.ts'

const managerStateSchema = z.enum(['WAITING', 'APPROVED', 'REJECTED', 'CHANGED'])

const unitFormSchema = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  registryNo: z.string(),
  unit: z.string(),
  title: z.string().nullable(),
  state: formStateSchema,
  submittedAt: z.string().nullable(),
  lines: z.number().int(),
})

export type UnitForm = z.infer<typeof unitFormSchema>

const decidedLineSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  approved: z.boolean(),
  /** How much the manager wants it, 1 to 5. */
  priority: levelSchema.nullable(),
  /** What the manager puts in the place of what was asked for; only where the line is approved, and with a reason. */
  change: z
    .object({ topicId: z.string().nullable(), freeText: z.string().normalize().trim().max(500).nullable() })
    .refine(({ topicId, freeText }) => Boolean(topicId || freeText), { path: ['freeText'] })
    .nullable()
    .default(null),
  /** Why it is not approved, or why it was changed. */
  reason: z.string().trim().max(500).default(''),
})

const wishSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  name: z.string(),
  unit: z.string(),
  topic: z.string(),
  urgency: z.number().int().nullable(),
  reason: needReasonSchema.nullable(),
  managerState: managerStateSchema,
  priority: z.number().int().nullable(),
})

export type UnitWish = z.infer<typeof wishSchema>

/** A manager and the forms of whoever answers to her; others' forms do not exist for her. */
export const unitFormsContract = {
  unitForms: query(['UM'], { portal: true }).output(
    z.object({
      year: z.number().int().nullable(),
      closesAt: z.string().nullable(),
      /** Whether forms may be decided now. */
      open: z.boolean(),
      forms: z.array(unitFormSchema),
      /** People who may ask and have not sent anything. */
      silent: z.number().int(),
    }),
  ),
  unitForm: query(['UM'], { portal: true })
    .input(z.object({ id: z.string() }))
    .output(
      z.object({
        form: unitFormSchema.extend({ rowVersion: z.number().int(), open: z.boolean() }),
        lines: z.array(
          formLineSchema.extend({
            managerState: managerStateSchema,
            managerPriority: z.number().int().nullable(),
            managerReason: z.string().nullable(),
          }),
        ),
      }),
    ),
  /** Approves a form line by line with a priority, or returns it whole with a reason while the window is open. */
  decideForm: command(['UM'], { portal: true })
    .input(
      z.discriminatedUnion('decision', [
        z.object({
          decision: z.literal('approve'),
          id: z.string(),
          rowVersion: z.number().int(),
          lines: z.array(decidedLineSchema).max(50),
        }),
        z.object({
          decision: z.literal('return'),
          id: z.string(),
          rowVersion: z.number().int(),
          reason: z.string().trim().min(5).max(500),
        }),
      ]),
    )
    .output(z.object({})),
  /** What her people ask for, side by side, the wanted most first; refused lines are left out. */
  unitWishes: query(['UM'], { portal: true }).output(z.object({ open: z.boolean(), wishes: z.array(wishSchema) })),
  /** Says of several lines at once how much the manager wants them. */
  rankWishes: command(['UM'], { portal: true })
    .input(
      z.object({
        ranks: z
          .array(z.object({ id: z.string(), rowVersion: z.number().int(), priority: levelSchema.nullable() }))
          .min(1)
          .max(500),
      }),
    )
    .output(z.object({ changed: z.number().int() })),
}
