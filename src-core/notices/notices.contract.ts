import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'

/** The outbox as its administrator sees it: what did not go and why, never to whom or what. */
export const noticesContract = {
  outbox: query(['SA'], { portal: true }).output(
    z.object({
      counts: z.array(z.object({ state: z.string(), count: z.number().int() })),
      troubled: z.array(
        z.object({
          id: z.string(),
          code: z.string(),
          state: z.string(),
          attempts: z.number().int(),
          problem: z.string().nullable(),
          createdAt: z.string(),
          nextAt: z.string(),
        }),
      ),
    }),
  ),
  /** Lets mails that were refused or given up go again at once. */
  sendAgain: command(['SA'], { portal: true, local: true })
    .input(z.object({ ids: z.array(z.string()).min(1).max(200) }))
    .output(z.object({ queued: z.number().int() })),
}
