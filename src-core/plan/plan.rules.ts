import type { PlanState } from '../database/schema.ts'
import type { LineWarning, Plan, PlanCost, PlanLine } from './plan.ts'

/** What a level stands for until somebody says otherwise (product: the academy's four levels; domain: plan rows). */
export type LevelDefaults = {
  /** Of one group. */
  readonly lessonHours: number
  readonly groupSize: number
  /** Fewer than these do not make a group. */
  readonly groupMinimum: number
  readonly mode: PlanLine['mode']
}

export const levelDefaults: Readonly<Record<PlanLine['level'], LevelDefaults>> = {
  HALF_DAY: { lessonHours: 3, groupSize: 24, groupMinimum: 12, mode: 'classroom' },
  ONE_DAY: { lessonHours: 6, groupSize: 24, groupMinimum: 12, mode: 'classroom' },
  TWO_DAY: { lessonHours: 12, groupSize: 24, groupMinimum: 12, mode: 'classroom' },
  OPEN: { lessonHours: 6, groupSize: 100, groupMinimum: 30, mode: 'classroom' },
  CERTIFIED_COURSE: { lessonHours: 36, groupSize: 20, groupMinimum: 10, mode: 'classroom' },
  EXECUTIVE: { lessonHours: 24, groupSize: 15, groupMinimum: 8, mode: 'classroom' },
  E_TRAINING: { lessonHours: 3, groupSize: 1000, groupMinimum: 1, mode: 'eTraining' },
}

/** Lesson hours that make a trainer's day. */
const hoursPerDay = 6

/** Days of one group, half days rounded up. */
export const daysOf = (lessonHours: number): number => Math.ceil((lessonHours / hoursPerDay) * 2) / 2

/** Prices the costs of a line are computed with; kuruş. `feePerPerson` is what a body from outside asks. */
export type PlanRates = {
  readonly feePerPerson: number
  readonly materialPerPerson: number
  readonly printPerPerson: number
  readonly mealPerPersonDay: number
}

export const standardRates: PlanRates = {
  feePerPerson: 75_000,
  materialPerPerson: 4_000,
  printPerPerson: 1_500,
  mealPerPersonDay: 18_000,
}

export type Priced = Pick<PlanLine, 'level' | 'mode' | 'groups' | 'personsPlanned' | 'lessonHours'> & {
  /** Kuruş a day; null for nobody, 0 for a trainer of the house. */
  readonly trainerFee: number | null
  readonly hasProvider: boolean
}

const none: Omit<PlanCost, 'type' | 'plannedMinor'> = {
  committedMinor: 0,
  actualMinor: 0,
  includesLodgingMeals: false,
  documentNo: null,
}

/**
 * Planned costs by type. Who has a trainer pays the trainer by the day; otherwise a provider is paid by the person. Paper and
 * material go with everything but e-training, meals with what lasts longer than a day.
 */
export function costsOf(line: Priced, rates: PlanRates): readonly PlanCost[] {
  const days = daysOf(line.lessonHours)
  const here = line.mode === 'classroom' || line.mode === 'field' || line.mode === 'blended'
  const meals = here && days >= 2 && (line.level === 'CERTIFIED_COURSE' || line.level === 'EXECUTIVE')
  const planned: readonly (readonly [PlanCost['type'], number])[] = [
    ['fee', line.trainerFee === null && line.hasProvider ? rates.feePerPerson * line.personsPlanned : 0],
    ['trainer', line.trainerFee === null ? 0 : Math.round(line.trainerFee * days * line.groups)],
    ['material', here ? rates.materialPerPerson * line.personsPlanned : 0],
    ['meal', meals ? Math.round(rates.mealPerPersonDay * days * line.personsPlanned) : 0],
    ['print', line.mode === 'eTraining' ? 0 : rates.printPerPerson * line.personsPlanned],
  ]
  return planned
    .filter(([, minor]) => minor > 0)
    .map(([type, plannedMinor]) => ({ ...none, type, plannedMinor, includesLodgingMeals: type === 'meal' }))
}

/** States in which lines are made and changed. */
export const mayEdit = (state: PlanState): boolean => state === 'DRAFT' || state === 'UNDER_REVIEW'

/** The plan that is carried out: its lines are realised, its spending is written down. */
export const inForce = (state: PlanState): boolean => state === 'PUBLISHED' || state === 'REVISING'

