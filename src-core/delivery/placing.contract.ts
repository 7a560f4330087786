import { z } from 'zod'
import { command, longResult, query } from '../kernel/operation.ts'
import { objectiveSchema, obstacles } from './placing/schedule.ts'
import { placingSettingsSchema } from './placing.settings.ts'
import { scheduleKeepers, scheduleReaders } from './roles.ts'
import { sessionPlaceSchema } from './session.ts'

const proposalRef = z.object({ planId: z.string(), proposal: z.string() })

const unplacedSchema = z.object({
  sessionId: z.string(),
  code: z.string(),
  name: z.string(),
  ordinal: z.number().int(),
  obstacle: z.enum(obstacles),
  /** Names of the rooms or trainers in the way; how many people, where they are. */
  names: z.array(z.string()),
  until: z.string(),
  firstFree: z.string().nullable(),
})

/** What a search found, before anybody took it over. */
const foundSchema = z.object({
  /** Names the result for `proposal` and `takeOver`. */
  proposal: z.string(),
  sessions: z.number().int(),
  placed: z.number().int(),
  people: z.number().int(),
  grouped: z.number().int(),
  /** Sessions that had a place and get another one. */
  moved: z.number().int(),
  unplaced: z.array(unplacedSchema),
  ungrouped: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      reason: z.enum(['full', 'clash', 'prerequisite']),
      persons: z.number().int(),
    }),
  ),
  objective: objectiveSchema,
  stopped: z.boolean(),
  seed: z.number().int(),
})

export type FoundPlacing = z.infer<typeof foundSchema>

/** Placing a year: the search, what it found, and taking that over. */
export const placingContract = {
  placingSettings: query([...scheduleReaders]).output(placingSettingsSchema),
  savePlacingSettings: command([...scheduleKeepers])
    .input(placingSettingsSchema)
    .output(placingSettingsSchema),
  /**
   * Searches dates, rooms, trainers and groups for everything that is not pinned and changes nothing. `run` is a word of the caller's
   * by which `stopPlacing` ends it early with the best so far. Progress counts sessions with a place; its details are the
   * objective, the best so far, and the share of the search that is done.
   */
  place: query([...scheduleKeepers], { long: true })
    .input(
      z.object({
        planId: z.string(),
        run: z.string().min(8).max(80),
        /** Begins with the schedule that stands and moves as little as it can. */
        keep: z.boolean(),
        settings: placingSettingsSchema,
      }),
    )
    .output(longResult(foundSchema)),
  stopPlacing: query([...scheduleKeepers])
    .input(z.object({ run: z.string().min(8).max(80) }))
    .output(z.object({ asked: z.boolean() })),
  /** What a result would change, session by session. */
  proposal: query([...scheduleReaders])
    .input(proposalRef)
    .output(
      z.array(
        z.object({
          sessionId: z.string(),
          code: z.string(),
          name: z.string(),
          ordinal: z.number().int(),
          before: sessionPlaceSchema.nullable(),
          after: sessionPlaceSchema.nullable(),
        }),
      ),
    ),
  /** Writes a result into the year, in one command; refused when trainings or sessions have changed since it was searched for. */
  takeOver: command([...scheduleKeepers])
    .input(proposalRef)
    .output(z.object({ commandId: z.string(), sessions: z.number().int(), people: z.number().int() })),
} as const
