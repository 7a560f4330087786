import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { clashSchema, levelsSchema } from './clash.ts'
import { levelKeepers, scheduleKeepers, scheduleReaders } from './roles.ts'
import { sessionHalfSchema, sessionPlaceSchema } from './session.ts'

const holidayInput = z.object({
  planId: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  half: sessionHalfSchema,
})

/** How hard clashes are, what clashes, and a holiday that comes late. */
export const clashContract = {
  clashLevels: query([...scheduleReaders]).output(levelsSchema),
  saveClashLevels: command([...levelKeepers])
    .input(levelsSchema)
    .output(levelsSchema),
  /** Every clash of a plan's year that is not ignored, the earliest first; two sessions that clash are told once. */
  clashes: query([...scheduleReaders])
    .input(z.object({ planId: z.string() }))
    .output(
      z.array(
        z.object({
          sessionId: z.string(),
          code: z.string(),
          title: z.string(),
          date: z.string(),
          half: sessionHalfSchema,
          clash: clashSchema,
          level: z.enum(['BLOCK', 'BLOCK_AT_PUBLISH', 'WARN']),
          /** Why an officer let it stand. */
          accepted: z.string().nullable(),
        }),
      ),
    ),
  /** Sessions that a holiday would hit, each with the first place without a clash after it. */
  holidayHits: query([...scheduleKeepers])
    .input(holidayInput)
    .output(
      z.array(
        z.object({
          sessionId: z.string(),
          code: z.string(),
          title: z.string(),
          ordinal: z.number().int(),
          people: z.number().int(),
          before: sessionPlaceSchema,
          after: sessionPlaceSchema.nullable(),
        }),
      ),
    ),
  /** Enters the holiday and moves the chosen sessions to their first place without a clash, in one command. */
  enterHoliday: command([...scheduleKeepers])
    .input(
      holidayInput.extend({
        name: z.string().trim().min(2).max(200),
        kind: z.enum(['public', 'religious', 'administrativeLeave', 'institution']),
        sessionIds: z.array(z.string()).max(5000),
      }),
    )
    .output(
      z.object({
        commandId: z.string(),
        days: z.number().int(),
        moved: z.number().int(),
        /** Chosen sessions for which there was no place left in the year. */
        left: z.number().int(),
      }),
    ),
  duty: query([...scheduleReaders]).output(
    z.array(
      z.object({
        id: z.string(),
        unitId: z.string(),
        unit: z.string(),
        fromDate: z.string(),
        toDate: z.string(),
        half: sessionHalfSchema,
        note: z.string().nullable(),
      }),
    ),
  ),
  addDuty: command([...scheduleKeepers])
    .input(
      z.object({
        unitId: z.string(),
        fromDate: z.iso.date(),
        toDate: z.iso.date(),
        half: sessionHalfSchema,
        note: z.string().trim().max(300).nullable(),
      }),
    )
    .output(z.object({ commandId: z.string(), id: z.string() })),
  removeDuty: command([...scheduleKeepers])
    .input(z.object({ ids: z.array(z.string()).min(1).max(1000) }))
    .output(z.object({ commandId: z.string(), removed: z.number().int() })),
} as const
