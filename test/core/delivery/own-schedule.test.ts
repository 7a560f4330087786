import type { Updateable } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '../../../src-core/database/schema.ts'
import { calendarAt } from '../../../src-core/delivery/index.ts'
import { standardPlacing } from '../../../src-core/delivery/placing.settings.ts'
import { type Appointment, calendarText } from '../../../src-core/kernel/calendar.ts'
import type { Outputs } from '../../../src-portal/pages/api.ts'
import { visitor } from '../academy.ts'
import { openPlanningOffice, planner, putInForce } from '../plan/planning-office.ts'

type Mine = Outputs['delivery']['mySessions']['sessions']

const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

/** The lines of one event of a calendar, by name. */
function eventOf(text: string, uid: string): ReadonlyMap<string, string> {
  const lines = unfolded(text)
  const begin = lines.lastIndexOf('BEGIN:VEVENT', lines.indexOf(`UID:${uid}`))
  const event = lines.slice(begin, lines.indexOf('END:VEVENT', begin))
  return new Map(event.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
}

test('a published plan shows a person her dates and places, and her calendar follows what changes', async () => {
  const office = await openPlanningOffice(4)
  const { planId, run } = office
  const { store } = office.academy.opened
  await office.propose()
  await run('delivery.makeTrainings', { planId }, planner)
  const settings = { ...standardPlacing, effort: 0.05 }
  const found = (await run('delivery.place', { planId, run: 'own-schedule', keep: false, settings }, planner)) as {
    proposal: string
  }
  await run('delivery.takeOver', { planId, proposal: found.proposal }, planner)
  const seat = await store.read((db) =>
    db
      .selectFrom('enrolment')
      .innerJoin('session', 'session.trainingId', 'enrolment.trainingId')
      .select(['enrolment.id', 'enrolment.personId', 'session.id as sessionId', 'session.rowVersion'])
      .where('enrolment.year', '=', 2027)
      .where('session.date', 'is not', null)
      .where('session.roomId', 'is not', null)
      .orderBy('enrolment.id')
      .executeTakeFirstOrThrow(),
  )
  const as = { connection: visitor(seat.personId, 'ST') }
  const mine = async () =>
    ((await run('delivery.mySessions', undefined, as)) as { sessions: Mine }).sessions.filter(
      ({ year }) => year === 2027,
    )
  expect(await mine()).toEqual([])

  await putInForce(office)
  const before = (await mine()).find(({ id }) => id === seat.sessionId)
  expect(before).toMatchObject({ date: expect.stringMatching(/^2027-/), cancelled: false })
  expect(before?.place).not.toBe('')
  const { notices }: Outputs['plan']['myTrainings'] = await run('plan.myTrainings', undefined, as)
  expect(notices.find(({ lineNo }) => lineNo === before?.lineNo)).toMatchObject({ outcome: 'PLANNED' })

  const { token } = (await run('delivery.openMyCalendar', undefined, as)) as { token: string }
  let now = '2027-01-10T08:00:00.000Z'
  const calendar = async (address = token) => (await calendarAt(store, address, now)) ?? 'closed'
  const uid = `${seat.sessionId}@akademi`
  const first = eventOf(await calendar(), uid)
  expect(first.get('STATUS')).toBe('CONFIRMED')
  expect(first.get('DTSTART;TZID=Europe/Istanbul')?.slice(0, 8)).toBe(before?.date.replaceAll('-', ''))
  expect([...first.keys()].filter((name) => /ATTENDEE|ORGANIZER|DESCRIPTION|CONTACT/.test(name))).toEqual([])

  const seatIs = (state: 'CANCELLED' | 'CONFIRMED') =>
    store.write(({ db }) => db.updateTable('enrolment').set({ state }).where('id', '=', seat.id).execute())
  const sessionIs = (place: Updateable<Database['session']>) =>
    store.write(({ db }) => db.updateTable('session').set(place).where('id', '=', seat.sessionId).execute())
  await seatIs('CANCELLED')
  const sequence = (event: ReadonlyMap<string, string>) => Number(event.get('SEQUENCE'))
  const cancelled = eventOf(await calendar(), uid)
  expect(cancelled.get('STATUS')).toBe('CANCELLED')
  expect(sequence(cancelled)).toBeGreaterThan(sequence(first))
  expect(eventOf(await calendar(), uid)).toEqual(cancelled)

  // She gets her seat back, the session loses its date, gets another, and loses it for good.
  await seatIs('CONFIRMED')
  const again = eventOf(await calendar(), uid)
  expect([again.get('STATUS'), sequence(again)]).toEqual(['CONFIRMED', sequence(cancelled) + 1])
  const { date = '', half, startMin, endMin } = before ?? {}
  await sessionIs({ date: null, half: null, startMin: null, endMin: null })
  expect((await mine()).map(({ id }) => id)).not.toContain(seat.sessionId)
  const undated = eventOf(await calendar(), uid)
  expect([undated.get('STATUS'), sequence(undated)]).toEqual(['CANCELLED', sequence(again) + 1])
  expect(undated.get('DTSTART;TZID=Europe/Istanbul')).toBe(first.get('DTSTART;TZID=Europe/Istanbul'))
  await sessionIs({ date: date.replace(/..$/, '28'), half, startMin, endMin })
  const moved = eventOf(await calendar(), uid)
  expect([moved.get('STATUS'), sequence(moved)]).toEqual(['CONFIRMED', sequence(undated) + 1])
  await sessionIs({ date: null })
  now = '2027-02-01T08:00:00.000Z'
  expect(eventOf(await calendar(), uid).get('STATUS')).toBe('CANCELLED')
  now = '2027-03-01T08:00:00.000Z'
  expect(eventOf(await calendar(), uid).get('STATUS')).toBe('CANCELLED')
  now = '2027-04-10T08:00:00.000Z'
  expect(await calendar()).not.toContain(uid)

  const { token: another } = (await run('delivery.openMyCalendar', undefined, as)) as { token: string }
  expect(await calendar()).toBe('closed')
  expect(await calendar(another)).toContain('BEGIN:VCALENDAR')
  await run('delivery.closeMyCalendar', undefined, as)
  expect(await calendar(another)).toBe('closed')
  for (const table of ['calendarFeed', 'calendarEntry'] as const)
    expect(await store.read((db) => db.selectFrom(table).selectAll().execute())).toEqual([])
})

test('a calendar is written as the format wants it: times of Istanbul, signs escaped, lines of 75 octets', () => {
  const appointment: Appointment = {
    uid: 'a@akademi',
    sequence: 3,
    changedAt: '2027-01-05T08:09:10.123Z',
    cancelled: false,
    title: 'İş Sağlığı; yangın, ilk yardım \\ tatbikat ve güvenli çalışma yöntemleri üzerine uygulamalı eğitim',
    place: 'Salon 1\nA Blok',
    date: '2027-03-09',
    span: { from: 9 * 60 + 5, to: 17 * 60 },
  }
  const text = calendarText('Eğitimlerim', [appointment, { ...appointment, uid: 'b@akademi', span: null }])
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  const event = eventOf(text, 'a@akademi')
  expect(event.get('DTSTART;TZID=Europe/Istanbul')).toBe('20270309T090500')
  expect(event.get('DTEND;TZID=Europe/Istanbul')).toBe('20270309T170000')
  expect(event.get('DTSTAMP')).toBe('20270105T080910Z')
  expect(event.get('SUMMARY')).toContain('İş Sağlığı\\; yangın\\, ilk yardım \\\\ tatbikat')
  expect(event.get('LOCATION')).toBe('Salon 1\\nA Blok')
  expect(eventOf(text, 'b@akademi').get('DTSTART;VALUE=DATE')).toBe('20270309')
  expect(unfolded(text)).toContain('TZOFFSETTO:+0300')
})
