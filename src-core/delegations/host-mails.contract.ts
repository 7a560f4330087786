import { z } from 'zod'
import { command } from '../kernel/operation.ts'

/** What the portal's calendar tells hosts by itself. */
export const hostMailsContract = {
  /** DEL-04, once, to each host who was mailed a link two days ago or earlier and has left hours unanswered. */
  remindHosts: command([], { local: true, unlogged: true }).output(z.object({ reminded: z.number().int() })),
} as const
