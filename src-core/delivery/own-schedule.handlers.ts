import type { Handlers } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import { type Appointment, appointmentUid, calendarText } from '../kernel/calendar.ts'
import { sha256 } from '../kernel/hash.ts'
import { isLive } from '../plan/index.ts'
import type { ownScheduleContract } from './own-schedule.contract.ts'
import { calendarOf, dropCalendar, holderOfCalendar, keepCalendar, sessionsFor } from './own-schedule.repository.ts'

type Row = Awaited<ReturnType<typeof sessionsFor>>[number]

/** Seats that are not, or no longer, somebody's. */
const lostSeats: ReadonlySet<Row['seat']> = new Set(['CANCELLED', 'DECLINED', 'EXPIRED', 'SKIPPED'])

const isCancelled = (row: Row): boolean =>
  [row.deletedAt, row.seatDeletedAt, row.groupDeletedAt].some((at) => at !== null) ||
  row.groupState === 'CANCELLED' ||
  lostSeats.has(row.seat) ||
  row.lineState === null ||
  !isLive({ state: row.lineState })

const placeOf = ({ room, venue }: Row): string => [room, venue].filter(Boolean).join(', ')

/** Each session once; of two seats in one group, one given back and taken again, the one that stands counts. */
async function ownSessions(db: Reader, personId: string): Promise<readonly Row[]> {
  const byId = new Map<string, Row>()
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

const names = { tr: 'Eğitimlerim', en: 'My trainings' } as const

/** The calendar behind an address: titles, places and times, nothing else. Undefined for an address that is closed or was never open. */
export async function calendarAt(db: Reader, token: string): Promise<string | undefined> {
  const holder = await holderOfCalendar(db, sha256(token))
  if (!holder) return undefined
  const appointments = (await ownSessions(db, holder.id)).map((row): Appointment => {
    const { id, version, seatVersion, groupVersion, title, date, startMin, endMin } = row
    const changes = [row.updatedAt, row.seatUpdatedAt, row.groupUpdatedAt]
    return {
      uid: appointmentUid(id),
      sequence: version + seatVersion + groupVersion - 3,
      changedAt: changes.sort().at(-1) ?? row.updatedAt,
      cancelled: isCancelled(row),
      title,
      place: placeOf(row),
      date,
      span: startMin === null || endMin === null ? null : { from: startMin, to: endMin },
    }
  })
  return calendarText(names[holder.language ?? 'tr'], appointments)
}
