import type { OwnColumns, PlanLineTable } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import type { Chance } from '../people/index.ts'
import { draftLines, type Wish } from './line-draft.ts'
import type { PlanCost } from './plan.ts'
import { insertCosts, searchKeysOf } from './plan-change.ts'

type SamplePlanOptions = {
  readonly write: Writer
  readonly chance: Chance
  /** The year that ends; its plan is in force and mostly carried out. */
  readonly year: number
  readonly today: string
  readonly topics: readonly { readonly id: string; readonly legalBasis: string | null }[]
  readonly units: readonly { readonly id: string; readonly kind: string }[]
  readonly providers: readonly { readonly id: string; readonly kind: string }[]
  readonly responsible: string
}

type Row = OwnColumns<'planLine'> & { readonly id: string; readonly costs: readonly PlanCost[] }

const lineCount = 64
const cancelReasons = ['budget', 'noTrainer', 'tooFew'] as const

/**
 * The plan of the year that ends, with its half-year revision: approved, published, and carried out as far as the year has gone.
 * The new year's plan is left to the officer.
 */
export async function writeSamplePlan(options: SamplePlanOptions): Promise<void> {
  const { write, year } = options
  const first = await write.insert('annualPlan', {
    ...planOf(year, 0, null),
    state: 'SUPERSEDED',
    approvedNo: `E-${year}-118`,
    approvedOn: `${year}-03-09`,
    submittedAt: `${year}-03-04T08:10:00.000Z`,
    publishedAt: `${year}-03-16T07:00:00.000Z`,
  })
  const second = await write.insert('annualPlan', {
    ...planOf(year, 1, first),
    state: 'PUBLISHED',
    changeReason: 'Yarıyıl gözden geçirmesi: tarihi kayan ve iptal edilen eğitimler.',
    approvedNo: `E-${year}-347`,
    approvedOn: `${year}-07-14`,
    submittedAt: `${year}-07-08T11:30:00.000Z`,
    publishedAt: `${year}-07-20T07:00:00.000Z`,
  })
  const founded = await linesFor(options, first)
  await writeLines(write, founded)
  await writeLines(write, revised(options, second, founded))
  await ceilings(options)
}

const planOf = (year: number, revision: number, basedOnId: string | null) => ({
  year,
  revision,
  basedOnId,
  name: `${year} Yıllık Eğitim Planı`,
  cycleId: null,
  changeReason: null,
  returnReason: null,
  approvers: JSON.stringify(['Ayşe Yılmaz, Eğitim Dairesi Başkanı', 'Mehmet Demirkan, Genel Sekreter']),
  snapshotHash: null,
})

async function linesFor(
  { write, chance, topics, units, providers, responsible }: SamplePlanOptions,
  planId: string,
): Promise<Row[]> {
  const step = Math.max(1, Math.floor(topics.length / lineCount))
  const wishes = topics
    .filter((_, at) => at % step === 0)
    .slice(0, lineCount)
    .map(
      ({ id, legalBasis }): Wish => ({
        topicId: id,
        freeTextKey: null,
        name: '',
        source: legalBasis === null ? chance.one(['TNA', 'TNA', 'TNA', 'management', 'union'] as const) : 'legal',
        persons: 14 + chance.whole(120),
        groupSize: null,
        groupMinimum: null,
        quarter: null,
        score: 20 + chance.whole(600) / 10,
      }),
    )
  const asking = units.filter(({ kind }) => kind === 'department' || kind === 'directorate')
  const houses = providers.filter(({ kind }) => kind === 'university' || kind === 'affiliate')
  const drafts = await draftLines(write.db, wishes, { responsible, changeReason: null })
  return drafts.map(({ code, ...line }, at) => {
    const month = 3 + ((at * 7) % 10)
    // What nobody of the list gives comes from outside; one line in thirteen still waits for somebody.
    const outside = line.trainerId === null && at % 13 !== 6 ? houses[at % houses.length]?.id : undefined
    const providerId = line.providerId ?? outside ?? null
    const when = { month, quarter: Math.ceil(month / 3), state: 'APPROVED' as const, unitId: chance.one(asking).id }
    return { ...line, providerId, ...when, ...searchKeysOf(code, line.name), id: write.newId(), planId, lineNo: at + 1 }
  })
}

/** The revision: a few lines later, a few out, the rest as they were; what lies behind is done. */
function revised({ write, chance, today, year }: SamplePlanOptions, planId: string, lines: readonly Row[]): Row[] {
  return lines.map((line, at) => {
    const same = { ...line, id: write.newId(), planId, changeOfId: line.id }
    if (at % 11 === 4 && (line.month ?? 12) < 10) {
      const month = Math.min(12, (line.month ?? 1) + 3)
      return realised({ ...same, month, quarter: Math.ceil(month / 3), changeReason: 'Eğitmenin takvimi değişti' })
    }
    if (at % 17 === 6) {
      const stateReason = chance.one(cancelReasons)
      return { ...same, state: 'CANCELLED' as const, stateReason, changeReason: 'Yeterli başvuru olmadı' }
    }
    return realised(same)
  })

  function realised(line: Row): Row {
    const end = `${year}-${String(line.month ?? 12).padStart(2, '0')}-28`
    if (end > today) return line
    if (chance.often(0.05)) return { ...line, state: 'CARRIED_OVER', stateReason: 'nextYear' }
    const costs = line.costs.map((cost) => {
      const actualMinor = Math.round(cost.plannedMinor * (0.82 + chance.whole(30) / 100))
      return { ...cost, committedMinor: actualMinor, actualMinor, documentNo: `HYS-${year}-${1000 + line.lineNo}` }
    })
    return { ...line, state: 'DONE' satisfies PlanLineTable['state'], costs }
  }
}

async function writeLines(write: Writer, lines: readonly Row[]): Promise<void> {
  await write.insertMany(
    'planLine',
    lines.map(({ costs: _, ...row }) => row),
  )
  await insertCosts(
    write,
    lines.map(({ id, costs }) => ({ planLineId: id, costs })),
  )
}

/** A total that the plan keeps to, and warnings for the first departments. */
async function ceilings({ write, year, units }: SamplePlanOptions): Promise<void> {
  await write.insert('budgetCeiling', { year, unitId: null, amountLira: 3_000_000, mode: 'BLOCK' })
  const departments = units.filter(({ kind }) => kind === 'department').slice(0, 6)
  for (const [at, { id }] of departments.entries()) {
    await write.insert('budgetCeiling', { year, unitId: id, amountLira: 150_000 + at * 50_000, mode: 'WARN' })
  }
}
