import type { Writer } from '../database/writer.ts'
import { chanceOf, type SamplePeople } from '../people/index.ts'
import {
  type SampleHoliday,
  type SampleProvider,
  type SampleRoom,
  sampleHolidays,
  sampleProviders,
  sampleRooms,
} from './sample-places.ts'
import { type SampleAlias, type SampleTopic, sampleTopics } from './sample-topics.ts'
import { type SampleTrainers, sampleTrainers } from './sample-trainers.ts'

export type SampleCourses = SampleTrainers & {
  readonly providers: readonly SampleProvider[]
  readonly topics: readonly SampleTopic[]
  readonly aliases: readonly SampleAlias[]
  readonly rooms: readonly SampleRoom[]
  readonly holidays: readonly SampleHoliday[]
}

export type SampleCoursesOptions = {
  /** Texts of resources/sample/course-catalogue.csv and holidays-tr-2024-2030.csv. */
  readonly topicsCsv: string
  readonly holidaysCsv: string
  readonly people: Pick<SamplePeople, 'units' | 'staff'>
  readonly newId: () => string
  /** The year that is being planned; trainers state their availability for it. */
  readonly year: number
  readonly seed?: number
}

/**
 * The catalogue of the sample academy: 202 topics, 150 trainers, 20 providers, 40 rooms, the holidays of 2024 to 2030.
 * The same options give the same courses. No trainer or provider in it exists.
 */
export function sampleCourses(options: SampleCoursesOptions): SampleCourses {
  const { newId, people, year, seed = 2027 } = options
  const providers = sampleProviders(newId)
  const providerIds = new Map(providers.map((provider) => [provider.name, provider.id]))
  const { topics, aliases } = sampleTopics(options.topicsCsv, newId, providerIds)
  const unitCodes = new Map(people.units.map((unit) => [unit.id, unit.code]))
  const staff = people.staff
    .filter((person) => person.active === 1 && person.employmentType === 'OFFICER')
    .map((person) => ({ ...person, unitCode: unitCodes.get(person.unitId) ?? '' }))
  const trainers = sampleTrainers({ staff, topics, newId, chance: chanceOf(seed), year })
  const rooms = sampleRooms(newId, new Map(people.units.map((unit) => [unit.code, unit.id])))
  return { providers, topics, aliases, ...trainers, rooms, holidays: sampleHolidays(options.holidaysCsv, newId) }
}

/** Writes the sample, in an order in which references resolve. The people must be there. */
export async function writeSampleCourses(write: Writer, courses: SampleCourses): Promise<void> {
  await write.insertMany('provider', courses.providers)
  await write.insertMany('topic', courses.topics)
  await write.insertMany('topicAlias', courses.aliases)
  await write.insertMany('trainer', courses.trainers)
  await write.insertMany('trainerTopic', courses.links)
  await write.insertMany('trainerAvailability', courses.availability)
  await write.insertMany('room', courses.rooms)
  await write.insertMany('holiday', courses.holidays)
}
