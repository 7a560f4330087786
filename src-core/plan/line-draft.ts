import type { Reader } from '../database/store.ts'
import { groupsFor, trainerDays } from '../needs/index.ts'
import { giversOf, topicsById, trainerFee } from './catalogue.repository.ts'
import { costsOf, levelDefaults, type PlanRates } from './plan.rules.ts'
import type { LineFields, PlanLine } from './plan.ts'
import type { NewLine } from './plan-change.ts'
import { ratesOf } from './rates.ts'

/** What the program plans a training for before an officer has looked at it. */
export type Wish = {
  readonly topicId: string | null
  readonly freeTextKey: string | null
  /** The name where no topic gives one. */
  readonly name: string
  readonly source: PlanLine['source']
  readonly persons: number
  readonly groupSize: number | null
  readonly groupMinimum: number | null
  readonly quarter: number | null
  readonly score: number | null
}

export type DraftedBy = { readonly responsible: string; readonly changeReason: string | null }

const tenths = (value: number): number => Math.round(value * 10)

/** Lines as the calculator proposes them: level, groups, hours, who gives them, costs. */
export async function draftLines(db: Reader, wishes: readonly Wish[], by: DraftedBy): Promise<readonly NewLine[]> {
  const topicIds = wishes.flatMap(({ topicId }) => topicId ?? [])
  const [topics, givers, rates] = [await topicsById(db, topicIds), await giversOf(db, topicIds), await ratesOf(db)]
  return wishes
    .map((wish) => {
      const topic = wish.topicId === null ? undefined : topics.get(wish.topicId)
      const giver = wish.topicId === null ? undefined : givers.get(wish.topicId)
      const level = topic?.level ?? 'ONE_DAY'
      const standard = levelDefaults[level]
      const groupSize = wish.groupSize ?? standard.groupSize
      const grouping = groupsFor(wish.persons, groupSize, wish.groupMinimum ?? standard.groupMinimum)
      // Too few for a group are planned as one all the same, and the line says so.
      const groups = Math.max(1, grouping.groups)
      const personsPlanned = grouping.groups === 0 ? wish.persons : wish.persons - grouping.leftOver
      const lessonHours = topic && topic.lessonHoursTenths > 0 ? topic.lessonHoursTenths / 10 : standard.lessonHours
      const providerId = giver || level === 'E_TRAINING' ? null : (topic?.defaultProviderId ?? null)
      const line = { level, mode: standard.mode, groups, personsPlanned, lessonHours }
      return {
        ...line,
        code: topic?.code ?? null,
        topicId: wish.topicId,
        freeTextKey: wish.freeTextKey,
        name: topic?.name ?? wish.name,
        source: wish.source,
        unitId: null,
        groupSize,
        lessonHoursTenths: tenths(lessonHours),
        trainerDaysTenths: level === 'E_TRAINING' ? 0 : tenths(trainerDays(groups, lessonHours)),
        quarter: wish.quarter,
        month: null,
        providerId,
        trainerId: level === 'E_TRAINING' ? null : (giver?.id ?? null),
        permissionNo: null,
        ...by,
        scoreTenths: wish.score === null ? null : tenths(wish.score),
        state: 'PROPOSED' as const,
        changeOfId: null,
        stateReason: null,
        note: null,
        costs: costsOf({ ...line, trainerFee: giver?.fee ?? null, hasProvider: providerId !== null }, rates),
      }
    })
    .map(({ lessonHours: _, ...line }) => line)
}

/** Planned costs of what an officer wrote. */
export async function costsOfFields(db: Reader, fields: LineFields, rates?: PlanRates) {
  const fee = fields.trainerId === null ? null : await trainerFee(db, fields.trainerId)
  return costsOf({ ...fields, trainerFee: fee, hasProvider: fields.providerId !== null }, rates ?? (await ratesOf(db)))
}

/** The columns of what an officer wrote; a month tells its quarter. */
export function columnsOfFields({ lessonHours, ...fields }: LineFields) {
  return {
    ...fields,
    quarter: fields.month === null ? fields.quarter : Math.ceil(fields.month / 3),
    lessonHoursTenths: tenths(lessonHours),
    trainerDaysTenths: fields.mode === 'eTraining' ? 0 : tenths(trainerDays(fields.groups, lessonHours)),
  }
}

/** What a line has that nobody has decided anything about. */
export const newLine = {
  freeTextKey: null,
  scoreTenths: null,
  state: 'PROPOSED',
  changeOfId: null,
  changeReason: null,
  stateReason: null,
} as const

/** A line of another plan as a new one, without what was done about it. */
export const copyOf = (line: PlanLine, source: PlanLine['source'], changeReason: string | null): NewLine => ({
  ...newLine,
  code: line.code,
  topicId: line.topicId,
  name: line.name,
  level: line.level,
  source,
  unitId: line.unitId,
  groups: line.groups,
  groupSize: line.groupSize,
  personsPlanned: line.personsPlanned,
  lessonHoursTenths: Math.round(line.lessonHours * 10),
  trainerDaysTenths: Math.round(line.trainerDays * 10),
  quarter: line.quarter,
  month: line.month,
  providerId: line.providerId,
  trainerId: line.trainerId,
  permissionNo: null,
  mode: line.mode,
  responsible: line.responsible,
  changeReason,
  note: line.note,
  costs: line.costs.map((cost) => ({ ...cost, committedMinor: 0, actualMinor: 0, documentNo: null })),
})
