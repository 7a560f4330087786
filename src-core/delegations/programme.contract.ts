import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { keepers, optionalText, readers } from './fields.ts'
import { hostStates, itemFieldsSchema, programmeContextSchema, programmeItemSchema } from './programme.ts'

/** Slots to write: without an id a new one, with the id of one taken out it comes back. */
const editSchema = z.object({
  put: z.array(itemFieldsSchema.extend({ id: z.string().nullable() })).max(400),
  remove: z.array(z.string()).max(400),
})

/** What takes an edit back: the same operation with these. */
const undoSchema = z.object({
  put: z.array(z.object({ ...programmeItemSchema.omit({ rowVersion: true }).shape })),
  remove: z.array(z.string()),
})

export type ProgrammeUndo = z.infer<typeof undoSchema>

/** The programme of a delegation. */
export const programmeContract = {
  programme: query(readers)
    .input(z.object({ delegationId: z.string() }))
    .output(z.object({ items: z.array(programmeItemSchema), context: programmeContextSchema, open: z.boolean() })),
  /** Adds, changes and takes out slots in one step; the answer takes it back. */
  editProgramme: command(keepers)
    .input(editSchema.extend({ delegationId: z.string() }))
    .output(z.object({ ids: z.array(z.string()), undo: undoSchema })),
  /** Standard programmes, those the academy keeps itself, and the delegations whose programmes can be copied. */
  programmeSources: query(readers)
    .input(z.object({ delegationId: z.string() }))
    .output(
      z.object({
        templates: z.array(z.object({ key: z.string(), titleTr: z.string(), titleEn: z.string(), days: z.number() })),
        ownTemplates: z.array(
          z.object({
            ...{ id: z.string(), rowVersion: z.number().int(), titleTr: z.string(), titleEn: z.string() },
            days: z.number(),
          }),
        ),
        delegations: z.array(
          z.object({
            id: z.string(),
            titleTr: z.string(),
            titleEn: z.string(),
            fromDate: z.string(),
            days: z.number(),
          }),
        ),
      }),
    ),
  /** Copies a standard programme or another delegation's, day by day, from the first day on. Hosts have to be asked anew. */
  copyProgramme: command(keepers)
    .input(
      z.object({
        delegationId: z.string(),
        /** A standard programme's key, or the id of one of the academy's own. */
        template: z.string().nullable(),
        fromDelegationId: z.string().nullable(),
        startOn: z.iso.date(),
      }),
    )
    .output(z.object({ ids: z.array(z.string()), undo: undoSchema })),
  /** Notes what hosts answered: accepted, another time proposed, declined, or silent. */
  answerHosts: command(keepers)
    .input(
      z.object({
        delegationId: z.string(),
        ids: z.array(z.string()).min(1).max(400),
        state: z.enum(hostStates),
        hostPerson: optionalText(160).optional(),
        note: optionalText(500).optional(),
      }),
    )
    .output(z.object({ undo: undoSchema })),
} as const
