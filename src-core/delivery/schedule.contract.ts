import { z } from 'zod'
import { command, longResult, query } from '../kernel/operation.ts'
import { attendeeReaders, scheduleKeepers, scheduleReaders } from './roles.ts'
import {
  roomChoiceSchema,
  sessionHalfSchema,
  sessionPlaceSchema,
  sessionSchema,
  trainerChoiceSchema,
  trainingSchema,
} from './session.ts'

const planInput = z.object({ planId: z.string() })

const holidaySchema = z.object({
  date: z.string(),
  half: sessionHalfSchema,
  name: z.string(),
  nameEn: z.string().nullable(),
})

/** What a command on sessions did; `commandId` takes it back. */
const doneSchema = z.object({ commandId: z.string(), sessions: z.number().int() })

/** Trainings and their sessions on the boards. */
export const scheduleContract = {
  /** Everything that the calendar and the boards of a plan's year show. */
  board: query([...scheduleReaders])
    .input(planInput)
    .output(
      z.object({
        year: z.number().int(),
        trainings: z.array(trainingSchema),
        sessions: z.array(sessionSchema),
        rooms: z.array(roomChoiceSchema),
        trainers: z.array(trainerChoiceSchema),
        holidays: z.array(holidaySchema),
      }),
    ),
  /** Makes trainings, sessions and enrolments of the plan's lines, and takes away those whose line is gone. */
  makeTrainings: command([...scheduleKeepers], { long: true })
    .input(planInput)
    .output(
      longResult(
        z.object({
          commandId: z.string(),
          trainings: z.number().int(),
          sessions: z.number().int(),
          enrolments: z.number().int(),
          removed: z.number().int(),
        }),
      ),
    ),
  /** Where the people of a training are on other days, and when their units can spare nobody: what a board needs while a session is dragged. */
  around: query([...scheduleReaders])
    .input(z.object({ trainingId: z.string() }))
    .output(
      z.object({
        busy: z.array(
          z.object({
            sessionId: z.string(),
            date: z.string(),
            half: sessionHalfSchema,
            name: z.string(),
            persons: z.number().int(),
          }),
        ),
        duty: z.array(
          z.object({
            from: z.string(),
            to: z.string(),
            half: sessionHalfSchema,
            name: z.string(),
            persons: z.number().int(),
          }),
        ),
      }),
    ),
  attendees: query([...attendeeReaders])
    .input(z.object({ trainingId: z.string() }))
    .output(z.array(z.object({ id: z.string(), registryNo: z.string(), name: z.string(), unit: z.string() }))),
  /**
   * Gives a session another place, or with null none. Where a clash of level Block stands against it, it asks for the reason of the
   * override, which is kept with the session and in the log.
   */
  moveSession: command([...scheduleKeepers])
    .input(
      z.object({
        id: z.string(),
        rowVersion: z.number().int(),
        place: sessionPlaceSchema.nullable(),
        reason: z.string().trim().min(5).max(500).nullable().default(null),
      }),
    )
    .output(doneSchema),
  /** Pinned sessions stay where they are when the year is placed again. */
  pinSessions: command([...scheduleKeepers])
    .input(z.object({ ids: z.array(z.string()).min(1).max(5000), pinned: z.boolean() }))
    .output(doneSchema),
  /** Takes back a command on trainings and sessions; rows changed since stay as they are and are counted. */
  undo: command([...scheduleKeepers])
    .input(z.object({ commandId: z.string() }))
    .output(z.object({ removed: z.number().int(), restored: z.number().int(), kept: z.number().int() })),
} as const
