import { describe, expect, test } from 'vitest'
import type { Placement, PlacingProblem } from '../../../src-core/delivery/placing/placing.ts'
import type { PlacedYear } from '../../../src-core/delivery/placing/schedule.ts'
import { place } from '../../../src-node/planner/place.ts'
import { checkSchedule, type Rule } from './check-schedule.ts'
import { plainLine, plainProblem, plainRoom, plainTrainer, plainTraining, plainUnit } from './plain-problem.ts'

/** Two lines of which the second builds on the first, one online, one pinned; a person in all of them. */
const problem: PlacingProblem = plainProblem({
  holidays: [{ date: '2027-03-17', half: 'pm' }],
  rooms: [
    plainRoom('room', { equipment: ['computer'], closed: [{ from: '2027-03-22', to: '2027-03-22', half: 'none' }] }),
    plainRoom('small', { capacity: 5 }),
    plainRoom('evening', { bookableFrom: 780, equipment: ['computer'] }),
    plainRoom('bare'),
  ],
  trainers: [
    plainTrainer('trainer', { unavailable: [{ from: '2027-03-23', to: '2027-03-23', half: 'none' }], dailyTenths: 60 }),
    plainTrainer('other', { available: [{ from: '2027-03-01', to: '2027-03-19', half: 'none' }] }),
    plainTrainer('stranger', { topicIds: ['else'] }),
  ],
  units: [plainUnit('unit', { duty: [{ from: '2027-03-24', to: '2027-03-24', half: 'none' }] }), plainUnit('guests')],
  persons: [
    { id: 'ayla', unitId: 'unit' },
    { id: 'bora', unitId: 'guests' },
    { id: 'cem', unitId: 'guests' },
  ],
  lines: [
    plainLine('first', { notBefore: '2027-03-02', due: '2027-03-25', equipment: ['computer'] }),
    plainLine('second', { after: ['first'] }),
    plainLine('online', { online: true }),
    plainLine('fixed'),
  ],
  trainings: [
    plainTraining('a', 'first', 2, { withinDays: 5 }),
    plainTraining('b', 'second', 1, {}, 1),
    plainTraining('c', 'online', 1, {}, 1),
    plainTraining('d', 'fixed', 1, {
      sessions: [
        {
          id: 'd.1',
          lessonTenths: 30,
          halfDays: 1,
          pinned: { date: '2027-03-04', half: 'am', roomId: 'bare', trainerId: 'other' },
        },
      ],
    }),
    plainTraining('e', 'second', 1, { seats: 2, reserved: [{ unitId: 'unit', seats: 1 }] }, 1),
  ],
  enrolments: [
    { personId: 'ayla', lineId: 'first', trainingId: null },
    { personId: 'ayla', lineId: 'second', trainingId: 'b' },
    { personId: 'ayla', lineId: 'online', trainingId: null },
    { personId: 'bora', lineId: 'second', trainingId: null },
    { personId: 'cem', lineId: 'second', trainingId: null },
  ],
})

type Schedule = Pick<PlacedYear, 'placements' | 'seats' | 'unplaced' | 'ungrouped'>

const at = (sessionId: string, date: string, half: Placement['half'], roomId: string | null, trainerId: string) => ({
  sessionId,
  date,
  half,
  roomId,
  trainerId,
})

const right: Schedule = {
  placements: [
    at('a.1', '2027-03-08', 'none', 'room', 'trainer'),
    at('a.2', '2027-03-10', 'none', 'room', 'trainer'),
    at('b.1', '2027-03-11', 'am', 'room', 'other'),
    at('c.1', '2027-03-11', 'pm', null, 'other'),
    at('d.1', '2027-03-04', 'am', 'bare', 'other'),
    at('e.1', '2027-03-12', 'am', 'bare', 'other'),
  ],
  seats: [
    { personId: 'ayla', lineId: 'first', trainingId: 'a' },
    { personId: 'ayla', lineId: 'second', trainingId: 'b' },
    { personId: 'ayla', lineId: 'online', trainingId: 'c' },
    { personId: 'bora', lineId: 'second', trainingId: 'e' },
    { personId: 'cem', lineId: 'second', trainingId: 'b' },
  ],
  unplaced: [],
  ungrouped: [],
}

/** The schedule with one session elsewhere. */
const moved = (sessionId: string, to: Partial<Placement>): Schedule => ({
  ...right,
  placements: right.placements.map((one) => (one.sessionId === sessionId ? { ...one, ...to } : one)),
})

const without = (sessionId: string): Schedule => ({
  ...right,
  placements: right.placements.filter((one) => one.sessionId !== sessionId),
})

