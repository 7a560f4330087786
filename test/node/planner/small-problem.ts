import type { PlacingProblem, TimeSpan } from '../../../src-core/delivery/placing/placing.ts'
import { defaultPlacingWeights } from '../../../src-core/delivery/placing/weights.ts'
import { chanceOf } from '../../../src-core/people/index.ts'

export type SmallSize = {
  /** Lines of training; each has one to three sessions in each group. */
  readonly lines: number
  /** Most groups of a line. */
  readonly groups: number
  readonly persons: number
  /** Days of the calendar, from Monday, 15 February 2027; it crosses into March. */
  readonly days: number
}

const day = (count: number): string =>
  new Date(Date.parse('2027-02-15') + count * 86_400_000).toISOString().slice(0, 10)

/** A small academy with a little of everything that can stand in the way. The same seed and size give the same problem. */
export function smallProblem(seed: number, size: SmallSize): PlacingProblem {
  const chance = chanceOf(seed)
  const spanOf = (): TimeSpan => {
    const first = chance.whole(size.days)
    return { from: day(first), to: day(first + chance.whole(3)), half: chance.one(['none', 'am', 'pm']) }
  }
  const some = <T>(share: number, one: () => T): T[] => (chance.often(share) ? [one()] : [])
  const topics = ['t1', 't2', 't3']
  const lines = Array.from({ length: size.lines }, (_, at): PlacingProblem['lines'][number] => ({
    id: `line${at}`,
    topicId: chance.one(topics),
    after: at > 0 && chance.often(0.15) ? [`line${chance.whole(at)}`] : [],
    notBefore: chance.often(0.1) ? day(3) : null,
    due: chance.often(0.15) ? day(Math.max(5, size.days - 5)) : null,
    preferredQuarter: chance.often(0.3) ? 1 : null,
    priority: chance.whole(101),
    online: chance.often(0.08),
    equipment: chance.often(0.2) ? ['computer'] : [],
    mix: chance.one(['any', 'mixed', 'sameUnit']),
  }))
  const units = ['u1', 'u2', 'u3']
  const trainings = lines.flatMap((line, at) => {
    const count = chance.weighted([
      [1, 5],
      [2, 3],
      [3, 1],
    ])
    const halfDays = chance.often(0.5) ? 1 : 2
    return Array.from({ length: 1 + chance.whole(size.groups) }, (_, group): PlacingProblem['trainings'][number] => ({
      id: `g${at}.${group}`,
      lineId: line.id,
      code: `2027-${at}-${group}`,
      seats: size.groups > 1 ? 4 + chance.whole(5) : 8,
      reserved: size.groups > 1 ? some(0.2, () => ({ unitId: chance.one(units), seats: 2 })) : [],
      withinDays: count > 1 ? chance.one([8, 12, null]) : null,
      sessions: Array.from({ length: count }, (_, session) => ({
        id: `g${at}.${group}.${session}`,
        lessonTenths: halfDays === 1 ? 30 : 60,
        halfDays,
        pinned: null,
      })),
    }))
  })
  const persons = Array.from({ length: size.persons }, (_, at) => ({ id: `p${at}`, unitId: chance.one(units) }))
  return {
    from: day(0),
    to: day(size.days - 1),
    holidays: [
      { date: day(3), half: 'none' },
      { date: day(8), half: 'pm' },
    ],
    dayHalves: { am: { from: 540, to: 720 }, pm: { from: 810, to: 1020 } },
    rooms: [
      {
        id: 'r1',
        building: 'b1',
        capacity: 8,
        equipment: ['computer'],
        bookableFrom: 480,
        bookableTo: 1080,
        closed: [],
      },
      {
        id: 'r2',
        building: 'b1',
        capacity: 12,
        equipment: [],
        bookableFrom: 480,
        bookableTo: 1080,
        closed: some(0.5, spanOf),
      },
      {
        id: 'r3',
        building: 'b2',
        capacity: 20,
        equipment: ['computer'],
        bookableFrom: 480,
        bookableTo: 1080,
        closed: [],
      },
      { id: 'r4', building: 'b2', capacity: 20, equipment: [], bookableFrom: 780, bookableTo: 1080, closed: [] },
    ],
    trainers: Array.from({ length: 4 }, (_, at) => ({
      id: `w${at}`,
      topicIds: at < 3 ? [topics[at] as string, topics[(at + 1) % 3] as string] : topics,
      building: chance.one(['b1', 'b2', null]),
      available:
        at === 3 ? [{ from: day(0), to: day(size.days - 1), half: chance.one(['none', 'am'] as const) }] : null,
      unavailable: some(0.6, spanOf),
      dailyTenths: chance.one([60, 80]),
    })),
    units: units.map((id, at) => ({
      id,
      staff: 6 + 5 * at,
      building: ['b1', 'b2', null][at] ?? null,
      duty: some(0.4, spanOf),
    })),
    persons,
    lines,
    trainings,
    enrolments: lines.flatMap((line) => {
      const seats = trainings.filter(({ lineId }) => lineId === line.id).reduce((sum, one) => sum + one.seats, 0)
      const wanted = Math.min(size.groups > 1 ? 1 + chance.whole(seats) : 1 + chance.whole(3), persons.length)
      const chosen = new Set<string>()
      while (chosen.size < wanted) chosen.add(chance.one(persons).id)
      return [...chosen].map((personId) => ({ personId, lineId: line.id, trainingId: null }))
    }),
    absenceShare: 0.2,
    weights: defaultPlacingWeights,
    previous: null,
  }
}
