import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import {
  delegationFieldsSchema,
  delegationRowSchema,
  delegationSchema,
  delegationStates,
  taskFieldsSchema,
  taskSchema,
} from './delegation.ts'
import {
  addedSchema,
  approvers,
  changedSchema,
  idSchema,
  keepers,
  readers,
  reasonSchema,
  recordSchema,
  requiredText,
} from './fields.ts'

/** Delegation files: the thirteen steps, what is missing, and the tasks. */
export const delegationContract = {
  listDelegations: query(readers).input(pageRequestSchema).output(pageOf(delegationRowSchema)),
  getDelegation: query(readers).input(idSchema).output(delegationSchema),
  /** Opens the file of an accepted request, with the forty-two tasks. */
  openDelegation: command(keepers)
    .input(
      z.object({
        requestId: z.string(),
        titleTr: requiredText(200),
        titleEn: requiredText(200),
        fromDate: z.iso.date(),
        toDate: z.iso.date(),
        coordinator: requiredText(160),
      }),
    )
    .output(addedSchema),
  changeDelegation: command(keepers)
    .input(recordSchema.extend({ fields: delegationFieldsSchema.partial() }))
    .output(changedSchema),
  /** Takes the file to its next state, unless something is missing. Approval has an operation of its own. */
  moveDelegation: command(keepers)
    .input(recordSchema.extend({ to: z.enum(delegationStates) }))
    .output(changedSchema),
  /** The manager's approval of programme and budget, with the number of the approval document. */
  approveDelegation: command(approvers)
    .input(recordSchema.extend({ approvedNo: requiredText(60), approvedOn: z.iso.date() }))
    .output(changedSchema),
  /** Gives programme and budget back to the coordinator. */
  returnDelegation: command(approvers)
    .input(recordSchema.extend({ reason: reasonSchema }))
    .output(changedSchema),
  /** Calls a delegation off before it runs; the notices to its hosts are printed afterwards. */
  cancelDelegation: command(keepers)
    .input(recordSchema.extend({ reason: reasonSchema }))
    .output(changedSchema),
  tasks: query(readers)
    .input(z.object({ delegationId: z.string() }))
    .output(z.object({ tasks: z.array(taskSchema) })),
  addTask: command(keepers)
    .input(taskFieldsSchema.extend({ delegationId: z.string() }))
    .output(addedSchema),
  changeTask: command(keepers)
    .input(recordSchema.extend({ fields: taskFieldsSchema.partial() }))
    .output(changedSchema),
} as const
