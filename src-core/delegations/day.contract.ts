import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { keepers, optionalText, readers } from './fields.ts'

export const marks = ['PRESENT', 'ABSENT', 'EXCUSED'] as const

const attendanceSchema = z.object({
  participantId: z.string(),
  itemId: z.string(),
  mark: z.enum(marks),
  method: z.enum(['name', 'code', 'scan', 'sheet']),
})

const hoursSchema = z.object({
  participantId: z.string(),
  attendedTenths: z.number().int(),
  totalTenths: z.number().int(),
  /** Whole percent of the lesson hours of the participant's group. */
  share: z.number().int(),
  enough: z.boolean(),
})

const feedbackSchema = z.object({
  id: z.string(),
  date: z.string(),
  participantId: z.string().nullable(),
  score: z.number().int(),
  comment: z.string().nullable(),
})

/** The day itself: check-in, attendance, a minute of feedback, and what goes to the registrar. */
export const dayContract = {
  attendance: query(readers)
    .input(z.object({ delegationId: z.string() }))
    .output(z.object({ marks: z.array(attendanceSchema), hours: z.array(hoursSchema) })),
  /** Checks a participant in by what the badge carries, typed or from a hand scanner; a second time changes nothing. */
  checkIn: command(keepers)
    .input(z.object({ itemId: z.string(), code: z.string().max(200), method: z.enum(['code', 'scan']) }))
    .output(z.object({ participantId: z.string(), name: z.string(), again: z.boolean() })),
  /** Marks participants for a slot by name; null takes the mark back. */
  markAttendance: command(keepers)
    .input(
      z.object({
        itemId: z.string(),
        participantIds: z.array(z.string()).min(1).max(300),
        mark: z.enum(marks).nullable(),
        method: z.enum(['name', 'sheet']),
      }),
    )
    .output(z.object({ changed: z.number().int() })),
  feedback: query(readers)
    .input(z.object({ delegationId: z.string() }))
    .output(z.object({ feedback: z.array(feedbackSchema) })),
  addFeedback: command(keepers)
    .input(
      z.object({
        delegationId: z.string(),
        date: z.iso.date(),
        participantId: z.string().nullable(),
        score: z.number().int().min(1).max(5),
        comment: optionalText(1000),
      }),
    )
    .output(z.object({ id: z.string() })),
  /** Hands the attendance to the registrar as a group of delegation certificates; again while nothing is decided there. */
  handToCertificates: command(keepers)
    .input(z.object({ delegationId: z.string() }))
    .output(z.object({ certificateGroupId: z.string(), holders: z.number().int(), enough: z.number().int() })),
} as const
