import { breaksRule } from '../kernel/errors.ts'
import { sha256 } from '../kernel/hash.ts'
import { collectingAt } from './cycle.rules.ts'
import type { Cycle } from './cycle.ts'
import { type Wanted, wantedKey } from './need.rules.ts'
import type { NeedSource } from './need.ts'

/** The window of a cycle as the portal shows it. */
export const windowOf = (cycle: Cycle, now: string) => ({
  cycleId: cycle.id,
  year: cycle.year,
  name: cycle.name,
  opensAt: cycle.opensAt,
  closesAt: cycle.closesAt,
  collecting: collectingAt(cycle, now),
  lineLimit: cycle.maxLinesPerPerson,
})

/** Refuses unless the window is open at `now`, to the minute (product: R2). */
export function checkOwnWindow(cycle: Pick<Cycle, 'state' | 'opensAt' | 'closesAt'>, now: string): void {
  const collecting = collectingAt(cycle, now)
  if (collecting === 'notYet') breaksRule('collectingNotYet')
  if (collecting === 'late') breaksRule('collectingClosed')
  if (collecting === 'over') breaksRule('collectingOver')
}

/** Refuses to change a form that its manager has approved or that is locked. */
export function checkFormOpen(state: string | undefined): void {
  if (state === 'MANAGER_APPROVED') breaksRule('formApproved')
  if (state === 'LOCKED' || state === 'LOCKED_UNREVIEWED') breaksRule('formLocked')
}

/** Refuses a form that asks for the same thing twice. */
export function checkNoTwins(lines: readonly Wanted[]): void {
  const seen = new Set<string>()
  for (const line of lines) {
    const key = wantedKey(line)
    if (seen.has(key)) breaksRule('sameNeedTwice')
    seen.add(key)
  }
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `2027-7QK2M9XA`: names one sending of one form; follows from the command, so that a repeated command says the same. */
export function receiptNo(year: number, commandId: string): string {
  const digest = BigInt(`0x${sha256(commandId).slice(0, 16)}`)
  const signs = Array.from({ length: 8 }, (_, at) => alphabet.charAt(Number((digest >> BigInt(5 * at)) & 31n)))
  return `${year}-${signs.join('')}`
}

/** Whether a line came in by nothing but the portal, so that leaving it out takes it away. */
export const onlyFromPortal = (sources: readonly NeedSource[]): boolean =>
  sources.every(({ kind }) => kind === 'portal')
