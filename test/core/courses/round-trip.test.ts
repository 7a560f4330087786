import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleCourses, writeSampleCourses } from '../../../src-core/courses/index.ts'
import { courseLists } from '../../../src-core/courses/list-change.ts'
import { createWriter } from '../../../src-core/database/writer.ts'
import { samplePeople, writeSamplePeople } from '../../../src-core/people/index.ts'
import { openTestAcademy, type TestAcademy } from '../academy.ts'
import { check, hand } from './lists.ts'

const read = (name: string) => readFileSync(new URL(`../../../resources/sample/${name}`, import.meta.url), 'utf8')

async function openSample(): Promise<TestAcademy> {
  const academy = await openTestAcademy()
  const { store, columns } = academy.academy.opened
  let count = 0
  await store.write(async (transaction) => {
    const { writer, finish } = createWriter({
      transaction,
      columns,
      commandId: 'sample',
      actorId: 'sample',
      now: '2026-12-15T07:00:00.000Z',
      origin: 'desktop',
      newId: () => String(count++).padStart(8, '0'),
    })
    const { newId } = writer
    const people = samplePeople({
      unitsCsv: read('units.csv'),
      titlesCsv: read('titles.csv'),
      newId,
      today: '2026-12-15',
      people: 2000,
    })
    await writeSamplePeople(writer, people)
    const files = { topicsCsv: read('course-catalogue.csv'), holidaysCsv: read('holidays-tr-2024-2030.csv') }
    await writeSampleCourses(writer, sampleCourses({ ...files, people, newId, year: 2027 }))
    await finish()
  })
  return academy
}

const exportOf = {
  topics: 'exportTopics',
  trainers: 'exportTrainers',
  providers: 'exportProviders',
  rooms: 'exportRooms',
  holidays: 'exportHolidays',
} as const

for (const language of ['tr', 'en'] as const) {
  test(`every list that leaves in ${language} comes back without a difference`, async () => {
    const academy = await openSample()
    for (const kind of courseLists) {
      const list = { sort: [], filter: {}, search: '', language }
      const file: File = await academy.run(`courses.${exportOf[kind]}`, list, { as: ['AU'] })
      const found = await check(academy, await hand(academy, kind, file))
      expect(found.issues, kind).toEqual([])
      expect(found.counts, kind).toMatchObject({ new: 0, changed: 0, errors: 0, same: found.counts.rows })
    }
  })
}
