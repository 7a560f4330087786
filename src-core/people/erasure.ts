import { z } from 'zod'
import { erasableKinds } from './erasure.rules.ts'

export const erasureSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  state: z.enum(['ASKED', 'ANSWERED', 'WITHDRAWN']),
  askedAt: z.string(),
  /** By when the law wants an answer (KVKK article 13: thirty days). */
  dueOn: z.string(),
  wish: z.string().nullable(),
  erased: z.array(z.enum(erasableKinds)),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
})

export type Erasure = z.infer<typeof erasureSchema>
