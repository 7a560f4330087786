import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleCourses } from '../../../src-core/courses/index.ts'
import type { PlacingLine, PlacingProblem, PlacingTraining } from '../../../src-core/delivery/placing/placing.ts'
import { defaultPlacingWeights } from '../../../src-core/delivery/placing/weights.ts'
import { type Chance, chanceOf, type SamplePeople, samplePeople } from '../../../src-core/people/index.ts'

const resource = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'resources', 'sample', name), 'utf8')

export type YearSize = {
  readonly trainings: number
  readonly sessions: number
  readonly enrolments: number
  readonly staff: number
}

/** The size that the program is planned for. */
export const fullYear: YearSize = { trainings: 1500, sessions: 4000, enrolments: 40_000, staff: 25_000 }

const year = 2027
const from = `${year}-01-01`
const to = `${year}-12-31`

type Draft = {
  readonly line: PlacingLine
  readonly trainings: PlacingTraining[]
  persons: number
  readonly seats: number
}

/**
 * A year over the sample academy: its staff, units, topics, rooms, trainers and holidays; lines, groups and enrolments
 * drawn by the seed. The same size and seed give the same problem.
 */
export function sampleYear(size: YearSize = fullYear, seed = 7): PlacingProblem {
  const chance = chanceOf(seed)
  let last = 0
  const newId = (): string => `s${++last}`
  const people = samplePeople({
    unitsCsv: resource('units.csv'),
    titlesCsv: resource('titles.csv'),
    newId,
    today: '2026-12-15',
    people: size.staff,
  })
  const courses = sampleCourses({
    topicsCsv: resource('course-catalogue.csv'),
    holidaysCsv: resource('holidays-tr-2024-2030.csv'),
    people,
    newId,
    year,
  })
  const buildings = [...new Set(courses.rooms.map(({ venue }) => venue))]
  const rooms = courses.rooms.map((room) => ({
    id: room.code,
    building: room.venue,
    capacity: room.capacity,
    equipment: JSON.parse(room.equipment) as string[],
    bookableFrom: room.bookableFrom,
    bookableTo: room.bookableTo,
    closed: [],
  }))
  const buildingOf = (unit: number): string => rooms[(unit * 7) % rooms.length]?.building ?? (buildings[0] as string)
  const staffOf = Map.groupBy(people.staff, ({ unitId }) => unitId)
  const units = people.units.map((unit, index) => ({
    id: unit.id,
    staff: staffOf.get(unit.id)?.length ?? 0,
    building: buildingOf(index),
    duty: dutyOf(unit.code, chance),
  }))
  const topics = courses.topics.filter(({ level }) => level !== 'E_TRAINING')
  const givers = new Map<string, string[]>(topics.map(({ id }) => [id, []]))
  for (const { trainerId, topicId } of courses.links) givers.get(topicId)?.push(trainerId)
  for (const giversOfTopic of givers.values())
    while (giversOfTopic.length < 3) giversOfTopic.push(chance.one(courses.trainers).id)
  const unitIndex = new Map(people.units.map((unit, index) => [unit.id, index]))
  const personUnit = new Map(people.staff.map(({ id, unitId }) => [id, unitId]))
  const trainers = courses.trainers.map(({ id, personId }) => ({
    id,
    topicIds: [...givers].flatMap(([topicId, list]) => (list.includes(id) ? [topicId] : [])),
    building: personId ? buildingOf(unitIndex.get(personUnit.get(personId) ?? '') ?? 0) : null,
    available: null,
    unavailable: courses.availability
      .filter(({ trainerId, kind }) => trainerId === id && kind === 'unavailable')
      .map(({ fromDate, toDate, half }) => ({ from: fromDate, to: toDate, half })),
    dailyTenths: 80,
  }))
  const drafts = drawLines(size, topics, chance)
  return {
    from,
    to,
    holidays: courses.holidays
      .map(({ date, half }) => ({ date, half }))
      .filter(({ date }) => date >= from && date <= to),
    dayHalves: { am: { from: 540, to: 720 }, pm: { from: 810, to: 1020 } },
    rooms,
    trainers,
    units,
    persons: people.staff.map(({ id, unitId }) => ({ id, unitId })),
    lines: drafts.map(({ line }) => line),
    trainings: drafts.flatMap(({ trainings }) => trainings),
    enrolments: enrol(drafts, people, size, chance),
    absenceShare: 0.2,
    weights: defaultPlacingWeights,
    previous: null,
  }
}

/** Fire brigade and police can spare nobody around the holidays of summer and in the first week of each quarter. */
function dutyOf(code: string, chance: Chance): PlacingProblem['units'][number]['duty'] {
  if (/^(ITF|ZAB)/.test(code)) {
    return ['01-04', '04-05', '07-05', '10-04'].map((day) => ({
      from: `${year}-${day}`,
      to: `${year}-${day.slice(0, 3)}${String(Number(day.slice(3)) + 4).padStart(2, '0')}`,
      half: 'none' as const,
    }))
  }
  if (!chance.often(0.3)) return []
  const month = String(1 + chance.whole(12)).padStart(2, '0')
  return [{ from: `${year}-${month}-10`, to: `${year}-${month}-14`, half: chance.often(0.5) ? 'none' : 'am' }]
}

type Topic = {
  readonly id: string
  readonly code: string
  readonly lessonHoursTenths: number
  readonly prerequisites: string
}

