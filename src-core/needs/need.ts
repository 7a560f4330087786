import { z } from 'zod'

/** Why a training is needed (product: TnaLine.reason). */
export const needReasons = [
  'legal',
  'newDuty',
  'performanceGap',
  'technology',
  'personalDevelopment',
  'strategicGoal',
] as const

export const needReasonSchema = z.enum(needReasons)

export const needKinds = ['topic', 'freeText', 'externalEvent'] as const

/** What became of a need; OPEN until the priorities are decided. */
export const needOutcomes = [
  'OPEN',
  'PLANNED',
  'DEFERRED',
  'COVERED_BY_ETRAINING',
  'ALREADY_TAKEN',
  'REJECTED',
] as const

export const needOutcomeSchema = z.enum(needOutcomes)

/** The four ways in. One need may carry several. */
export const needSourceKinds = ['portal', 'proxy', 'excel', 'paper'] as const

export const needSourceSchema = z.object({
  kind: z.enum(needSourceKinds),
  /** For excel: file name, sheet and row, as `Fen İşleri.xlsx, Sayfa1, 14`; for paper: the form's own number. */
  reference: z.string().max(300),
  at: z.string(),
  /** Why the manager let it in after the window had closed. */
  exception: z.string().max(1000).optional(),
})

export type NeedSource = z.infer<typeof needSourceSchema>

export const levelSchema = z.number().int().min(1).max(5)

export const quarterSchema = z.number().int().min(1).max(4)

/** The sources of a line with one more; the same way in with the same reference stands only once. */
export function withSource(sources: readonly NeedSource[], added: NeedSource): readonly NeedSource[] {
  const known = sources.some((source) => source.kind === added.kind && source.reference === added.reference)
  return known ? sources : [...sources, added]
}

export const parseSources = (json: string): readonly NeedSource[] => JSON.parse(json)
