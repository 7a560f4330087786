import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type SampleCourses, sampleCourses, writeSampleCourses } from '../../../src-core/courses/index.ts'
import { nameClash } from '../../../src-core/courses/topic.rules.ts'
import { createWriter } from '../../../src-core/database/writer.ts'
import { samplePeople, writeSamplePeople } from '../../../src-core/people/index.ts'
import { openTestAcademy } from '../academy.ts'

const read = (name: string) => readFileSync(new URL(`../../../resources/sample/${name}`, import.meta.url), 'utf8')

function sample(newId: () => string) {
  const people = samplePeople({
    unitsCsv: read('units.csv'),
    titlesCsv: read('titles.csv'),
    newId,
    today: '2026-12-15',
    people: 3000,
  })
  const courses = sampleCourses({
    topicsCsv: read('course-catalogue.csv'),
    holidaysCsv: read('holidays-tr-2024-2030.csv'),
    people,
    newId,
    year: 2027,
  })
  return { people, courses }
}

const counted = (): (() => string) => {
  let count = 0
  return () => String(count++).padStart(8, '0')
}

const { courses } = sample(counted())

const size = ({ providers, topics, trainers, rooms, holidays }: SampleCourses) => [
  topics.length,
  trainers.length,
  providers.length,
  rooms.length,
  holidays.length,
]

test('the sample is the same every time', () => {
  expect(sample(counted()).courses).toEqual(courses)
})

test('the sample has 202 topics, 150 trainers, 20 providers, 40 rooms and seven years of holidays', () => {
  expect(size(courses)).toEqual([202, 150, 20, 40, 119])
  expect(new Set(courses.rooms.map((room) => room.code)).size).toBe(40)
})

test('no topic of the sample answers to the name or wording of another', () => {
  const entries = courses.topics.map((topic) => ({
    ...topic,
    aliases: courses.aliases.filter((alias) => alias.topicId === topic.id).map((alias) => alias.text),
  }))
  for (const entry of entries) expect(nameClash(entry, entries)).toBeUndefined()
})

test('occupational safety repeats after 36, 24 and 12 months by hazard class', () => {
  const months = (code: string) => courses.topics.find((topic) => topic.code === code)?.repeatMonths
  expect(['ISG-001', 'ISG-002', 'ISG-003'].map(months)).toEqual([36, 24, 12])
})

test('every trainer has topics, internal ones are staff, and most have stated when they can', () => {
  const trained = new Set(courses.links.map((link) => link.trainerId))
  expect(trained.size).toBe(150)
  for (const trainer of courses.trainers) expect(trainer.kind === 'internal').toBe(trainer.personId !== null)
  const stated = new Set(courses.availability.map((entry) => entry.trainerId))
  expect(stated.size).toBeGreaterThan(100)
})

test('the store takes the sample as it is, and its lists show it', async () => {
  const { academy, run } = await openTestAcademy()
  const { store, columns } = academy.opened
  await store.write(async (transaction) => {
    const { writer, finish } = createWriter({
      transaction,
      columns,
      commandId: 'sample',
      actorId: 'sample',
      now: '2026-12-15T07:00:00.000Z',
      origin: 'desktop',
      newId: counted(),
    })
    const made = sample(writer.newId)
    await writeSamplePeople(writer, made.people)
    await writeSampleCourses(writer, made.courses)
    await finish()
  })
  for (const [list, total] of [
    ['listTopics', 202],
    ['listTrainers', 150],
    ['listProviders', 20],
    ['listRooms', 40],
    ['listHolidays', 119],
  ] as const) {
    expect(await run(`courses.${list}`, { end: 1 })).toMatchObject({ total })
  }
})
