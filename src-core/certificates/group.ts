import { z } from 'zod'
import {
  groupStates,
  holderStates,
  kindSchema,
  languageSchema,
  optionalPrintedText,
  printedText,
  signatorySchema,
} from './certificate.ts'

const hoursSchema = z.number().int().min(0).max(100_000)

/** Everything of an occasion that a person types. */
export const groupFieldsSchema = z.object({
  kind: kindSchema,
  language: languageSchema,
  titleTr: printedText(300),
  titleEn: optionalPrintedText(300),
  fromDate: z.iso.date(),
  toDate: z.iso.date(),
  place: optionalPrintedText(100),
  placeEn: optionalPrintedText(100),
  partner: optionalPrintedText(200),
  /** Tenths of a lesson hour. */
  lessonHoursTenths: hoursSchema.min(1),
  minAttendancePct: z.number().int().min(0).max(100),
  testRequired: z.boolean(),
  passMark: z.number().int().min(0).max(100),
  signatories: z.array(signatorySchema).max(3),
  /** The last day it holds; null when it holds for ever. */
  validUntil: z.iso.date().nullable(),
})

export type GroupFields = z.infer<typeof groupFieldsSchema>

/** Everything of a participant that a person types. */
export const holderFieldsSchema = z.object({
  name: printedText(160),
  institution: optionalPrintedText(200),
  country: optionalPrintedText(100),
  /** Tenths of a lesson hour; null while nobody has said. */
  attendedTenths: hoursSchema.nullable(),
  testScore: z.number().int().min(0).max(100).nullable(),
  personId: z.string().nullable(),
})

export type HolderFields = z.infer<typeof holderFieldsSchema>

export const groupRowSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  kind: kindSchema,
  language: languageSchema,
  titleTr: z.string(),
  titleEn: z.string().nullable(),
  fromDate: z.string(),
  toDate: z.string(),
  lessonHoursTenths: z.number().int(),
  state: z.enum(groupStates),
  holders: z.number().int(),
  issued: z.number().int(),
})

export type GroupRow = z.infer<typeof groupRowSchema>

const obstacleSchema = z.object({
  kind: z.enum(['attendanceMissing', 'attendanceTooLow', 'attendedTooMuch', 'testMissing', 'testFailed']),
  share: z.number().int().optional(),
  score: z.number().int().optional(),
  least: z.number().int().optional(),
})

export const holderSchema = holderFieldsSchema.extend({
  id: z.string(),
  rowVersion: z.number().int(),
  seatNo: z.number().int(),
  name: z.string(),
  institution: z.string().nullable(),
  country: z.string().nullable(),
  state: z.enum(holderStates),
  registryNo: z.string().nullable(),
  /** Why no certificate; empty for whoever may get one. */
  obstacles: z.array(obstacleSchema),
  /** Of the certificate that stands. */
  certificateId: z.string().nullable(),
  serial: z.string().nullable(),
})

export type Holder = z.infer<typeof holderSchema>

export const groupSchema = groupFieldsSchema.extend({
  id: z.string(),
  rowVersion: z.number().int(),
  state: z.enum(groupStates),
  titleTr: z.string(),
  titleEn: z.string().nullable(),
  place: z.string().nullable(),
  placeEn: z.string().nullable(),
  partner: z.string().nullable(),
  signatories: z.array(z.object({ name: z.string(), dutyTr: z.string(), dutyEn: z.string().nullable() })),
  decidedAt: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decisionReason: z.string().nullable(),
  /** Whoever asks recorded the attendance: approving or issuing then needs a reason, or is refused. */
  ownAttendance: z.boolean(),
  separation: z.enum(['warn', 'block']),
  holders: z.array(holderSchema),
})

export type Group = z.infer<typeof groupSchema>
