import type { z } from 'zod'
import type { Weights } from '../../../../src-core/needs/cycle.ts'
import { type DemandKey, decisions } from '../../../../src-core/needs/decision.ts'
import type { demandSchema } from '../../../../src-core/needs/priority.contract.ts'
import { reweigh } from '../../../../src-core/needs/priority.rules.ts'
import type { Tone } from '../../../ui/values/StatusWord.tsx'

export type Demand = z.infer<typeof demandSchema>
export type Decision = Demand['decision']
export type ReasonCode = NonNullable<Demand['decisionReason']>

/** A demand with how many places it would rise under the weights being tried. */
export type RankedDemand = Demand & { readonly moved: number }

export const decisionTones: Readonly<Record<Decision, Tone>> = {
  UNDECIDED: 'neutral',
  PLAN: 'good',
  DEFER: 'warn',
  REJECT: 'bad',
  E_TRAINING: 'active',
}

/** The decisions an officer makes, with their keys. */
export const decisionKeys = [
  ['PLAN', 'p'],
  ['DEFER', 'd'],
  ['REJECT', 'r'],
  ['E_TRAINING', 'e'],
  ['UNDECIDED', 'u'],
] as const satisfies readonly (readonly [Decision, string])[]

export const allDecisions = decisions

export const keyOf = (demand: Demand): DemandKey =>
  demand.topicId === null
    ? { topicId: null, freeTextKey: demand.freeTextKey ?? '' }
    : { topicId: demand.topicId, freeTextKey: null }

/** The demands ranked under other weights, with the way each has come from its saved rank. */
export function rankedUnder(demands: readonly Demand[], weights: Weights | undefined): readonly RankedDemand[] {
  if (!weights) return demands.map((demand) => ({ ...demand, moved: 0 }))
  return demands
    .map((demand) => ({ demand, ...reweigh(demand.parts, weights) }))
    .sort((a, b) => b.score - a.score || b.demand.persons - a.demand.persons || (a.demand.key < b.demand.key ? -1 : 1))
    .map(({ demand, score, parts }, index) => ({
      ...demand,
      score,
      parts: [...parts],
      rank: index + 1,
      moved: demand.rank - (index + 1),
    }))
}

/** `6 grup: 5×23, 1×22` without its first word. */
export const sizesText = (sizes: readonly { readonly groups: number; readonly persons: number }[]): string =>
  sizes.map(({ groups, persons }) => `${groups}×${persons}`).join(', ')
