import type { Writer } from '../database/writer.ts'
import { chanceOf } from './sample-random.ts'
import { type SamplePerson, sampleStaff } from './sample-staff.ts'
import { type SampleTitle, type SampleUnit, sampleTitles, sampleUnits } from './sample-units.ts'

export type { SamplePerson, SampleTitle, SampleUnit }

export type SamplePeople = {
  readonly titles: readonly SampleTitle[]
  readonly units: readonly SampleUnit[]
  readonly staff: readonly SamplePerson[]
}

export type SampleOptions = {
  /** Texts of resources/sample/units.csv and titles.csv. */
  readonly unitsCsv: string
  readonly titlesCsv: string
  readonly newId: () => string
  /** The day of the sample, `YYYY-MM-DD`; hiring and leaving lie before it. */
  readonly today: string
  readonly people?: number
  readonly seed?: number
}

/**
 * The people of the sample academy: the units and titles of our two lists and made-up staff over them. The same options
 * give the same people. Nobody in it exists; names are drawn from lists, addresses end in `.example`.
 */
export function samplePeople(options: SampleOptions): SamplePeople {
  const { newId, today, people = 25_000, seed = 2027 } = options
  const titles = sampleTitles(options.titlesCsv, newId)
  const bare = sampleUnits(options.unitsCsv, newId)
  const staff = sampleStaff(bare, titles, { people, today, newId, chance: chanceOf(seed) })
  return { titles, units: withLeaders(bare, titles, staff), staff }
}

/** The head of each unit becomes its manager, the first chief or clerk with an address its training coordinator. */
function withLeaders(
  units: readonly SampleUnit[],
  titles: readonly SampleTitle[],
  staff: readonly SamplePerson[],
): readonly SampleUnit[] {
  const clerks = new Set(
    titles.filter(({ code }) => ['U010', 'U028', 'U017', 'U020'].includes(code)).map(({ id }) => id),
  )
  const managers = new Map<string, string>()
  const coordinators = new Map<string, string>()
  for (const { id, unitId, titleId, email, active } of staff) {
    if (!managers.has(unitId)) managers.set(unitId, id)
    else if (!coordinators.has(unitId) && active === 1 && email && titleId && clerks.has(titleId))
      coordinators.set(unitId, id)
  }
  return units.map((unit) => ({
    ...unit,
    managerId: managers.get(unit.id) ?? null,
    coordinatorId: coordinators.get(unit.id) ?? null,
  }))
}

/** Writes titles, units and staff, in an order in which references resolve. */
export async function writeSamplePeople(write: Writer, people: SamplePeople): Promise<void> {
  await write.insertMany('title', people.titles)
  await write.insertMany('orgUnit', people.units)
  await write.insertMany('person', people.staff)
}

/** Two people asked to have data erased: one waits, one was answered. */
export async function writeSampleErasures(write: Writer, staff: readonly SamplePerson[], today: string): Promise<void> {
  const [first, second] = staff.filter(({ active, email }) => active === 1 && email !== null).slice(40)
  const daysAgo = (days: number) => new Date(Date.parse(`${today}T08:30:00Z`) - days * 86_400_000).toISOString()
  if (!first || !second) return
  const open = {
    wish: 'Telefon numaramın silinmesini istiyorum.',
    erased: '[]',
    answer: null,
    answeredAt: null,
  } as const
  await write.insertMany('erasureRequest', [
    { id: write.newId(), personId: first.id, state: 'ASKED', askedAt: daysAgo(4), ...open },
    {
      id: write.newId(),
      personId: second.id,
      state: 'ANSWERED',
      askedAt: daysAgo(25),
      wish: null,
      erased: JSON.stringify(['profile', 'notes']),
      answer: 'İsteğiniz üzerine aşağıdaki verileriniz silindi; ötekiler yasal süreleri boyunca saklanıyor.',
      answeredAt: daysAgo(18),
    },
  ])
}
