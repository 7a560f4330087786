import { daysFrom, weekdayOf } from '../../../src-core/courses/days.ts'
import type { SessionHalf } from '../../../src-core/delivery/session.ts'
import { isPlaced, type PlacedSession, type Schedule } from './schedule.ts'

export const boardKinds = ['rooms', 'trainers'] as const

export type BoardKind = (typeof boardKinds)[number]

/** A row of the board; without an id what has no room or no trainer of ours. */
export type BoardRow = {
  readonly id: string | null
  readonly name: string
  readonly note: string
  /** Where it is, for rooms of the same name. */
  readonly hint: string
}

export const rowIdOf = (kind: BoardKind, session: Pick<PlacedSession, 'roomId' | 'trainerId'>): string | null =>
  kind === 'rooms' ? session.roomId : session.trainerId

/** The working days of a year, and days off on which something stands all the same. */
export function boardDays({ board, byDate }: Schedule): readonly string[] {
  return [...daysFrom(`${board.year}-01-01`, `${board.year}-12-31`)].filter(
    (date) => weekdayOf(date) < 6 || byDate.has(date),
  )
}

/** Sessions by row and day. */
export function cellsOf(schedule: Schedule, kind: BoardKind): ReadonlyMap<string, readonly PlacedSession[]> {
  return Map.groupBy(schedule.sessions.filter(isPlaced), (one) => cellKey(rowIdOf(kind, one), one.date))
}

export const cellKey = (rowId: string | null, date: string): string => `${rowId ?? ''} ${date}`

export type Block = {
  readonly session: PlacedSession
  /** Of the halves of the day: 0 or 1, and how many of them. */
  readonly from: 0 | 1
  readonly span: 1 | 2
  readonly lane: number
  readonly lanes: number
}

const fromOf = (half: SessionHalf): 0 | 1 => (half === 'pm' ? 1 : 0)
const spanOf = (half: SessionHalf): 1 | 2 => (half === 'none' ? 2 : 1)

/** Puts the sessions of a cell side by side where they share a half of the day. */
export function blocksOf(sessions: readonly PlacedSession[]): readonly Block[] {
  const ends: (readonly boolean[])[] = []
  const laid = sessions
    .toSorted((a, b) => fromOf(a.half) - fromOf(b.half) || spanOf(b.half) - spanOf(a.half) || (a.id < b.id ? -1 : 1))
    .map((session) => {
      const from = fromOf(session.half)
      const span = spanOf(session.half)
      const takes = [from === 0, from === 1 || span === 2]
      const free = ends.findIndex((taken) => !takes.some((half, at) => half && taken[at]))
      const lane = free < 0 ? ends.length : free
      ends[lane] = takes.map((half, at) => half || (ends[lane]?.[at] ?? false))
      return { session, from, span, lane }
    })
  return laid.map((one) => ({ ...one, lanes: ends.length }))
}
