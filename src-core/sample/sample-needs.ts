import type { NeedReason } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import { fold } from '../kernel/turkish.ts'
import type { Chance } from '../people/index.ts'
import { freeTextWishes } from './free-texts.ts'

export type SamplePerson = { readonly id: string; readonly unitId: string; readonly registryNo: string }

export type SampleNeedsOptions = {
  readonly write: Writer
  readonly chance: Chance
  readonly cycleId: string
  readonly now: string
  /** Those who may ask for training. */
  readonly people: readonly SamplePerson[]
  readonly topicIds: readonly string[]
  readonly unitIds: readonly string[]
  readonly lines: number
}

const reasons: readonly (readonly [NeedReason, number])[] = [
  ['legal', 8],
  ['newDuty', 14],
  ['performanceGap', 30],
  ['technology', 18],
  ['personalDevelopment', 22],
  ['strategicGoal', 8],
]
const sourceKinds = [
  ['portal', 55],
  ['excel', 30],
  ['proxy', 10],
  ['paper', 5],
] as const
const levels = (...weights: readonly number[]) => weights.map((weight, index) => [index + 1, weight] as const)
const linesPerForm = levels(3, 5, 10, 18, 64)
const urgencies = levels(8, 17, 38, 25, 12)
const priorities = levels(5, 15, 40, 28, 12)
const notes = [
  'Müdürümüzle görüşüldü.',
  'Geçen yıl kontenjan dolmuştu.',
  'Öğleden önce olursa sevinirim.',
  'Uzaktan da katılabilirim.',
]

type Need = { readonly person: SamplePerson; readonly topicId: string | null; readonly freeText: string | null }

/** One form a person who asked, and the lines on it: popular topics oftener, each unit with a taste of its own. */
export async function sampleNeeds(options: SampleNeedsOptions): Promise<void> {
  const { write, chance, cycleId, now, lines } = options
  const asking = options.unitIds.filter((_, index) => silentShare(index) < 1)
  const needs = chooseNeeds(options, lines - asking.length * 2)
  const forms = new Map<string, string>()
  for (const { person } of needs) if (!forms.has(person.id)) forms.set(person.id, '')
  for (const personId of forms.keys()) forms.set(personId, write.newId())
  const submitted = () => new Date(Date.parse(now) - between(chance, 1, 14 * 24 * 60) * 60_000).toISOString()
  await write.insertMany(
    'tnaForm',
    (function* () {
      for (const [personId, id] of forms) {
        const state = chance.often(0.6) ? ('MANAGER_APPROVED' as const) : ('SUBMITTED' as const)
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
      for (const unitId of asking) for (let n = 0; n < 2; n++) yield unitNeed(options, unitId)
    })(),
  )
}

/** Most an academy's cycle lets one person ask for. */
const mostLines = 5

/**
 * Who asks for what. Units answer as they do in life: most well, some poorly, a few not at all. People are walked
 * through in steps that meet everybody once; only a very small academy needs a second round for its lines.
 */
function chooseNeeds({ chance, people, topicIds, unitIds }: SampleNeedsOptions, count: number): readonly Need[] {
  const popularity = topicIds.map((id, index) => [id, 1 / (1 + ((index * 37) % topicIds.length)) ** 0.6] as const)
  const silence = new Map(unitIds.map((id, index) => [id, silentShare(index)]))
  const step = [7919, 7907, 1].find((one) => people.length % one !== 0) ?? 1
  const asked = new Map<string, Set<string>>()
  const needs: Need[] = []
  for (let index = 0; needs.length < count && index < people.length * 3; index++) {
    const person = people[(index * step) % people.length]
    if (!person || (index < people.length && chance.often(silence.get(person.unitId) ?? 0))) continue
    const own = asked.get(person.id) ?? new Set<string>()
    asked.set(person.id, own)
    const wanted = Math.min(mostLines, own.size + chance.weighted(linesPerForm))
    for (let tries = 0; own.size < wanted && tries < 20 && needs.length < count; tries++) {
      const freeText = chance.often(0.12) ? chance.one(chance.one(freeTextWishes)) : null
      const topicId = freeText === null ? chance.weighted(popularity) : null
      const wish = topicId ?? fold(freeText ?? '')
      if (!own.has(wish)) needs.push({ person, topicId, freeText })
      own.add(wish)
    }
  }
  return needs
}

const silentShare = (index: number): number => (index % 31 === 5 ? 1 : ((index * 37) % 100) / 400)

function lineOf({ write, chance, cycleId, now }: SampleNeedsOptions, need: Need, formId: string | null) {
  const self = between(chance, 1, 3)
  const kind = chance.weighted(sourceKinds)
  const decided = chance.often(0.6)
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
    reason: chance.weighted(reasons),
    selfLevel: self,
    targetLevel: Math.min(5, self + between(chance, 1, 3)),
    urgency: chance.weighted(urgencies),
    preferredQuarter: chance.often(0.7) ? between(chance, 1, 4) : null,
    managerPriority: decided ? chance.weighted(priorities) : null,
    managerState: decided ? ('APPROVED' as const) : ('WAITING' as const),
    note: chance.often(0.04) ? chance.one(notes) : null,
    sources: JSON.stringify([{ kind, reference: kind === 'excel' ? 'Birim talepleri.xlsx' : '', at: now }]),
  }
}

function unitNeed({ write, chance, cycleId, now, topicIds }: SampleNeedsOptions, unitId: string) {
  return {
    ...empty,
    id: write.newId(),
    cycleId,
    formId: null,
    personId: null,
    unitId,
    headcount: between(chance, 3, 40),
    kind: 'topic' as const,
    topicId: chance.one(topicIds),
    freeText: null,
    freeTextKey: null,
    reason: chance.weighted(reasons),
    selfLevel: null,
    targetLevel: null,
    urgency: between(chance, 2, 5),
    preferredQuarter: between(chance, 1, 4),
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

const between = (chance: Chance, from: number, to: number): number => from + chance.whole(to - from + 1)
