import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ClashWorld, clashesAt, hardest, minded, type Placed } from '../../../src-core/delivery/clash.rules.ts'
import { clashLevels, standardLevels } from '../../../src-core/delivery/clash.ts'
import type { SessionPlace } from '../../../src-core/delivery/session.ts'
import { halfFor, sessionsFor, trainingCode } from '../../../src-core/delivery/training.rules.ts'

test('the sittings of a training have exactly its lesson hours, never more than six a day or four in half a day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 2000 }), (tenths) => {
      const sittings = sessionsFor(tenths)
      expect(sittings.reduce((sum, one) => sum + one.lessonTenths, 0)).toBe(tenths)
      for (const { halfDays, lessonTenths } of sittings)
        expect(lessonTenths).toBeLessThanOrEqual(halfDays === 2 ? 60 : 40)
    }),
    { numRuns: 60 },
  )
})

test('a code names year, topic and group, and a line without a topic by its number', () => {
  expect(trainingCode(2027, 'ÇEV-012', 4, 3)).toBe('2027-ÇEV-012-03')
  expect(trainingCode(2027, null, 41, 1)).toBe('2027-S41-01')
})

test('a whole day stays a whole day wherever it is dropped, a half day never becomes one', () => {
  expect([halfFor(2, 'pm'), halfFor(1, 'none'), halfFor(1, 'pm')]).toEqual(['none', 'am', 'pm'])
})

const other: Placed = { id: 'o', trainingId: 'T2', code: 'B', half: 'none', roomId: 'r', trainerId: 't' }

const world = (own: Partial<ClashWorld> = {}): ClashWorld => ({
  on: (date) => (date === '2027-03-02' ? [other] : []),
  dayOff: () => undefined,
  room: () => ({ capacity: 20, bookableFrom: 480, bookableTo: 1080 }),
  trainer: () => ({ available: null, unavailable: [] }),
  busy: () => [],
  duty: () => [],
  ...own,
})

const session = { id: 's', trainingId: 'T1', people: 12 }
const at = (own: Partial<SessionPlace> = {}): SessionPlace => ({
  date: '2027-03-02',
  half: 'am',
  roomId: 'r',
  trainerId: 't',
  ...own,
})
const causes = (place: SessionPlace, own: Partial<ClashWorld> = {}, moved = session) =>
  clashesAt(moved, place, world(own)).map(({ kind, cause }) => `${kind} ${cause}`)

test('a room and a trainer are taken for the halves of the day that another session has, and free otherwise', () => {
  expect(causes(at())).toEqual(['room taken', 'trainer taken'])
  expect(causes(at({ date: '2027-03-03' }))).toEqual([])
  expect(causes(at({ roomId: 'else', trainerId: null }))).toEqual([])
  expect(causes(at({ half: 'pm' }), { on: () => [{ ...other, half: 'am' }] })).toEqual([])
  expect(causes(at(), { on: () => [{ ...other, id: 's' }] })).toEqual([])
})

test('a room is too small for more people than seats, and closed outside its hours', () => {
  const free = { on: () => [] }
  expect(causes(at(), free, { ...session, people: 21 })).toEqual(['room tooSmall'])
  expect(
    causes(at({ half: 'pm' }), { ...free, room: () => ({ capacity: 50, bookableFrom: 480, bookableTo: 800 }) }),
  ).toEqual(['room notBookable'])
})

test('a trainer is absent when they said so, or when they named other days', () => {
  const free = { on: () => [] }
  const span = { from: '2027-03-01', to: '2027-03-05', half: 'am' as const }
  expect(causes(at(), { ...free, trainer: () => ({ available: null, unavailable: [span] }) })).toEqual([
    'trainer absent',
  ])
  expect(causes(at({ half: 'pm' }), { ...free, trainer: () => ({ available: null, unavailable: [span] }) })).toEqual([])
  expect(causes(at({ half: 'pm' }), { ...free, trainer: () => ({ available: [span], unavailable: [] }) })).toEqual([
    'trainer absent',
  ])
})

test('people elsewhere, days off and units on duty each speak against a place once', () => {
  const place = at({ half: 'none' })
  const own = {
    on: () => [],
    busy: () => [{ sessionId: 'x', name: 'C', persons: 3 }],
    duty: () => [{ name: 'Zabıta', persons: 5 }],
    dayOff: () => ({ weekend: false, name: 'Bayram' }),
  }
  expect(causes(place, own)).toEqual(['holiday holiday', 'participant people', 'unitDuty duty'])
})

test('the hardest level of what is not ignored decides', () => {
  const clashes = clashesAt(session, at(), world())
  expect(hardest(clashes, standardLevels)).toBe('BLOCK')
  expect(hardest(clashes, { ...standardLevels, room: 'WARN', trainer: 'IGNORE' })).toBe('WARN')
  const ignored = { ...standardLevels, room: 'IGNORE', trainer: 'IGNORE' } as const
  expect([minded(clashes, ignored), hardest(clashes, ignored)]).toEqual([[], undefined])
  expect(clashLevels).toContain('IGNORE')
})
