import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { sha256 } from '../kernel/hash.ts'
import { isLive } from '../plan/index.ts'
import type { ownScheduleContract } from './own-schedule.contract.ts'
import { calendarOf, dropCalendar, keepCalendar, sessionsFor } from './own-schedule.repository.ts'

export type OwnSession = Awaited<ReturnType<typeof sessionsFor>>[number]

/** Seats that are not, or no longer, somebody's. */
const lostSeats: ReadonlySet<OwnSession['seat']> = new Set(['CANCELLED', 'DECLINED', 'EXPIRED', 'SKIPPED'])

/** Whether a session is not, or no longer, this person's. */
export const isCancelled = (row: OwnSession): boolean =>
  [row.deletedAt, row.seatDeletedAt, row.groupDeletedAt].some((at) => at !== null) ||
  row.groupState === 'CANCELLED' ||
  lostSeats.has(row.seat) ||
  row.lineState === null ||
  !isLive({ state: row.lineState })

export const placeOf = ({ room, venue }: OwnSession): string => [room, venue].filter(Boolean).join(', ')

/** Each session once; of two seats in one group, one given back and taken again, the one that stands counts. */
export async function ownSessions(db: Reader, personId: string): Promise<readonly OwnSession[]> {
  const byId = new Map<string, OwnSession>()
  for (const row of await sessionsFor(db, personId)) {
    const known = byId.get(row.id)
    if (!known || isCancelled(known)) byId.set(row.id, row)
  }
  return [...byId.values()]
}

export const ownScheduleHandlers: Handlers<typeof ownScheduleContract> = {
  mySessions: async ({ db, actor }) => ({
    sessions: (await ownSessions(db, actor.id)).map((row) => {
      const { id, year, lineNo, title, date, half, startMin, endMin } = row
      return { id, year, lineNo, title, date, half, startMin, endMin, place: placeOf(row), cancelled: isCancelled(row) }
    }),
  }),

  myCalendar: async ({ db, actor }) => ({ since: (await calendarOf(db, actor.id))?.createdAt ?? null }),

  openMyCalendar: async ({ db, actor, now, ports }) => {
    const token = ports.randomToken()
    await keepCalendar(db, { personId: actor.id, tokenHash: sha256(token), createdAt: now })
    return { token }
  },

  closeMyCalendar: async ({ db, actor }) => {
    await dropCalendar(db, actor.id)
    return {}
  },
}
