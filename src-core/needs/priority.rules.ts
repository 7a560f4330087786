import type { Weights } from './cycle.ts'

/** What is known of one demand, before any weight is applied. Averages are of those who answered, null when nobody did. */
export type DemandMeasures = {
  readonly lines: number
  /** Distinct persons plus heads of unit needs. */
  readonly persons: number
  readonly units: number
  readonly legalLines: number
  readonly strategicLines: number
  readonly carriedLines: number
  readonly managerPriority: number | null
  readonly urgency: number | null
  readonly levelGap: number | null
  /** Persons who completed the topic within the guard's months. */
  readonly trainedPersons: number
}

export const scorePartKeys = [
  'legal',
  'managerPriority',
  'urgency',
  'levelGap',
  'persons',
  'spread',
  'notTrained',
  'carriedOver',
  'strategic',
] as const

export type ScorePartKey = (typeof scorePartKeys)[number]

/** One term of the score: `share` of `weight` gives `points`; `measure` is what the share was computed from. */
export type ScorePart = {
  readonly key: ScorePartKey
  readonly weight: number
  /** 0 to 1. */
  readonly share: number
  readonly points: number
  readonly measure: number
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** 1–5 to 0–1. */
const ofFive = (level: number | null): number => (level === null ? 0 : clamp((level - 1) / 4))

const round = (points: number): number => Math.round(points * 10) / 10

/**
 * The priority of a demand as a sum of named parts, each rounded to a tenth before it is added, so that the arithmetic
 * on the screen comes out exactly. `allUnits` is how many units take part in the cycle.
 */
export function scoreOf(
  demand: DemandMeasures,
  weights: Weights,
  allUnits: number,
): { score: number; parts: readonly ScorePart[] } {
  const { lines, persons } = demand
  const shares: Readonly<Record<ScorePartKey, readonly [share: number, measure: number]>> = {
    legal: [lines === 0 ? 0 : demand.legalLines / lines, demand.legalLines],
    managerPriority: [ofFive(demand.managerPriority), demand.managerPriority ?? 0],
    urgency: [ofFive(demand.urgency), demand.urgency ?? 0],
    levelGap: [clamp((demand.levelGap ?? 0) / 4), demand.levelGap ?? 0],
    persons: [shareOfPersons(persons, weights), persons],
    spread: [allUnits === 0 ? 0 : clamp(demand.units / allUnits), demand.units],
    notTrained: [persons === 0 ? 0 : clamp(1 - demand.trainedPersons / persons), persons - demand.trainedPersons],
    carriedOver: [lines === 0 ? 0 : demand.carriedLines / lines, demand.carriedLines],
    strategic: [lines === 0 ? 0 : demand.strategicLines / lines, demand.strategicLines],
  }
  const parts = scorePartKeys.map((key): ScorePart => {
    const [share, measure] = shares[key]
    return { key, weight: weights[key], share, points: round(weights[key] * share), measure }
  })
  return { score: totalOf(parts), parts }
}

/**
 * The same score under other weights: what was computed from the lines stays, only the arithmetic is done again. `persons` of
 * the part of that name are its measure.
 */
export function reweigh(parts: readonly ScorePart[], weights: Weights): { score: number; parts: readonly ScorePart[] } {
  const weighed = parts.map(({ key, measure, share: before }): ScorePart => {
    const share = key === 'persons' ? shareOfPersons(measure, weights) : before
    return { key, weight: weights[key], share, points: round(weights[key] * share), measure }
  })
  return { score: totalOf(weighed), parts: weighed }
}

const totalOf = (parts: readonly ScorePart[]): number => round(parts.reduce((sum, part) => sum + part.points, 0))

const shareOfPersons = (persons: number, { personsFull }: Weights): number =>
  clamp(Math.log1p(persons) / Math.log1p(personsFull))

export type Grouping = {
  readonly groups: number
  /** How many groups have which size, larger first. */
  readonly sizes: readonly { readonly groups: number; readonly persons: number }[]
  /** Persons beyond what the groups can hold, when a minimum forbids one more group. */
  readonly leftOver: number
}

/**
 * Even groups for `persons` in rooms of `capacity`, none under `minimum` (137 in rooms of 24 are 6 groups of 22 or 23).
 * When even one group would be under the minimum there is none, and all are left over.
 */
export function groupsFor(persons: number, capacity: number, minimum: number): Grouping {
  if (persons < minimum || persons === 0 || capacity < 1) return { groups: 0, sizes: [], leftOver: persons }
  let groups = Math.ceil(persons / capacity)
  while (groups > 1 && Math.floor(persons / groups) < minimum) groups--
  const seated = Math.min(persons, groups * capacity)
  const smaller = Math.floor(seated / groups)
  const larger = seated % groups
  const sizes = [
    { groups: larger, persons: smaller + 1 },
    { groups: groups - larger, persons: smaller },
  ].filter((size) => size.groups > 0)
  return { groups, sizes, leftOver: persons - seated }
}

/** Trainer days a demand takes: groups × lesson hours, `hoursPerDay` lesson hours to a day, half days rounded up. */
export const trainerDays = (groups: number, lessonHours: number, hoursPerDay = 6): number =>
  groups * (Math.ceil((lessonHours / hoursPerDay) * 2) / 2)
