import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { scheduleReaders } from './roles.ts'
import { sessionHalfSchema } from './session.ts'

export const sessionAnswers = ['ACCEPTED', 'ALTERNATIVE', 'DECLINED'] as const

const answerSchema = z.enum(sessionAnswers)

const whenSchema = z.object({ date: z.iso.date(), half: sessionHalfSchema })

const askedSessionSchema = whenSchema.extend({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  ordinal: z.number().int(),
  /** Minutes of the day; null where the room's hours decide. */
  startMin: z.number().int().nullable(),
  endMin: z.number().int().nullable(),
  room: z.string().nullable(),
  people: z.number().int(),
  answer: answerSchema.nullable(),
  note: z.string().nullable(),
})

/** What trainers answer to the sessions they are asked for. */
export const trainerPageContract = {
  /** On the portal, through a personal link: one's own sessions from today on. */
  taughtSessions: query(['TR'], { portal: true }).output(
    z.object({ name: z.string(), sessions: z.array(askedSessionSchema) }),
  ),
  /** A trainer's answer to one session, as it stood on her page. */
  answerMySession: command(['TR'], { portal: true })
    .input(
      z.object({
        id: z.string(),
        seen: whenSchema,
        answer: answerSchema,
        note: z.string().normalize().trim().min(1).max(400).nullable(),
      }),
    )
    .output(z.object({ receiptNo: z.string() })),
  /** What a session's trainer said of it; null while nothing was said about the day it stands on now. */
  sessionAnswer: query(scheduleReaders)
    .input(z.object({ sessionId: z.string() }))
    .output(
      z.object({
        answer: z.object({ answer: answerSchema, note: z.string().nullable(), at: z.string() }).nullable(),
      }),
    ),
} as const
