import type { CycleState } from '../database/schema.ts'
import type { Actor } from '../kernel/context.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule, OperationError } from '../kernel/errors.ts'
import type { OfficerRole } from '../kernel/roles.ts'
import type { CycleView } from './cycle.contract.ts'
import type { Cycle } from './cycle.ts'

/** The moves that a person makes; closing is the calendar's (product: statuses and transitions). */
export const cycleMoves = ['approve', 'open', 'extend', 'freeze', 'consolidate', 'archive'] as const

export type CycleMove = (typeof cycleMoves)[number]

type Move = {
  readonly from: readonly CycleState[]
  readonly to: CycleState
  readonly callers: readonly OfficerRole[]
}

/** What each move leads to and who may make it: officers set up, open and freeze, the manager approves and extends. */
export const moves = {
  approve: { from: ['DRAFT'], to: 'READY', callers: ['TM'] },
  open: { from: ['READY'], to: 'OPEN', callers: ['TO', 'TM'] },
  extend: { from: ['OPEN', 'EXTENDED'], to: 'EXTENDED', callers: ['TM'] },
  freeze: { from: ['CLOSED'], to: 'FROZEN', callers: ['TO', 'TM'] },
  consolidate: { from: ['FROZEN'], to: 'CONSOLIDATED', callers: ['TM'] },
  archive: { from: ['CONSOLIDATED'], to: 'ARCHIVED', callers: ['TM'] },
} as const satisfies Readonly<Record<CycleMove, Move>>

type Dated = Pick<Cycle, 'state' | 'opensAt' | 'closesAt'>

/** The state a cycle has at `now`, also when nobody has written it down yet: dates open and close by themselves. */
export function stateAt({ state, opensAt, closesAt }: Dated, now: string): CycleState {
  if (state === 'READY' && now >= opensAt) return now > closesAt ? 'CLOSED' : 'OPEN'
  if ((state === 'OPEN' || state === 'EXTENDED') && now > closesAt) return 'CLOSED'
  return state
}

/** A cycle as screens see it at `now`. */
export const cycleView = (cycle: Cycle, now: string): CycleView => ({
  ...cycle,
  state: stateAt(cycle, now),
  opensOn: istanbulDate(cycle.opensAt),
  closesOn: istanbulDate(cycle.closesAt),
})

/** Refuses a move that the cycle's state at `now` does not allow. */
export function checkMove(cycle: Dated, move: CycleMove, now: string): void {
  const from: readonly CycleState[] = moves[move].from
  if (!from.includes(stateAt(cycle, now))) breaksRule(`cycle.${move}`)
}

/** Refuses a window that ends before it begins. */
export function checkWindow(opensAt: string, closesAt: string): void {
  if (opensAt >= closesAt) breaksRule('cycleWindowReversed')
}

/** Refuses to start a window that is already over. */
export function checkNotOver(cycle: Dated, now: string): void {
  if (cycle.closesAt <= now) breaksRule('cycleAlreadyOver')
}

/** A cycle's set-up stands once the manager has approved it; until it opens only she may still change it. */
export function checkEditable(cycle: Dated, actor: Actor, now: string): void {
  const state = stateAt(cycle, now)
  if (state !== 'DRAFT' && state !== 'READY') breaksRule('cycleSetUpStands')
  if (state === 'READY' && !hasRole(actor, 'TM')) breaksRule('cycleApprovedAlready')
}

export const hasRole = (actor: Actor, role: OfficerRole): boolean => actor.roles === 'all' || actor.roles.includes(role)

/** Whether needs may be entered: yes, only late by the manager's exception, not yet, or no more. */
export type Collecting = 'open' | 'late' | 'notYet' | 'over'

export function collectingAt(cycle: Dated, now: string): Collecting {
  const state = stateAt(cycle, now)
  if (state === 'OPEN' || state === 'EXTENDED') return 'open'
  if (state === 'CLOSED') return 'late'
  return state === 'DRAFT' || state === 'READY' ? 'notYet' : 'over'
}

/** Refuses to change needs unless the window is open and an officer does it. */
export function checkCollecting(cycle: Dated, actor: Actor, now: string, operation: string): void {
  const collecting = collectingAt(cycle, now)
  if (collecting === 'notYet') breaksRule('collectingNotYet')
  if (collecting === 'late') breaksRule('collectingClosed')
  if (collecting === 'over') breaksRule('collectingOver')
  if (!hasRole(actor, 'TO')) throw new OperationError('NOT_ALLOWED', { operation, roles: ['TO'] })
}

/**
 * The same for a new need, which the manager may still let in after the window has closed, with a written reason.
 * Gives the reason when it is such an exception.
 */
export function checkAdding(
  cycle: Dated,
  actor: Actor,
  now: string,
  operation: string,
  exception: string | null,
): string | null {
  if (collectingAt(cycle, now) !== 'late') {
    checkCollecting(cycle, actor, now, operation)
    return null
  }
  if (!hasRole(actor, 'TM')) breaksRule('collectingClosed')
  return exception || breaksRule('exceptionNeedsReason')
}

/** The window of R2: from the last month of the year before to the first month of the year. */
export const standardWindow = (year: number) => ({ opensOn: `${year - 1}-12-01`, closesOn: `${year}-01-31` })

/** The year whose needs are collected next: from May on it is the year to come. */
export const nextCycleYear = (today: string): number => Number(today.slice(0, 4)) + (today.slice(5, 7) >= '05' ? 1 : 0)
