import {
  clockText,
  minutesOfClock,
  type Room,
  type RoomFields,
  roomFieldsSchema,
} from '../../../src-core/courses/room.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

/** What stands in the form of a room; hours are texts until they are understood. */
export type RoomValues = {
  readonly code: string
  readonly name: string
  readonly venue: string
  readonly address: string
  readonly capacity: number | null
  readonly layout: string | null
  readonly equipment: readonly string[]
  readonly accessible: boolean
  readonly unitId: string | null
  readonly bookableFrom: string
  readonly bookableTo: string
}

export const newRoom: RoomValues = {
  code: '',
  name: '',
  venue: '',
  address: '',
  capacity: null,
  layout: 'classroom',
  equipment: [],
  accessible: true,
  unitId: null,
  bookableFrom: '08:30',
  bookableTo: '17:30',
}

export const valuesOf = (room: Room): RoomValues => ({
  code: room.code,
  name: room.name,
  venue: room.venue,
  address: room.address ?? '',
  capacity: room.capacity,
  layout: room.layout,
  equipment: room.equipment,
  accessible: room.accessible,
  unitId: room.unitId,
  bookableFrom: clockText(room.bookableFrom),
  bookableTo: clockText(room.bookableTo),
})

const inputOf = (values: RoomValues) => ({
  ...values,
  bookableFrom: minutesOfClock(values.bookableFrom),
  bookableTo: minutesOfClock(values.bookableTo),
})

export function roomProblems(values: RoomValues): Problems<RoomValues> {
  const input = inputOf(values)
  const clock = { key: 'courses:rooms.clock' } as const
  const reversed =
    input.bookableFrom !== undefined && input.bookableTo !== undefined && input.bookableFrom >= input.bookableTo
  return {
    ...schemaProblems(roomFieldsSchema, input as unknown as RoomValues),
    ...(input.bookableFrom === undefined && { bookableFrom: clock }),
    ...(input.bookableTo === undefined && { bookableTo: clock }),
    ...(reversed && { bookableTo: { key: 'courses:errors.rule.roomHoursReversed' } as const }),
  }
}

/** Only for values without problems. */
export const roomFields = (values: RoomValues): RoomFields => roomFieldsSchema.parse(inputOf(values))
