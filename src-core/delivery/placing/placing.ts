import { z } from 'zod'
import { placingWeightsSchema } from './weights.ts'

const id = z.string().min(1)
const date = z.iso.date()

/** `none` is the whole day, as for holidays and availability. */
const halfSchema = z.enum(['none', 'am', 'pm'])

/** Days from `from` to `to`, both included, or the named half of each. */
export const timeSpanSchema = z.object({ from: date, to: date, half: halfSchema })

export type TimeSpan = z.infer<typeof timeSpanSchema>

const minutes = z.number().int().min(0).max(1440)

/** Where and when a session is held. `half` is `none` for a session of a whole day; `roomId` is null online. */
export const placeSchema = z.object({
  date,
  half: halfSchema,
  roomId: id.nullable(),
  trainerId: id,
})

export type Place = z.infer<typeof placeSchema>

export const placementSchema = placeSchema.extend({ sessionId: id })

export type Placement = z.infer<typeof placementSchema>

/** Which training (group) of a plan line a person attends. */
export const groupSeatSchema = z.object({ personId: id, lineId: id, trainingId: id })

export type GroupSeat = z.infer<typeof groupSeatSchema>

const placingRoomSchema = z.object({
  id,
  building: id,
  capacity: z.number().int().min(1),
  equipment: z.array(z.string()),
  /** Minutes of the day; a half day can be booked when it lies wholly between them. */
  bookableFrom: minutes,
  bookableTo: minutes,
  closed: z.array(timeSpanSchema),
})

const placingTrainerSchema = z.object({
  id,
  topicIds: z.array(id),
  /** The building they work in; null for trainers from elsewhere. */
  building: id.nullable(),
  /** Null where nothing is stated: they can come on any day that is not in `unavailable`. */
  available: z.array(timeSpanSchema).nullable(),
  unavailable: z.array(timeSpanSchema),
  /** Most lesson hours on one day, in tenths. */
  dailyTenths: z.number().int().min(1),
})

const placingUnitSchema = z.object({
  id,
  /** People who work in it, the share of absence is counted of these. */
  staff: z.number().int().min(0),
  building: id.nullable(),
  /** When the unit can spare nobody. */
  duty: z.array(timeSpanSchema),
})

const placingLineSchema = z.object({
  id,
  topicId: id,
  /** Lines that must lie behind a person who attends both: prerequisites, and earlier courses of a programme. */
  after: z.array(id),
  notBefore: date.nullable(),
  /** Last day that a ministry or a law allows. */
  due: date.nullable(),
  preferredQuarter: z.number().int().min(1).max(4).nullable(),
  priority: z.number().min(0).max(100),
  online: z.boolean(),
  equipment: z.array(z.string()),
  /** Whom a group is made of: anybody, people of many units, people of one unit. */
  mix: z.enum(['any', 'mixed', 'sameUnit']),
})

const placingSessionSchema = z.object({
  id,
  lessonTenths: z.number().int().min(0),
  halfDays: z.union([z.literal(1), z.literal(2)]),
  /** Stays where it is, whatever stands against it. */
  pinned: placeSchema.nullable(),
})

const placingTrainingSchema = z.object({
  id,
  lineId: id,
  code: z.string(),
  /** Most people in the group; the room has at least as many seats. */
  seats: z.number().int().min(1),
  reserved: z.array(z.object({ unitId: id, seats: z.number().int().min(1) })),
  /** From the first to the last session at most so many calendar days; null for no limit. */
  withinDays: z.number().int().min(1).nullable(),
  /** In the order in which they are held. */
  sessions: z.array(placingSessionSchema).min(1),
})

/** What is to be placed, with everything that stands in the way. Plain data, so that it can go to another thread. */
export const placingProblemSchema = z.object({
  from: date,
  to: date,
  holidays: z.array(z.object({ date, half: halfSchema })),
  /** When the two halves of a day begin and end. */
  dayHalves: z.object({ am: z.object({ from: minutes, to: minutes }), pm: z.object({ from: minutes, to: minutes }) }),
  rooms: z.array(placingRoomSchema),
  trainers: z.array(placingTrainerSchema),
  units: z.array(placingUnitSchema),
  persons: z.array(z.object({ id, unitId: id })),
  lines: z.array(placingLineSchema),
  trainings: z.array(placingTrainingSchema),
  /** Who attends which line; `trainingId` where the group is settled already. */
  enrolments: z.array(z.object({ personId: id, lineId: id, trainingId: id.nullable() })),
  /** Share of a unit's staff that may be in trainings on one day before it counts. */
  absenceShare: z.number().min(0).max(1),
  weights: placingWeightsSchema,
  /** The schedule before this one; what differs from it counts as a move. */
  previous: z.object({ placements: z.array(placementSchema), seats: z.array(groupSeatSchema) }).nullable(),
})

export type PlacingProblem = z.infer<typeof placingProblemSchema>
export type PlacingLine = z.infer<typeof placingLineSchema>
export type PlacingTraining = z.infer<typeof placingTrainingSchema>
export type PlacingSession = z.infer<typeof placingSessionSchema>
