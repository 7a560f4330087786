import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import { reasonSchema } from './certificate.ts'
import { groupFieldsSchema, groupRowSchema, groupSchema, holderFieldsSchema } from './group.ts'
import { approvers, proposers, readers } from './roles.ts'

const recordSchema = z.object({ id: z.string(), rowVersion: z.number().int().min(1) })
const changedSchema = z.object({ rowVersion: z.number().int() })
const standardFields = groupFieldsSchema.pick({ place: true, placeEn: true, signatories: true })

/** Most participants of one occasion. */
export const largestGroup = 2000

const readHolderSchema = z.object({
  row: z.number().int(),
  name: z.string(),
  institution: z.string().nullable(),
  country: z.string().nullable(),
  attendedTenths: z.number().int().nullable(),
  testScore: z.number().int().nullable(),
  registryNo: z.string().nullable(),
  /** The member of staff with this registry number and name, where there is exactly one. */
  personId: z.string().nullable(),
  problems: z.array(z.enum(['nameMissing', 'hoursUnread', 'scoreUnread', 'personUnknown', 'twice'])),
})

export type ReadHolder = z.infer<typeof readHolderSchema>

/** Occasions and their participants, up to the approval. */
export const groupContract = {
  listGroups: query(readers).input(pageRequestSchema).output(pageOf(groupRowSchema)),
  getGroup: query(readers)
    .input(z.object({ id: z.string() }))
    .output(groupSchema),
  /** What a new occasion begins with. */
  groupStandard: query(readers).output(standardFields),
  addGroup: command(proposers).input(groupFieldsSchema).output(recordSchema),
  changeGroup: command(proposers)
    .input(recordSchema.extend({ fields: groupFieldsSchema.partial() }))
    .output(changedSchema),
  removeGroup: command(proposers).input(recordSchema).output(z.object({})),
  /** What a pasted table or a workbook holds, for looking at before it is added. Changes nothing. */
  readHolders: query(proposers)
    .input(z.object({ text: z.string().max(1_000_000).optional(), file: fileSchema.optional() }))
    .output(
      z.object({
        holders: z.array(readHolderSchema),
        /** Headers that were understood, and those that were not. */
        understood: z.array(z.object({ header: z.string(), field: z.string() })),
        ignored: z.array(z.string()),
      }),
    ),
  addHolders: command(proposers)
    .input(z.object({ groupId: z.string(), holders: z.array(holderFieldsSchema).min(1).max(largestGroup) }))
    .output(z.object({ ids: z.array(z.string()) })),
  changeHolder: command(proposers)
    .input(recordSchema.extend({ fields: holderFieldsSchema.partial() }))
    .output(changedSchema),
  /** Puts participants in the order of their seats. */
  orderHolders: command(proposers)
    .input(z.object({ groupId: z.string(), ids: z.array(z.string()).min(1).max(largestGroup) }))
    .output(z.object({})),
  removeHolders: command(proposers)
    .input(z.object({ groupId: z.string(), ids: z.array(z.string()).min(1).max(largestGroup) }))
    .output(z.object({ removed: z.number().int() })),
  /** Proposes everybody who meets the rules; whoever does not stays with the reason. */
  propose: command(proposers)
    .input(recordSchema)
    .output(changedSchema.extend({ proposed: z.number().int(), left: z.number().int() })),
  /** Approves what was proposed. A reason is asked for when the approver also recorded the attendance. */
  approve: command(approvers)
    .input(recordSchema.extend({ reason: reasonSchema.optional() }))
    .output(changedSchema.extend({ approved: z.number().int() })),
  /** Gives what was proposed back for correction. */
  returnGroup: command(approvers)
    .input(recordSchema.extend({ reason: reasonSchema }))
    .output(changedSchema),
} as const
