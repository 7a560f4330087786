import type { Weights } from '../../../../src-core/needs/cycle.ts'

/** The parts of the priority score in the order they are shown. */
export const weightKeys = [
  'legal',
  'managerPriority',
  'persons',
  'urgency',
  'levelGap',
  'notTrained',
  'spread',
  'carriedOver',
  'strategic',
] as const satisfies readonly (keyof Weights)[]
