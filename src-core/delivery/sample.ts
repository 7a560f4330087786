import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule } from '../kernel/errors.ts'
import type { Ports } from '../kernel/ports.ts'
import type { Chance } from '../people/index.ts'
import { latestPlan, linesOf } from '../plan/index.ts'
import { isHeld, makeTrainings } from './make.ts'
import { placedYearSchema } from './placing/schedule.ts'
import { standardPlacing } from './placing.settings.ts'
import { isGuest, problemOf } from './problem.ts'
import { columnsOfPlace } from './schedule.handlers.ts'
import { enrolmentsOf } from './schedule.repository.ts'
import type { SessionPlace } from './session.ts'

type SampleScheduleOptions = {
  readonly write: Writer
  readonly ports: Ports
  readonly chance: Chance
  readonly year: number
  readonly people: readonly { readonly id: string; readonly unitId: string }[]
  readonly units: readonly { readonly id: string; readonly kind: string }[]
}

/** Building alone, without a search worth the name: the sample has to open quickly. */
const quickly = 0.0001

/** In a small academy nobody would get out of trainings: one line takes a sixth of its people at most. */
const mostShare = 6

/** The year that ends as it was held: groups of each line with their people, days, rooms and trainers. Gives who trains last. */
export async function writeSampleSchedule(options: SampleScheduleOptions): Promise<string | undefined> {
  const { write, ports, year } = options
  const { db } = write
  const plan = await latestPlan(db, year)
  if (!plan) return breaksRule('planEmpty')
  await makeTrainings(write, plan)
  await enrolPeople(options, db, plan.id)
  await dutyDays(options)
  const problem = await problemOf(db, plan, { settings: standardPlacing, today: `${year}-01-01`, keep: false })
  const placed = placedYearSchema.parse(await ports.planner.place(problem, { seed: 1, effort: quickly }))
  await write.updateMany(
    'session',
    placed.placements.map(({ sessionId, date, half, roomId, trainerId }) => ({
      id: sessionId,
      patch: columnsOfPlace({ date, half, roomId, trainerId: isGuest(trainerId) ? null : trainerId }),
    })),
  )
  await twoClashes(write, placed.placements)
  const ids = new Map((await enrolmentsOf(db, year)).map(({ id, lineNo, personId }) => [`L${lineNo} ${personId}`, id]))
  await write.updateMany(
    'enrolment',
    placed.seats.flatMap(({ personId, lineId, trainingId }) => {
      const id = ids.get(`${lineId} ${personId}`)
      return id === undefined ? [] : [{ id, patch: { trainingId } }]
    }),
  )
  const own = placed.placements.filter(({ trainerId }) => !isGuest(trainerId))
  return own.toSorted((one, other) => (one.date > other.date ? -1 : 1))[0]?.trainerId
}

/** Each line has the people it was planned for, mostly of the unit that asked and its neighbours. */
async function enrolPeople({ write, chance, people, year }: SampleScheduleOptions, db: Reader, planId: string) {
  const lines = (await linesOf(db, planId)).filter(isHeld)
  await write.insertMany(
    'enrolment',
    lines.flatMap(({ lineNo, personsPlanned, groups, groupSize }) => {
      const count = Math.min(personsPlanned, groups * groupSize, Math.ceil(people.length / mostShare))
      const first = chance.whole(people.length)
      return Array.from({ length: count }, (_, at) => people[(first + at * 3) % people.length])
        .filter((person, at, all) => person !== undefined && all.indexOf(person) === at)
        .map((person) => ({
          id: write.newId(),
          ...{ year, lineNo, personId: person?.id ?? '', trainingId: null },
          ...{ via: 'unit' as const, state: 'CONFIRMED' as const },
        }))
    }),
  )
}

type Placed = {
  readonly sessionId: string
  readonly date: string
  readonly half: SessionPlace['half']
  readonly roomId: string | null
  readonly trainerId: string
}

/** Two half days late in the year that somebody moved into a room that is taken: one for a reason, one by mistake. */
async function twoClashes(write: Writer, placements: readonly Placed[]): Promise<void> {
  const late = placements
    .filter(({ half, roomId }) => half !== 'none' && roomId !== null)
    .toSorted((one, other) => (one.date > other.date ? -1 : 1))
  for (const at of [0, 2]) {
    const [taken, moved] = [late[at], late[at + 1]]
    if (!taken || !moved) continue
    const { date, half, roomId } = taken
    const trainerId = isGuest(moved.trainerId) ? null : moved.trainerId
    const accepted = { clashKinds: '["room"]', clashReason: 'Salon bölünerek iki gruba verilecek' }
    await write.update('session', moved.sessionId, {
      ...columnsOfPlace({ date, half, roomId, trainerId }),
      ...(at === 0 ? {} : accepted),
    })
  }
}

/** Some directorates close the books at the turn of a quarter. */
async function dutyDays({ write, units, year }: SampleScheduleOptions): Promise<void> {
  const directorates = units.filter(({ kind }) => kind === 'directorate')
  for (const [at, month] of ['03', '06', '09', '12'].entries()) {
    const unit = directorates[(at * 5) % Math.max(1, directorates.length)]
    if (!unit) continue
    const span = { fromDate: `${year}-${month}-22`, toDate: `${year}-${month}-26` }
    await write.insert('unitDuty', { unitId: unit.id, ...span, half: 'none', note: 'Dönem kapanışı' })
  }
}
