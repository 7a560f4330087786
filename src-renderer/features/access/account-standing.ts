import type { AccountStanding } from '../../../src-core/access/administration.contract.ts'
import type { Tone } from '../../ui/values/StatusWord.tsx'

export const standings = ['active', 'mustChange', 'waiting', 'inactive'] as const

export type StandingWord = (typeof standings)[number]

export const standingTones: Readonly<Record<StandingWord, Tone>> = {
  active: 'good',
  mustChange: 'active',
  waiting: 'warn',
  inactive: 'neutral',
}

/** How an account stands, in one word. */
export function standingWord(account: AccountStanding): { readonly word: StandingWord; readonly tone: Tone } {
  const word = !account.active
    ? 'inactive'
    : account.waitingUntil
      ? 'waiting'
      : account.mustChangePassword
        ? 'mustChange'
        : 'active'
  return { word, tone: standingTones[word] }
}
