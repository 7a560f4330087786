import { addDays } from '../courses/index.ts'
import type { CalendarEntryTable } from '../database/schema.ts'
import type { Store } from '../database/store.ts'
import { type Appointment, appointmentUid, calendarText } from '../kernel/calendar.ts'
import { sha256 } from '../kernel/hash.ts'
import { isCancelled, type OwnSession, ownSessions, placeOf } from './own-schedule.handlers.ts'
import { calendarEntriesOf, dropEntries, holderOfCalendar, keepEntries } from './own-schedule.repository.ts'

type Entry = Omit<CalendarEntryTable, 'personId'>

type Shown = Pick<Appointment, 'title' | 'place' | 'date' | 'span'>

/** So long a calendar hears that an appointment was cancelled; a program that asks less often has other troubles. */
const daysTold = 60

const names = { tr: 'Eğitimlerim', en: 'My trainings' } as const

const shownOf = (row: OwnSession): string => {
  const { title, date, startMin, endMin } = row
  const span = startMin === null || endMin === null ? null : { from: startMin, to: endMin }
  return JSON.stringify({ title, place: placeOf(row), date, span } satisfies Shown)
}

/**
 * The calendar behind an address: titles, places and times, nothing else. Undefined for an address that is closed or was never
 * open. What the calendar was told before and no longer holds, for whatever reason (no date, another group, called off), it is told as
 * cancelled, as it was; each change raises the sequence.
 */
export async function calendarAt(store: Store, token: string, now: string): Promise<string | undefined> {
  const asked = await store.read(async (db) => {
    const holder = await holderOfCalendar(db, sha256(token))
    if (!holder) return undefined
    return { holder, told: await calendarEntriesOf(db, holder.id), sessions: await ownSessions(db, holder.id) }
  })
  if (!asked) return undefined
  const { holder, told } = asked
  const standing = new Map(asked.sessions.filter((row) => !isCancelled(row)).map((row) => [row.id, shownOf(row)]))
  const known = new Map(told.map((entry) => [entry.sessionId, entry]))
  const oldest = `${addDays(now.slice(0, 10), -daysTold)}${now.slice(10)}`
  const over = told.filter((one) => one.cancelled === 1 && one.changedAt < oldest && !standing.has(one.sessionId))
  const gone = told.filter((one) => !standing.has(one.sessionId) && !over.includes(one)).map(cancelledAt(now))
  const entries = [...[...standing].map(([id, shown]) => toldAt(now, id, shown, known.get(id))), ...gone]
  const changed = entries.filter((entry) => entry !== known.get(entry.sessionId))
  if (changed.length + over.length > 0)
    await store.write(async ({ db }) => {
      await keepEntries(db, holder.id, changed)
      await dropEntries(db, holder.id, over)
    })
  return calendarText(names[holder.language ?? 'tr'], entries.map(appointmentOf))
}

const toldAt = (now: string, sessionId: string, shown: string, before: Entry | undefined): Entry =>
  before?.shown === shown && before.cancelled === 0
    ? before
    : { sessionId, shown, cancelled: 0, sequence: before ? before.sequence + 1 : 0, changedAt: now }

const cancelledAt =
  (now: string) =>
  (entry: Entry): Entry =>
    entry.cancelled === 1 ? entry : { ...entry, cancelled: 1, sequence: entry.sequence + 1, changedAt: now }

const appointmentOf = ({ sessionId, sequence, changedAt, cancelled, shown }: Entry): Appointment => ({
  uid: appointmentUid(sessionId),
  sequence,
  changedAt,
  cancelled: cancelled === 1,
  ...(JSON.parse(shown) as Shown),
})