function drawLines(size: YearSize, topics: readonly Topic[], chance: Chance): Draft[] {
  const drafts: Draft[] = []
  const lineOfTopic = new Map<string, string>()
  let trainings = 0
  while (trainings < size.trainings) {
    const topic = chance.one(topics)
    const groups = Math.min(
      size.trainings - trainings,
      chance.weighted([
        [1, 4],
        [2, 3],
        [3, 2],
        [5, 1],
        [8, 1],
      ]),
    )
    const large = !topic.code.startsWith('BIL') && chance.often(0.09)
    const seats = large
      ? 90 + 10 * chance.whole(8)
      : chance.weighted([
          [14, 2],
          [20, 3],
          [22, 3],
          [24, 3],
          [28, 1],
        ])
    const id = `L${drafts.length + 1}`
    const before = (JSON.parse(topic.prerequisites) as string[]).flatMap((one) => lineOfTopic.get(one) ?? [])
    const dated = chance.often(0.1)
    const line: PlacingLine = {
      id,
      topicId: topic.id,
      after: before,
      notBefore: chance.often(0.05) ? `${year}-03-01` : null,
      due: dated ? `${year}-${chance.one(['06-30', '09-30', '11-30'])}` : null,
      preferredQuarter: chance.often(0.6) ? 1 + chance.whole(4) : null,
      priority: Math.round(100 * chance.next() ** 1.5),
      online: !large && chance.often(0.06),
      equipment: topic.code.startsWith('BIL') && seats <= 22 ? ['Bilgisayar'] : [],
      mix: large
        ? 'any'
        : chance.weighted([
            ['any', 6],
            ['mixed', 2],
            ['sameUnit', 2],
          ] as const),
    }
    lineOfTopic.set(topic.id, id)
    const hours = topic.lessonHoursTenths
    const count = hours <= 40 ? 1 : Math.min(6, Math.ceil(hours / 70))
    const made = Array.from({ length: groups }, (_, at): PlacingTraining => {
      const number = trainings + at + 1
      return {
        id: `T${number}`,
        lineId: id,
        code: `${year}-${topic.code}-${String(at + 1).padStart(2, '0')}`,
        seats,
        reserved: [],
        withinDays: count > 1 ? 21 : null,
        sessions: Array.from({ length: count }, (_, session) => ({
          id: `T${number}.${session + 1}`,
          lessonTenths: hours <= 40 ? hours : 60,
          halfDays: hours <= 40 ? 1 : 2,
          pinned: null,
        })),
      }
    })
    trainings += groups
    drafts.push({ line, trainings: made, persons: 0, seats: seats * groups })
  }
  evenSessions(drafts, size.sessions)
  chainProgrammes(drafts)
  return drafts
}

/** Long trainings give or take a session each until the year has exactly so many. */
function evenSessions(drafts: readonly Draft[], wanted: number): void {
  const all = drafts.flatMap(({ trainings }) => trainings)
  let count = all.reduce((sum, { sessions }) => sum + sessions.length, 0)
  for (let at = 0; count !== wanted; at = (at + 1) % all.length) {
    const training = all[at] as PlacingTraining
    const { sessions } = training
    const first = sessions[0] as (typeof sessions)[number]
    if (count < wanted && sessions.length < 7) {
      sessions.push({ ...first, id: `${training.id}.${sessions.length + 1}` })
      training.withinDays = 21
      count++
    } else if (count > wanted && sessions.length > 1) {
      sessions.pop()
      count--
    }
  }
}

/** Every fortieth line opens a programme of three courses in their order. */
function chainProgrammes(drafts: readonly Draft[]): void {
  for (let at = 0; at + 2 < drafts.length; at += 40) {
    const [first, second, third] = drafts.slice(at, at + 3) as [Draft, Draft, Draft]
    second.line.after = [first.line.id]
    third.line.after = [second.line.id]
    second.line.due = null
    third.line.due = null
  }
}

/** Fills the groups to the same share, mostly from few units, and each person at most four times. */
function enrol(
  drafts: readonly Draft[],
  people: SamplePeople,
  size: YearSize,
  chance: Chance,
): PlacingProblem['enrolments'] {
  const seats = drafts.reduce((sum, draft) => sum + draft.seats, 0)
  const active = people.staff.filter((person) => person.active === 1)
  const byUnit = Map.groupBy(active, ({ unitId }) => unitId)
  const taken = new Map<string, number>()
  const enrolments: PlacingProblem['enrolments'] = []
  const membersOf = new Map<string, readonly string[]>()
  let left = size.enrolments
  let seatsLeft = seats
  for (const { line, seats: own } of drafts) {
    const wanted = Math.min(own, Math.round((left * own) / seatsLeft))
    seatsLeft -= own
    const chosen = new Set<string>()
    for (const before of line.after) {
      for (const person of membersOf.get(before) ?? []) if (chosen.size < wanted / 2) chosen.add(person)
    }
    const home = Array.from({ length: 6 }, () => byUnit.get(chance.one(active).unitId) ?? active)
    for (let tries = 0; chosen.size < wanted; tries++) {
      const person = tries < wanted * 4 && chance.often(0.8) ? chance.one(chance.one(home)) : chance.one(active)
      if ((taken.get(person.id) ?? 0) < (tries > wanted * 20 ? 9 : 4)) chosen.add(person.id)
    }
    for (const person of chosen) taken.set(person, (taken.get(person) ?? 0) + 1)
    membersOf.set(line.id, [...chosen])
    left -= chosen.size
    enrolments.push(...[...chosen].map((personId) => ({ personId, lineId: line.id, trainingId: null })))
  }
  return enrolments
}
