import type { OfficerRole } from '../../../../src-core/kernel/roles.ts'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { type CycleMove, moves } from '../../../../src-core/needs/cycle.rules.ts'

const nextMoves: Readonly<Partial<Record<CycleView['state'], CycleMove>>> = {
  DRAFT: 'approve',
  READY: 'open',
  OPEN: 'extend',
  EXTENDED: 'extend',
  CLOSED: 'freeze',
  FROZEN: 'consolidate',
  CONSOLIDATED: 'archive',
}

/** The step that a person can take next with a cycle, and whose it is. */
export function nextMove({
  state,
}: CycleView): { readonly move: CycleMove; readonly roles: readonly OfficerRole[] } | undefined {
  const move = nextMoves[state]
  return move && { move, roles: moves[move].callers }
}

/** The steps of the timeline; an extended cycle is still collecting. */
export const timelineSteps = ['DRAFT', 'READY', 'OPEN', 'CLOSED', 'FROZEN', 'CONSOLIDATED', 'ARCHIVED'] as const

export type TimelineStep = (typeof timelineSteps)[number]

export const stepOf = (state: CycleView['state']): TimelineStep => (state === 'EXTENDED' ? 'OPEN' : state)
