import { countryCodes, countryName } from '../../../src-core/delegations/countries.ts'
import type { delegationStates, taskStates } from '../../../src-core/delegations/delegation.ts'
import type { participantStates } from '../../../src-core/delegations/participant.ts'
import type { requestStates } from '../../../src-core/delegations/request.ts'
import { language, type TextKey, textOf } from '../../app/i18n.ts'
import type { Choice } from '../../ui/table/columns.ts'
import type { Tone } from '../../ui/values/StatusWord.tsx'

export const requestTones: Readonly<Record<(typeof requestStates)[number], Tone>> = {
  REQUESTED: 'warn',
  ACCEPTED: 'good',
  DECLINED: 'neutral',
  REDIRECTED: 'neutral',
}

export const fileTones: Readonly<Record<(typeof delegationStates)[number], Tone>> = {
  DESIGNING: 'active',
  HOSTS_PENDING: 'warn',
  PROGRAMME_READY: 'warn',
  APPROVED: 'active',
  READY: 'good',
  RUNNING: 'active',
  CERTIFIED: 'good',
  CLOSING: 'active',
  CLOSED: 'good',
  FOLLOWED_UP: 'good',
  CANCELLED: 'neutral',
}

export const personTones: Readonly<Record<(typeof participantStates)[number], Tone>> = {
  INVITED: 'warn',
  REGISTERED: 'active',
  CONFIRMED: 'good',
  ARRIVED: 'good',
  CERTIFIED: 'good',
  LEFT_EARLY: 'neutral',
  CANCELLED: 'neutral',
  PURGED: 'neutral',
}

export const taskTones: Readonly<Record<(typeof taskStates)[number], Tone>> = {
  OPEN: 'neutral',
  DONE: 'good',
  NOT_NEEDED: 'neutral',
}

/** Choices of a closed list whose words stand below one key. */
export const choicesOf = (values: readonly string[], below: string, tones?: Readonly<Record<string, Tone>>): Choice[] =>
  values.map((value) => {
    const tone = tones?.[value]
    return { value, label: textOf(`delegations:${below}.${value}` as TextKey), ...(tone && { tone }) }
  })

/** Countries by their names in the officer's language, in its order. */
export function countryChoices(): Choice[] {
  const of = language.get()
  return countryCodes
    .map((value) => ({ value, label: countryName(value, of) }))
    .sort((a, b) => a.label.localeCompare(b.label, of))
}

/** A title in the officer's language. */
export const titleOf = ({ titleTr, titleEn }: { readonly titleTr: string; readonly titleEn: string }): string =>
  language.get() === 'en' ? titleEn : titleTr

export const countryWord = (code: string): string => countryName(code, language.get())
