import {
  certificateKinds,
  certificateLanguages,
  certificateStates,
  groupStates,
} from '../../../src-core/certificates/certificate.ts'
import { textOf } from '../../app/i18n.ts'
import type { Choice } from '../../ui/table/columns.ts'
import type { Tone } from '../../ui/values/StatusWord.tsx'

type GroupState = (typeof groupStates)[number]
type State = (typeof certificateStates)[number]

export const groupTones: Readonly<Record<GroupState, Tone>> = {
  DRAFT: 'neutral',
  PROPOSED: 'warn',
  APPROVED: 'active',
  ISSUED: 'good',
}

export const stateTones: Readonly<Record<State, Tone>> = {
  ISSUED: 'good',
  PRINTED: 'good',
  HANDED_OVER: 'good',
  CORRECTED: 'neutral',
  RENEWED: 'neutral',
  VOIDED: 'warn',
  REVOKED: 'bad',
}

export const kindChoices = (): Choice[] =>
  certificateKinds.map((value) => ({ value, label: textOf(`certificates:kind.${value}`) }))

export const languageChoices = (): Choice[] =>
  certificateLanguages.map((value) => ({ value, label: textOf(`certificates:language.${value}`) }))

export const groupStateChoices = (): Choice[] =>
  groupStates.map((value) => ({ value, label: textOf(`certificates:groupState.${value}`), tone: groupTones[value] }))

export const stateChoices = (): Choice[] =>
  certificateStates.map((value) => ({ value, label: textOf(`certificates:state.${value}`), tone: stateTones[value] }))
