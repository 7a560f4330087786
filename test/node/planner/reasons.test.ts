import { describe, expect, test } from 'vitest'
import type { PlacingProblem } from '../../../src-core/delivery/placing/placing.ts'
import { place } from '../../../src-node/planner/place.ts'
import { checkSchedule } from './check-schedule.ts'
import { plainLine, plainProblem, plainRoom, plainTrainer, plainTraining, plainUnit } from './plain-problem.ts'

const dueFriday = { due: '2027-03-05' }
const firstWeek = { from: '2027-03-01', to: '2027-03-05', half: 'none' } as const

/** One training of one day that is due by Friday, 5 March. */
const one = (own: Partial<PlacingProblem>): PlacingProblem =>
  plainProblem({ lines: [plainLine('line', dueFriday)], trainings: [plainTraining('a', 'line', 1)], ...own })

async function reasonFor(problem: PlacingProblem) {
  const year = await place(problem, { effort: 0.02 })
  expect(checkSchedule(problem, year)).toEqual([])
  return year.unplaced[0]
}

describe('why a session has no place', () => {
  test('no trainer is free before the due date: who, and from when', async () => {
    const reason = await reasonFor(
      one({ trainers: [plainTrainer('ayla', { unavailable: [{ ...firstWeek, to: '2027-03-09' }] })] }),
    )
    expect(reason).toEqual({
      sessionId: 'a.1',
      trainingId: 'a',
      obstacle: 'trainer',
      resourceIds: ['ayla'],
      until: '2027-03-05',
      firstFree: '2027-03-10',
    })
  })

  test('the day would be too long for the trainer', async () => {
    const reason = await reasonFor(one({ trainers: [plainTrainer('ayla', { dailyTenths: 40 })] }))
    expect(reason).toMatchObject({ obstacle: 'trainer', firstFree: null })
  })

  test('no room is free before the due date', async () => {
    const reason = await reasonFor(one({ rooms: [plainRoom('hall', { closed: [firstWeek] })] }))
    expect(reason).toMatchObject({ obstacle: 'room', resourceIds: ['hall'], firstFree: '2027-03-08' })
  })

  test('no room is large enough', async () => {
    expect(await reasonFor(one({ rooms: [plainRoom('hall', { capacity: 9 })] }))).toMatchObject({
      obstacle: 'noFittingRoom',
      firstFree: null,
    })
  })

  test('nobody gives the topic', async () => {
    expect(await reasonFor(one({ trainers: [plainTrainer('ayla', { topicIds: [] })] }))).toMatchObject({
      obstacle: 'noTrainerForTopic',
    })
  })

  test('only holidays lie before the due date', async () => {
    const holidays = ['01', '02', '03', '04', '05'].map((day) => ({ date: `2027-03-${day}`, half: 'none' as const }))
    expect(await reasonFor(one({ holidays }))).toMatchObject({ obstacle: 'noWorkingDay', firstFree: '2027-03-08' })
  })

  test('the unit can spare nobody before the due date', async () => {
    const reason = await reasonFor(
      one({
        units: [plainUnit('unit', { duty: [firstWeek] })],
        persons: [{ id: 'bora', unitId: 'unit' }],
        enrolments: [{ personId: 'bora', lineId: 'line', trainingId: null }],
      }),
    )
    expect(reason).toMatchObject({ obstacle: 'participants', resourceIds: ['bora'], firstFree: '2027-03-08' })
  })

  test('the prerequisite ends too late', async () => {
    const reason = await reasonFor(
      one({
        persons: [{ id: 'bora', unitId: 'unit' }],
        lines: [
          plainLine('line', { ...dueFriday, after: ['before'] }),
          plainLine('before', { notBefore: '2027-03-08' }),
        ],
        trainings: [plainTraining('a', 'line', 1), plainTraining('b', 'before', 1)],
        enrolments: ['line', 'before'].map((lineId) => ({ personId: 'bora', lineId, trainingId: null })),
        weights: { ...plainProblem({}).weights, early: 1 },
      }),
    )
    expect(reason).toMatchObject({ sessionId: 'a.1', obstacle: 'order' })
  })

  test('room and trainer are never free together', async () => {
    const reason = await reasonFor(
      one({
        rooms: [plainRoom('hall', { closed: [{ from: '2027-03-01', to: '2027-03-05', half: 'am' }] })],
        trainers: [plainTrainer('ayla', { unavailable: [{ from: '2027-03-01', to: '2027-03-05', half: 'pm' }] })],
      }),
    )
    expect(reason).toMatchObject({ obstacle: 'several', firstFree: '2027-03-08' })
  })
})

describe('why a person has no group', () => {
  const two = plainProblem({
    persons: [
      { id: 'ayla', unitId: 'unit' },
      { id: 'bora', unitId: 'unit' },
    ],
    lines: [plainLine('line')],
    trainings: [plainTraining('a', 'line', 1, { seats: 1 })],
    enrolments: ['ayla', 'bora'].map((personId) => ({ personId, lineId: 'line', trainingId: null })),
  })

  test('every seat is taken', async () => {
    expect((await place(two, { effort: 0.02 })).ungrouped).toEqual([
      { personId: 'bora', lineId: 'line', reason: 'full' },
    ])
  })

  test('the prerequisite has no place', async () => {
    const problem = {
      ...two,
      lines: [plainLine('line', { after: ['never'] }), plainLine('never', { topicId: 'unknown' })],
      trainings: [...two.trainings, plainTraining('b', 'never', 1)],
      enrolments: ['line', 'never'].map((lineId) => ({ personId: 'ayla', lineId, trainingId: null })),
    }
    const year = await place(problem, { effort: 0.02 })
    expect(year.ungrouped).toEqual([{ personId: 'ayla', lineId: 'line', reason: 'prerequisite' }])
    expect(checkSchedule(problem, year)).toEqual([])
  })

  test('they are on duty while the pinned session is held', async () => {
    const pinned = { date: '2027-03-02', half: 'none' as const, roomId: 'room', trainerId: 'trainer' }
    const problem = {
      ...two,
      units: [plainUnit('unit', { duty: [firstWeek] })],
      trainings: two.trainings.map((one) => ({
        ...one,
        seats: 5,
        sessions: one.sessions.map((session) => ({ ...session, pinned })),
      })),
    }
    const year = await place(problem, { effort: 0.02 })
    expect(year.ungrouped.map(({ reason }) => reason)).toEqual(['clash', 'clash'])
    expect(checkSchedule(problem, year)).toEqual([])
  })
})
