import type { Erasure } from '../../../src-core/people/erasure.ts'
import type { Tone } from '../../ui/values/StatusWord.tsx'

export const erasureTones: Readonly<Record<Erasure['state'], Tone>> = {
  ASKED: 'warn',
  ANSWERED: 'good',
  WITHDRAWN: 'neutral',
}
