import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import type { Tone } from '../../../ui/values/StatusWord.tsx'

/** What a cycle's state means to the officer. */
export const cycleTone: Readonly<Record<CycleView['state'], Tone>> = {
  DRAFT: 'neutral',
  READY: 'neutral',
  OPEN: 'active',
  EXTENDED: 'active',
  CLOSED: 'warn',
  FROZEN: 'active',
  CONSOLIDATED: 'good',
  ARCHIVED: 'neutral',
}
