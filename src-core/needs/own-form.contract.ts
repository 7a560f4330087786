import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { formLineSchema, formStateSchema, lineFieldsSchema, trainingSchema } from './collect.contract.ts'
import { needReasons } from './need.ts'

/** A line as somebody is still typing it: nothing is required yet. */
const draftLineSchema = z.object({
  /** The line of the sent form it changes; null for a new one. */
  id: z.string().max(40).nullable(),
  topicId: z.string().max(40).nullable(),
  /** The topic's name, so that the page need not ask for it again. */
  topicName: z.string().max(300).nullable(),
  freeText: z.string().max(500),
  external: z.boolean(),
  reason: z.enum(needReasons).nullable(),
  urgency: z.number().int().min(1).max(5).nullable(),
  selfLevel: z.number().int().min(1).max(5).nullable(),
  targetLevel: z.number().int().min(1).max(5).nullable(),
  preferredQuarter: z.number().int().min(1).max(4).nullable(),
  note: z.string().max(1000),
})

export type DraftLine = z.infer<typeof draftLineSchema>

export const windowSchema = z.object({
  cycleId: z.string(),
  year: z.number().int(),
  name: z.string(),
  opensAt: z.string(),
  closesAt: z.string(),
  /** `late` and `over`: the window has closed. */
  collecting: z.enum(['notYet', 'open', 'late', 'over']),
  lineLimit: z.number().int(),
})

const ownLineSchema = formLineSchema.extend({
  managerState: z.enum(['WAITING', 'APPROVED', 'REJECTED', 'CHANGED']),
  managerReason: z.string().nullable(),
})

const ownFormSchema = z.object({
  rowVersion: z.number().int(),
  state: formStateSchema,
  submittedAt: z.string().nullable(),
  receiptNo: z.string().nullable(),
  /** Why the manager returned it. */
  returnReason: z.string().nullable(),
  lines: z.array(ownLineSchema),
})

const duplicateSchema = z.object({ name: z.string(), completedOn: z.string(), certificateNo: z.string().nullable() })

/** A member of staff and her own needs. Nobody else's: there is no person in any input. */
export const ownFormContract = {
  /** The window and the form; `window` is null for whom the cycle does not concern, who then sees nothing of it. */
  myNeeds: query(['ST'], { portal: true }).output(
    z.object({
      window: windowSchema.nullable(),
      form: ownFormSchema.nullable(),
      draft: z.object({ version: z.number().int(), savedAt: z.string(), lines: z.array(draftLineSchema) }).nullable(),
      trainings: z.array(trainingSchema),
      guardMonths: z.number().int(),
    }),
  ),
  /** Keeps what is being typed. `version` is that of the draft on the page; another one is refused with CONFLICT. */
  saveMyDraft: command(['ST'], { portal: true, draft: true })
    .input(z.object({ cycleId: z.string(), version: z.number().int().min(0), lines: z.array(draftLineSchema).max(50) }))
    .output(z.object({ version: z.number().int(), savedAt: z.string() })),
  /**
   * Sends the whole form in, as it shall be from now on: lines that are left out are taken away unless they also came another
   * way. Works until the window closes or the manager has decided.
   */
  submitMyForm: command(['ST'], { portal: true })
    .input(
      z.object({
        cycleId: z.string(),
        /** Version of the form on the page; null when none was sent yet. */
        formVersion: z.number().int().nullable(),
        lines: z.array(z.object({ id: z.string().nullable(), fields: lineFieldsSchema })).max(50),
      }),
    )
    .output(
      z.object({
        receiptNo: z.string(),
        lines: z.number().int(),
        /** Lines that ask for what was completed a short while ago. */
        duplicates: z.array(duplicateSchema),
      }),
    ),
}
