import { z } from 'zod'
import type { DelegationState } from '../database/schema.ts'
import { optionalText, requiredText } from './fields.ts'

/** The way of a delegation file, in order; `CANCELLED` leaves it. */
export const delegationStates = [
  'DESIGNING',
  'HOSTS_PENDING',
  'PROGRAMME_READY',
  'APPROVED',
  'READY',
  'RUNNING',
  'CERTIFIED',
  'CLOSING',
  'CLOSED',
  'FOLLOWED_UP',
  'CANCELLED',
] as const satisfies readonly DelegationState[]

export const delegationLanguages = ['tr', 'en', 'both'] as const

/** The thirteen steps of a delegation (product 4). */
export const steps = [
  'request',
  'assessment',
  'design',
  'hosts',
  'approval',
  'participants',
  'logistics',
  'print',
  'run',
  'certificates',
  'close',
  'report',
  'followUp',
] as const

export type Step = (typeof steps)[number]

/** Everything of a file that a person types. */
export const delegationFieldsSchema = z.object({
  titleTr: requiredText(200),
  titleEn: requiredText(200),
  objective: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().max(2000)),
  fromDate: z.iso.date(),
  toDate: z.iso.date(),
  parallelGroups: z.number().int().min(1).max(4),
  language: z.enum(delegationLanguages),
  partner: optionalText(200),
  coordinator: requiredText(160),
  minAttendancePct: z.number().int().min(0).max(100),
  lessons: optionalText(4000),
  followUp: optionalText(4000),
})

export type DelegationFields = z.infer<typeof delegationFieldsSchema>

/** What stands between a file and its next step: a key that the screen words, how many, and which. */
export const missingSchema = z.object({
  key: z.string(),
  count: z.number().int(),
  names: z.array(z.string()),
})

export type Missing = z.infer<typeof missingSchema>

export const countsSchema = z.object({
  invited: z.number().int(),
  confirmed: z.number().int(),
  attended: z.number().int(),
  certified: z.number().int(),
})

export type Counts = z.infer<typeof countsSchema>

export const delegationRowSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  requestNo: z.string(),
  titleTr: z.string(),
  titleEn: z.string(),
  requestingBody: z.string(),
  country: z.string(),
  fromDate: z.string(),
  toDate: z.string(),
  coordinator: z.string(),
  participants: z.number().int(),
  openTasks: z.number().int(),
  state: z.enum(delegationStates),
})

export type DelegationRow = z.infer<typeof delegationRowSchema>

export const stepSchema = z.object({
  step: z.enum(steps),
  status: z.enum(['done', 'current', 'waiting']),
  /** The day it is due by the calendar of a programme. */
  dueOn: z.string().nullable(),
})

export const delegationSchema = delegationFieldsSchema.extend({
  id: z.string(),
  rowVersion: z.number().int(),
  requestId: z.string(),
  requestNo: z.string(),
  requestingBody: z.string(),
  country: z.string(),
  titleTr: z.string(),
  titleEn: z.string(),
  objective: z.string(),
  partner: z.string().nullable(),
  coordinator: z.string(),
  lessons: z.string().nullable(),
  followUp: z.string().nullable(),
  state: z.enum(delegationStates),
  approvedNo: z.string().nullable(),
  approvedOn: z.string().nullable(),
  returnReason: z.string().nullable(),
  cancelReason: z.string().nullable(),
  certificateGroupId: z.string().nullable(),
  purgedAt: z.string().nullable(),
  steps: z.array(stepSchema),
  next: z.enum(delegationStates).nullable(),
  /** In both languages, since what is missing may be slots and tasks. */
  missing: z.array(missingSchema.extend({ namesEn: z.array(z.string()) })),
  counts: countsSchema,
})

export type Delegation = z.infer<typeof delegationSchema>

export const taskStates = ['OPEN', 'DONE', 'NOT_NEEDED'] as const

export const taskFieldsSchema = z.object({
  textTr: requiredText(300),
  textEn: requiredText(300),
  owner: requiredText(160),
  offsetDays: z.number().int().min(-365).max(365),
  state: z.enum(taskStates),
  note: optionalText(500),
})

export const taskSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  code: z.string().nullable(),
  textTr: z.string(),
  textEn: z.string(),
  owner: z.string(),
  offsetDays: z.number().int(),
  dueOn: z.string(),
  state: z.enum(taskStates),
  note: z.string().nullable(),
  late: z.boolean(),
})

export type DelegationTask = z.infer<typeof taskSchema>
