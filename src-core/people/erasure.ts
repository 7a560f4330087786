import { z } from 'zod'

/** What can be erased of a member of staff on request, and no law keeps (product: privacy). */
export const erasableKinds = ['phone', 'profile', 'notes', 'portal'] as const

export type ErasableKind = (typeof erasableKinds)[number]

/** What stays, each for the time the law or the institution's filing plan sets (product: privacy). */
export const keptKinds = ['employment', 'needs', 'trainings', 'log'] as const

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
