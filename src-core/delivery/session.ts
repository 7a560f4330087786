import { z } from 'zod'

/** `none` is the whole day, as for holidays and availability. */
export const sessionHalves = ['none', 'am', 'pm'] as const

export const sessionHalfSchema = z.enum(sessionHalves)

export type SessionHalf = z.infer<typeof sessionHalfSchema>

/** When and where a session is held. No room for what is held online or in the field, no trainer where a provider sends one. */
export const sessionPlaceSchema = z.object({
  date: z.iso.date(),
  half: sessionHalfSchema,
  roomId: z.string().nullable(),
  trainerId: z.string().nullable(),
})

export type SessionPlace = z.infer<typeof sessionPlaceSchema>

/** One group of a plan line as the boards show it. */
export const trainingSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  lineNo: z.number().int(),
  topicId: z.string().nullable(),
  seats: z.number().int(),
  /** People in the group. */
  people: z.number().int(),
  mode: z.enum(['classroom', 'onlineLive', 'eTraining', 'field', 'blended']),
})

export type Training = z.infer<typeof trainingSchema>

/** A sitting of a training; without a date it has no place yet. */
export const sessionSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  trainingId: z.string(),
  ordinal: z.number().int(),
  halfDays: z.number().int(),
  date: z.string().nullable(),
  half: sessionHalfSchema.nullable(),
  startMin: z.number().int().nullable(),
  endMin: z.number().int().nullable(),
  roomId: z.string().nullable(),
  trainerId: z.string().nullable(),
  pinned: z.boolean(),
  clashReason: z.string().nullable(),
})

export type Session = z.infer<typeof sessionSchema>

const spanSchema = z.object({ from: z.string(), to: z.string(), half: sessionHalfSchema })

export const roomChoiceSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  venue: z.string(),
  capacity: z.number().int(),
  /** Minutes of the day. */
  bookableFrom: z.number().int(),
  bookableTo: z.number().int(),
})

export type RoomChoice = z.infer<typeof roomChoiceSchema>

export const trainerChoiceSchema = z.object({
  id: z.string(),
  name: z.string(),
  topicIds: z.array(z.string()),
  /** Null where nothing is stated: any day that is not in `unavailable`. */
  available: z.array(spanSchema).nullable(),
  unavailable: z.array(spanSchema),
})

export type TrainerChoice = z.infer<typeof trainerChoiceSchema>

export type Span = z.infer<typeof spanSchema>
