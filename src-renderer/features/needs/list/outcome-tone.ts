import type { NeedRow } from '../../../../src-core/needs/need-list.contract.ts'
import type { Tone } from '../../../ui/values/StatusWord.tsx'

/** What became of a need, as a state. */
export const outcomeTone: Readonly<Record<NeedRow['outcome'], Tone>> = {
  OPEN: 'neutral',
  PLANNED: 'good',
  DEFERRED: 'warn',
  COVERED_BY_ETRAINING: 'good',
  ALREADY_TAKEN: 'neutral',
  REJECTED: 'bad',
}
