import type { PlacingProblem } from '../../../src-core/delivery/placing/placing.ts'
import { defaultPlacingWeights } from '../../../src-core/delivery/placing/weights.ts'

type Part<K extends 'rooms' | 'trainers' | 'units' | 'lines' | 'trainings'> = Partial<PlacingProblem[K][number]>

/** One room, trainer and unit that are always free, or what a test says of them. */
export const plainRoom = (id: string, own: Part<'rooms'> = {}): PlacingProblem['rooms'][number] => ({
  id,
  building: 'main',
  capacity: 30,
  equipment: [],
  bookableFrom: 480,
  bookableTo: 1080,
  closed: [],
  ...own,
})

export const plainTrainer = (id: string, own: Part<'trainers'> = {}): PlacingProblem['trainers'][number] => ({
  id,
  topicIds: ['topic'],
  building: null,
  available: null,
  unavailable: [],
  dailyTenths: 80,
  ...own,
})

export const plainUnit = (id: string, own: Part<'units'> = {}): PlacingProblem['units'][number] => ({
  id,
  staff: 50,
  building: null,
  duty: [],
  ...own,
})

export const plainLine = (id: string, own: Part<'lines'> = {}): PlacingProblem['lines'][number] => ({
  id,
  topicId: 'topic',
  after: [],
  notBefore: null,
  due: null,
  preferredQuarter: null,
  priority: 50,
  online: false,
  equipment: [],
  mix: 'any',
  ...own,
})

/** A training of whole days, numbered `<id>.1` and so on. */
export const plainTraining = (
  id: string,
  lineId: string,
  count: number,
  own: Part<'trainings'> = {},
  halfDays: 1 | 2 = 2,
): PlacingProblem['trainings'][number] => ({
  id,
  lineId,
  code: id,
  seats: 10,
  reserved: [],
  withinDays: null,
  sessions: Array.from({ length: count }, (_, at) => ({
    id: `${id}.${at + 1}`,
    lessonTenths: halfDays * 30,
    halfDays,
    pinned: null,
  })),
  ...own,
})

/** March 2027, Monday the 1st to Friday the 26th; nothing in it but what the test says. */
export const plainProblem = (own: Partial<PlacingProblem>): PlacingProblem => ({
  from: '2027-03-01',
  to: '2027-03-26',
  holidays: [],
  dayHalves: { am: { from: 540, to: 720 }, pm: { from: 810, to: 1020 } },
  rooms: [plainRoom('room')],
  trainers: [plainTrainer('trainer')],
  units: [plainUnit('unit')],
  persons: [],
  lines: [],
  trainings: [],
  enrolments: [],
  absenceShare: 0.2,
  weights: defaultPlacingWeights,
  previous: null,
  ...own,
})