const corrupted: readonly (readonly [rule: Rule, how: string, schedule: Schedule])[] = [
  ['accounted', 'a session is neither placed nor named', without('e.1')],
  [
    'accounted',
    'a session is placed twice',
    { ...right, placements: [...right.placements, ...without('a.1').placements] },
  ],
  ['halves', 'a whole-day session in half a day', moved('a.1', { half: 'am' })],
  ['calendar', 'a Saturday', moved('b.1', { date: '2027-03-13' })],
  ['calendar', 'the afternoon of a half holiday', moved('c.1', { date: '2027-03-17', half: 'pm' })],
  ['calendar', 'a day after the calendar', moved('c.1', { date: '2027-03-29' })],
  ['dates', 'before the first day allowed', moved('a.1', { date: '2027-03-01' })],
  ['dates', 'after the due date', moved('a.2', { date: '2027-03-26' })],
  ['room', 'too small', moved('b.1', { roomId: 'small' })],
  ['room', 'without the equipment', moved('a.1', { roomId: 'bare' })],
  ['room', 'none at all', moved('b.1', { roomId: null })],
  ['room', 'one for an online session', moved('c.1', { roomId: 'bare' })],
  ['roomHours', 'before it can be booked', moved('a.1', { roomId: 'evening' })],
  ['roomHours', 'a day it is closed', moved('b.1', { date: '2027-03-22', trainerId: 'trainer' })],
  ['roomClash', 'two sessions in one room', moved('b.1', { date: '2027-03-12', trainerId: 'trainer', roomId: 'bare' })],
  ['trainerTopic', 'a topic they do not give', moved('b.1', { trainerId: 'stranger' })],
  ['trainerTime', 'a day of leave', moved('b.1', { date: '2027-03-23', trainerId: 'trainer' })],
  ['trainerTime', 'a day they did not offer', moved('b.1', { date: '2027-03-25', roomId: 'bare' })],
  ['trainerClash', 'two sessions with one trainer', moved('b.1', { date: '2027-03-12' })],
  ['personClash', 'one person in two sessions', moved('c.1', { half: 'am', trainerId: 'trainer' })],
  ['duty', 'a day the unit can spare nobody', moved('c.1', { date: '2027-03-24', trainerId: 'trainer' })],
  ['sessionOrder', 'the second session first', moved('a.2', { date: '2027-03-05' })],
  ['span', 'sessions too far apart', moved('a.2', { date: '2027-03-15' })],
  ['prerequisite', 'the second course before the first', moved('b.1', { date: '2027-03-09', roomId: 'bare' })],
  ['prerequisite', 'a first course that is not placed', without('a.2')],
  ['pinned', 'a pinned session elsewhere', moved('d.1', { date: '2027-03-05' })],
  ['enrolment', 'a person without answer', { ...right, seats: right.seats.slice(1) }],
  ['enrolment', 'a settled person in another group', moveSeat('ayla', 'second', 'e')],
  ['enrolment', 'a seat that nobody asked for', addSeat('cem', 'fixed', 'd')],
  ['reserved', 'two guests where one seat is kept', moveSeat('cem', 'second', 'e')],
]

function moveSeat(personId: string, lineId: string, trainingId: string): Schedule {
  const seats = right.seats.map((one) =>
    one.personId === personId && one.lineId === lineId ? { ...one, trainingId } : one,
  )
  return { ...right, seats }
}

function addSeat(personId: string, lineId: string, trainingId: string): Schedule {
  return { ...right, seats: [...right.seats, { personId, lineId, trainingId }] }
}

describe('the checker of schedules', () => {
  test('finds nothing in a right schedule', () => {
    expect(checkSchedule(problem, right)).toEqual([])
  })

  test('finds nothing in what the search makes of the same problem', async () => {
    expect(checkSchedule(problem, await place(problem, { effort: 0.05 }))).toEqual([])
  })

  test.each(corrupted)('%s: catches %s', (rule, _how, schedule) => {
    expect(checkSchedule(problem, schedule).map((violation) => violation.rule)).toContain(rule)
  })

  test('trainerDay: catches a day that is too long', () => {
    const long = { ...problem, trainers: problem.trainers.map((one) => ({ ...one, dailyTenths: 50 })) }
    expect(checkSchedule(problem, right)).toEqual([])
    expect(checkSchedule(long, right).map(({ rule }) => rule)).toEqual(['trainerDay', 'trainerDay', 'trainerDay'])
  })

  test('seats: catches a group with more people than seats', () => {
    const tight = {
      ...problem,
      trainings: problem.trainings.map((one) => (one.id === 'b' ? { ...one, seats: 1 } : one)),
    }
    expect(checkSchedule(tight, right).map(({ rule }) => rule)).toEqual(['seats'])
  })
})
