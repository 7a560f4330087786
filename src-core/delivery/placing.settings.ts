import { z } from 'zod'
import { defaultPlacingWeights, placingWeightsSchema } from './placing/weights.ts'

/** What the search is told: what each part costs, how many of a unit may be away, and which chance it takes. */
export const placingSettingsSchema = z.object({
  weights: placingWeightsSchema,
  absenceShare: z.number().min(0).max(1),
  seed: z.number().int().min(1).max(1_000_000),
  /** How long it searches, as a share of the usual number of steps. */
  effort: z.number().min(0.05).max(4),
})

export type PlacingSettings = z.infer<typeof placingSettingsSchema>

export const standardPlacing: PlacingSettings = {
  weights: defaultPlacingWeights,
  absenceShare: 0.2,
  seed: 1,
  effort: 1,
}
