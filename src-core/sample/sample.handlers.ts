import { writeSampleCertificates } from '../certificates/index.ts'
import { sampleCourses, writeSampleCourses } from '../courses/index.ts'
import { feature } from '../database/dispatcher.ts'
import { writeSampleDelegations } from '../delegations/index.ts'
import { writeSampleSchedule } from '../delivery/index.ts'
import { breaksRule } from '../kernel/errors.ts'
import { fold } from '../kernel/turkish.ts'
import { writeSampleLinks } from '../links/index.ts'
import { standardWeights } from '../needs/index.ts'
import { chanceOf, samplePeople, writeSampleErasures, writeSamplePeople } from '../people/index.ts'
import { writeSamplePlan } from '../plan/index.ts'
import { sampleContract } from './sample.contract.ts'
import { anyRows } from './sample.repository.ts'
import { sampleCompleted } from './sample-completed.ts'
import { sampleNeeds } from './sample-needs.ts'

const seed = 2027

const programActor = { id: 'program', name: 'Akademi', roles: 'all' } as const

/** Officers of the sample academy; their roles are what the sign-in screen offers. */
const officers = [
  { userName: 'aylin', displayName: 'Aylin Korkmaz', roles: ['TM', 'TO', 'SA'] },
  { userName: 'mert', displayName: 'Mert Aydoğan', roles: ['TO'] },
  { userName: 'sevgi', displayName: 'Sevgi Işıkhan', roles: ['CR', 'DC'] },
  { userName: 'denetci', displayName: 'Hakan Üstündağ', roles: ['AU'] },
] as const

export const sample = feature(sampleContract, {
  create: async ({ input, db, write, ports, now, report }) => {
    if (await anyRows(db)) breaksRule('storeNotEmpty')
    const { today } = input
    const chance = chanceOf(seed)
    const texts = await readTexts(ports.readResource)
    const cycle = cycleAround(today)
    const { newId } = write
    await write.insert('setting', { key: 'institution', value: 'İstanbul Büyükşehir Belediyesi (örnek)' })
    await write.insert('setting', { key: 'sample', value: 'yes' })
    for (const { userName, displayName, roles } of officers) {
      const account = { userName, userNameKey: fold(userName), displayName, roles: JSON.stringify(roles) }
      await write.insert('account', { ...account, active: 1, language: 'tr' })
    }
    report({ stage: 'samplePeople', done: 0, total: 3 })
    const people = samplePeople({ ...texts, newId, today, people: input.staff })
    await writeSamplePeople(write, people)
    report({ stage: 'sampleCourses', done: 1, total: 3 })
    const courses = sampleCourses({ ...texts, people, newId, year: cycle.year })
    await writeSampleCourses(write, courses)
    const cycleId = await write.insert('tnaCycle', {
      ...cycle,
      name: `${cycle.year} Eğitim İhtiyaç Analizi`,
      eligibleTypes: JSON.stringify(['OFFICER', 'CONTRACTED', 'CANDIDATE_OFFICER']),
      maxLinesPerPerson: 5,
      weights: JSON.stringify(standardWeights),
      state: 'OPEN',
      extensionReason: null,
      frozenHash: null,
      frozenAt: null,
    })
    report({ stage: 'sampleNeeds', done: 2, total: 3 })
    const eligible = people.staff.filter(
      (person) => person.active === 1 && person.employmentType !== 'WORKER' && person.employmentType !== 'COMPANY',
    )
    const unitIds = people.units.filter((unit) => unit.kind !== 'generalSecretariat').map((unit) => unit.id)
    const topicIds = courses.topics.map((topic) => topic.id)
    await sampleNeeds({ write, chance, cycleId, now, people: eligible, topicIds, unitIds, lines: input.needLines })
    await sampleCompleted({ write, chance, today, people: eligible, topics: courses.topics })
    await writeSamplePlan({
      write,
      chance: chanceOf(seed + 1),
      year: cycle.year - 1,
      today,
      topics: courses.topics,
      units: people.units,
      providers: courses.providers,
      responsible: officers[1].displayName,
    })
    const { units } = people
    const trainerId = await writeSampleSchedule({
      write,
      ports,
      chance: chanceOf(seed + 2),
      year: cycle.year - 1,
      people: eligible,
      units,
    })
    const unitNames = new Map(people.units.map((unit) => [unit.id, unit.name]))
    const trained = eligible.slice(0, 24).map((person) => ({ ...person, unitName: unitNames.get(person.unitId) ?? '' }))
    const small = input.staff < 1000
    await writeSampleCertificates({ write, ports, now, today, people: trained, small, actor: programActor })
    await writeSampleDelegations({ write, ports, today, topics: courses.topics })
    const trainer = courses.trainers.find(({ id }) => id === trainerId)
    if (trainer)
      await writeSampleLinks({ write, ports }, [
        {
          purpose: 'TRAINER',
          trainerId: trainer.id,
          holderName: trainer.name,
          language: 'tr',
          until: `${cycle.year}-01-31`,
        },
      ])
    await writeSampleErasures(write, people.staff, today)
    return { staff: people.staff.length, needLines: input.needLines }
  },
})

async function readTexts(read: (name: string) => Promise<string>) {
  const [unitsCsv, titlesCsv, topicsCsv, holidaysCsv] = await Promise.all([
    read('sample/units.csv'),
    read('sample/titles.csv'),
    read('sample/course-catalogue.csv'),
    read('sample/holidays-tr-2024-2030.csv'),
  ])
  return { unitsCsv, titlesCsv, topicsCsv, holidaysCsv }
}

/** A cycle whose window is open on the day: December and January as the rule is, longer where the day asks for it. */
function cycleAround(today: string): { year: number; opensAt: string; closesAt: string } {
  const day = 24 * 60 * 60 * 1000
  const at = Date.parse(`${today}T00:00:00Z`)
  const date = new Date(at)
  const year = date.getUTCMonth() === 0 ? date.getUTCFullYear() : date.getUTCFullYear() + 1
  const opens = Math.min(Date.parse(`${year - 1}-11-30T21:00:00Z`), at - 20 * day - 3 * 60 * 60 * 1000)
  const closes = Math.max(Date.parse(`${year}-01-31T20:59:59.999Z`), at + 30 * day - 3 * 60 * 60 * 1000 - 1)
  return { year, opensAt: new Date(opens).toISOString(), closesAt: new Date(closes).toISOString() }
}
