import { z } from 'zod'

export const backupSchema = z.object({
  name: z.string(),
  at: z.string(),
  bytes: z.number().int(),
  kind: z.enum(['daily', 'manual', 'migration']),
  /** Entries of the log it holds. */
  entries: z.number().int(),
})

export type Backup = z.infer<typeof backupSchema>

/** Why a store that has backups may be brought back from one before anybody can sign in. */
export const rescueProblems = ['damaged', 'replaced', 'missing'] as const

export type RescueProblem = (typeof rescueProblems)[number]