/** The moves of a plan (product: statuses and transitions). */
export const planMoves = {
  sendToReview: { from: 'DRAFT', to: 'UNDER_REVIEW' },
  submit: { from: 'UNDER_REVIEW', to: 'SUBMITTED' },
  returnPlan: { from: 'SUBMITTED', to: 'DRAFT' },
  approve: { from: 'SUBMITTED', to: 'APPROVED' },
  publish: { from: 'APPROVED', to: 'PUBLISHED' },
  revise: { from: 'PUBLISHED', to: 'REVISING' },
  close: { from: 'PUBLISHED', to: 'CLOSED' },
} as const satisfies Readonly<Record<string, { readonly from: PlanState; readonly to: PlanState }>>

export type PlanMove = keyof typeof planMoves

export const movesFrom = ({ state }: Pick<Plan, 'state'>): readonly PlanMove[] =>
  (Object.keys(planMoves) as PlanMove[]).filter((move) => planMoves[move].from === state)

/** Lines that count: neither cancelled nor carried over to another year. */
export const isLive = ({ state }: Pick<PlanLine, 'state'>): boolean => state !== 'CANCELLED' && state !== 'CARRIED_OVER'

export type PlanTotals = {
  readonly lines: number
  readonly groups: number
  readonly persons: number
  /** Lesson hours of all groups. */
  readonly hours: number
  readonly trainerDays: number
  readonly plannedMinor: number
  readonly committedMinor: number
  readonly actualMinor: number
}

/** Sums over the lines that count. */
export function totalsOf(lines: readonly PlanLine[]): PlanTotals {
  const totals = { lines: 0, groups: 0, persons: 0, hours: 0, trainerDays: 0 }
  const money = { plannedMinor: 0, committedMinor: 0, actualMinor: 0 }
  for (const line of lines) {
    money.committedMinor += line.committedMinor
    money.actualMinor += line.actualMinor
    if (!isLive(line)) continue
    totals.lines++
    totals.groups += line.groups
    totals.persons += line.personsPlanned
    totals.hours += line.groups * line.lessonHours
    totals.trainerDays += line.trainerDays
    money.plannedMinor += line.plannedMinor
  }
  return { ...totals, ...money }
}

type Checked = Pick<
  PlanLine,
  'costs' | 'permissionNo' | 'level' | 'mode' | 'groups' | 'personsPlanned' | 'lessonHours'
> &
  Pick<PlanLine, 'providerId' | 'trainerId'>

/**
 * What the officer should look at. Bodies other than universities, ministries, unions and affiliates need the ministry's
 * permission beforehand (circular 2021/11); spending that includes lodging or meals is looked at by auditors.
 */
export function warningsOf(line: Checked, providerNeedsPermission: boolean): readonly LineWarning[] {
  const found: LineWarning[] = []
  if (line.costs.some((cost) => cost.includesLodgingMeals || isLodgingOrMeal(cost))) found.push('lodgingMeals')
  if (providerNeedsPermission && !line.permissionNo) found.push('permission')
  if (line.personsPlanned < line.groups * levelDefaults[line.level].groupMinimum) found.push('belowMinimum')
  if (line.mode !== 'eTraining' && line.providerId === null && line.trainerId === null) found.push('noGiver')
  return found
}

const isLodgingOrMeal = ({ type, plannedMinor }: PlanCost): boolean =>
  (type === 'lodging' || type === 'meal') && plannedMinor > 0

export const quarterOf = (month: number): number => Math.ceil(month / 3)

/**
 * Divides an amount over units by their persons so that the parts add up to it exactly: what rounding leaves over goes to
 * the largest remainders, first of them in the order given.
 */
export function allocate(minor: number, persons: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = [...persons.values()].reduce((sum, count) => sum + count, 0)
  if (all === 0) return new Map()
  const parts = [...persons].map(([unitId, count]) => {
    const exact = (minor * count) / all
    return { unitId, whole: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  let left = minor - parts.reduce((sum, { whole }) => sum + whole, 0)
  for (const part of [...parts].sort((a, b) => b.rest - a.rest)) {
    if (left <= 0) break
    part.whole++
    left--
  }
  return new Map(parts.map(({ unitId, whole }) => [unitId, whole]))
}
