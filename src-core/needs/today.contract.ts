import { z } from 'zod'
import { query } from '../kernel/operation.ts'

const cycle = { cycleId: z.string(), year: z.number().int() }
const count = { count: z.number().int() }
const day = { on: z.string(), /** Days from today; 0 today, negative when it is past. */ days: z.number().int() }

/** One thing that waits for somebody, with the numbers that its sentence needs. */
const todayItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('noCycle'), year: z.number().int() }),
  z.object({ kind: z.literal('cycleDraft'), ...cycle, ...day }),
  z.object({ kind: z.literal('cycleOpens'), ...cycle, ...day }),
  z.object({ kind: z.literal('cycleCloses'), ...cycle, ...day }),
  z.object({ kind: z.literal('cycleClosed'), ...cycle, ...day }),
  z.object({
    kind: z.literal('response'),
    ...cycle,
    eligible: z.number().int(),
    answered: z.number().int(),
    silentUnits: z.number().int(),
  }),
  z.object({ kind: z.literal('freeTexts'), ...cycle, ...count }),
  z.object({ kind: z.literal('undecided'), ...cycle, ...count }),
  z.object({ kind: z.literal('importsOpen'), ...count }),
  z.object({ kind: z.literal('proposedTopics'), ...count }),
  /** The newest backup is days old; `on` is null when there is none at all. */
  z.object({ kind: z.literal('backupOld'), on: z.string().nullable(), days: z.number().int() }),
])

export type TodayItem = z.infer<typeof todayItemSchema>

/** What there is to do now, the most pressing first, as far as it concerns the officer's roles. */
export const todayContract = {
  today: query('signedIn').output(z.object({ items: z.array(todayItemSchema) })),
}
