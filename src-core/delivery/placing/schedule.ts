import { z } from 'zod'
import { groupSeatSchema, placementSchema } from './placing.ts'

/** What a session lacks on every half day that its dates allow. */
export const obstacles = [
  /** No room is large enough and equipped. */
  'noFittingRoom',
  /** Nobody gives the topic. */
  'noTrainerForTopic',
  /** No working half day lies between its dates. */
  'noWorkingDay',
  /** Everything else would fit, but no trainer is free, or the day is too long for them. */
  'trainer',
  /** Everything else would fit, but no room is free. */
  'room',
  /** Everything else would fit, but people of the group are in other trainings or their unit is on duty. */
  'participants',
  /** Everything else would fit, but not in the order or the span of days: other sessions, prerequisites, programme. */
  'order',
  /** More than one of them at once. */
  'several',
] as const

/** Why a session has no place, ready to be put into words. */
export const unplacedSchema = z.object({
  sessionId: z.string(),
  trainingId: z.string(),
  obstacle: z.enum(obstacles),
  /** The rooms, trainers or people that stand in the way, those that do so most often first, at most five. */
  resourceIds: z.array(z.string()),
  /** The last day it may be held. */
  until: z.iso.date(),
  /** The first day after `until` on which it could be held; null when there is none in the calendar. */
  firstFree: z.iso.date().nullable(),
})

export type Unplaced = z.infer<typeof unplacedSchema>

/** Why a person has no group: every seat is taken, they are elsewhere on the days of each group, or the prerequisite is not placed before it. */
export const ungroupedSchema = z.object({
  personId: z.string(),
  lineId: z.string(),
  reason: z.enum(['full', 'clash', 'prerequisite']),
})

export type Ungrouped = z.infer<typeof ungroupedSchema>

/** One named part of the objective: how much there is of it, what one unit costs, and both multiplied. */
export const objectivePartSchema = z.object({
  part: z.string(),
  amount: z.number(),
  weight: z.number(),
  cost: z.number(),
})

export const objectiveSchema = z.object({ total: z.number(), parts: z.array(objectivePartSchema) })

export type Objective = z.infer<typeof objectiveSchema>

/** The year placed: every session is either placed or named with its reason, every enrolment likewise. */
export const placedYearSchema = z.object({
  placements: z.array(placementSchema),
  seats: z.array(groupSeatSchema),
  unplaced: z.array(unplacedSchema),
  ungrouped: z.array(ungroupedSchema),
  objective: objectiveSchema,
  /** True when it was stopped early; the schedule is the best found until then. */
  stopped: z.boolean(),
})

export type PlacedYear = z.infer<typeof placedYearSchema>

/** What the objective is computed of. */
export type Schedule = Pick<PlacedYear, 'placements' | 'seats'>
