import type { NeedReason } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import type { SampleRandom } from '../kernel/sample-random.ts'
import { fold } from '../kernel/turkish.ts'
import { freeTextWishes } from './free-texts.ts'

export type SamplePerson = { readonly id: string; readonly unitId: string; readonly registryNo: string }

export type SampleNeedsOptions = {
  readonly write: Writer
  readonly random: SampleRandom
  readonly cycleId: string
  readonly now: string
  /** Those who may ask for training. */
  readonly people: readonly SamplePerson[]
  readonly topicIds: readonly string[]
  readonly unitIds: readonly string[]
  readonly lines: number
}

const reasons: readonly NeedReason[] = [
  'legal',
  'newDuty',
  'performanceGap',
  'technology',
  'personalDevelopment',
  'strategicGoal',
]
const reasonWeights = [8, 14, 30, 18, 22, 8]
const sourceKinds = ['portal', 'excel', 'proxy', 'paper'] as const
const sourceWeights = [55, 30, 10, 5]
const notes = [
  'Müdürümüzle görüşüldü.',
  'Geçen yıl kontenjan dolmuştu.',
  'Öğleden önce olursa sevinirim.',
  'Uzaktan da katılabilirim.',
]

type Need = { readonly person: SamplePerson; readonly topicId: string | null; readonly freeText: string | null }

/** One form a person who asked, and the lines on it: popular topics oftener, each unit with a taste of its own. */
export async function sampleNeeds(options: SampleNeedsOptions): Promise<void> {
  const { write, random, cycleId, now, lines } = options
  const needs = chooseNeeds(options, lines - options.unitIds.length * 2)
  const forms = new Map<string, string>()
  for (const { person } of needs) if (!forms.has(person.id)) forms.set(person.id, '')
  for (const personId of forms.keys()) forms.set(personId, write.newId())
  const submitted = () => new Date(Date.parse(now) - random.between(1, 14 * 24 * 60) * 60_000).toISOString()
  await write.insertMany(
    'tnaForm',
    (function* () {
      for (const [personId, id] of forms) {
        const state = random.chance(0.6) ? ('MANAGER_APPROVED' as const) : ('SUBMITTED' as const)
        yield {
          id,
          cycleId,
          personId,
          state,
          submittedAt: submitted(),
          source: 'portal' as const,
          sourceRef: null,
          note: null,
        }
      }
    })(),
  )
  await write.insertMany(
    'needLine',
    (function* () {
      for (const need of needs) yield lineOf(options, need, forms.get(need.person.id) ?? null)
      for (const unitId of options.unitIds) for (let n = 0; n < 2; n++) yield unitNeed(options, unitId)
    })(),
  )
}

function chooseNeeds({ random, people, topicIds }: SampleNeedsOptions, count: number): readonly Need[] {
  const popularity = topicIds.map((_, index) => 1 / (1 + ((index * 37) % topicIds.length)) ** 0.6)
  const needs: Need[] = []
  const counts = [1, 2, 3, 4, 5]
  for (let index = 0; needs.length < count; index++) {
    const person = people[(index * 7) % people.length]
    if (!person) break
    const taken = new Set<string>()
    const wanted = counts[random.weighted([12, 22, 30, 22, 14])] ?? 3
    for (let n = 0; n < wanted && needs.length < count; n++) {
      if (random.chance(0.12)) {
        needs.push({ person, topicId: null, freeText: random.pick(random.pick(freeTextWishes)) })
        continue
      }
      const topicId = topicIds[random.weighted(popularity)] ?? ''
      if (taken.has(topicId)) continue
      taken.add(topicId)
      needs.push({ person, topicId, freeText: null })
    }
    if (index > people.length * 6) break
  }
  return needs
}

function lineOf({ write, random, cycleId, now }: SampleNeedsOptions, need: Need, formId: string | null) {
  const self = random.between(1, 3)
  const kind = sourceKinds[random.weighted(sourceWeights)] ?? 'portal'
  const decided = random.chance(0.6)
  return {
    ...empty,
    id: write.newId(),
    cycleId,
    formId,
    personId: need.person.id,
    unitId: need.person.unitId,
    headcount: 1,
    kind: need.topicId ? ('topic' as const) : ('freeText' as const),
    topicId: need.topicId,
    freeText: need.freeText,
    freeTextKey: need.freeText && fold(need.freeText),
    reason: reasons[random.weighted(reasonWeights)] ?? null,
    selfLevel: self,
    targetLevel: Math.min(5, self + random.between(1, 3)),
    urgency: 1 + random.weighted([8, 17, 38, 25, 12]),
    preferredQuarter: random.chance(0.7) ? random.between(1, 4) : null,
    managerPriority: decided ? 1 + random.weighted([5, 15, 40, 28, 12]) : null,
    managerState: decided ? ('APPROVED' as const) : ('WAITING' as const),
    note: random.chance(0.04) ? random.pick(notes) : null,
    sources: JSON.stringify([{ kind, reference: kind === 'excel' ? 'Birim talepleri.xlsx' : '', at: now }]),
  }
}

function unitNeed({ write, random, cycleId, now, topicIds }: SampleNeedsOptions, unitId: string) {
  return {
    ...empty,
    id: write.newId(),
    cycleId,
    formId: null,
    personId: null,
    unitId,
    headcount: random.between(3, 40),
    kind: 'topic' as const,
    topicId: random.pick(topicIds),
    freeText: null,
    freeTextKey: null,
    reason: random.pick(reasons),
    selfLevel: null,
    targetLevel: null,
    urgency: random.between(2, 5),
    preferredQuarter: random.between(1, 4),
    managerPriority: null,
    managerState: 'WAITING' as const,
    note: null,
    sources: JSON.stringify([{ kind: 'proxy', reference: '', at: now }]),
  }
}

const empty = {
  managerReason: null,
  demandGroupId: null,
  outcome: 'OPEN' as const,
  outcomeReason: null,
  carriedFromId: null,
  importId: null,
}
