import { z } from 'zod'
import { optionalText, requiredText } from './fields.ts'

/** How the seats stand. */
export const roomLayouts = [
  'classroom',
  'theatre',
  'uShape',
  'boardroom',
  'groups',
  'computers',
  'workshop',
  'outdoor',
] as const

export type RoomLayout = (typeof roomLayouts)[number]

const endOfDay = 24 * 60

/** Everything of a room that a person types. */
export const roomFieldsSchema = z.object({
  code: requiredText(24).regex(/^\S+$/u),
  name: requiredText(200, 2),
  /** The building or campus it is in. */
  venue: requiredText(200, 2),
  address: optionalText(500),
  capacity: z.number().int().min(1).max(10_000),
  layout: z.enum(roomLayouts).nullable(),
  /** What stands in it, as tags. */
  equipment: z.array(requiredText(60)).max(40),
  /** Reached and used without a step. */
  accessible: z.boolean(),
  /** The unit it belongs to; null for rooms of others. */
  unitId: z.string().nullable(),
  /** Minutes of the day between which it can be booked. */
  bookableFrom: z.number().int().min(0).max(endOfDay),
  bookableTo: z.number().int().min(0).max(endOfDay),
})

export type RoomFields = z.infer<typeof roomFieldsSchema>

export const roomSchema = roomFieldsSchema.extend({
  id: z.string(),
  rowVersion: z.number().int(),
  active: z.boolean(),
  unitName: z.string().nullable(),
})

export type Room = z.infer<typeof roomSchema>

/** `09:30` of minute 570. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The minute of the day that `9:30`, `09.30` or `930` means; nothing when it means none. */
export function minutesOfClock(text: string): number | undefined {
  const [, hours, minutes] = /^\s*(\d{1,2})[:.\s]?(\d{2})?(?::\d{2})?\s*$/.exec(text) ?? []
  if (hours === undefined) return undefined
  const total = Number(hours) * 60 + Number(minutes ?? 0)
  return total <= endOfDay && Number(minutes ?? 0) < 60 ? total : undefined
}
