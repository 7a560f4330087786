import { z } from 'zod'
import { command } from '../kernel/operation.ts'

/** What the portal's calendar tells hosts by itself. */
export const hostMailsContract = {
  /** Hours that a host was mailed two days ago or earlier and has left unanswered are silent; DEL-04, once, to each such host. */
  remindHosts: command([], { local: true }).output(z.object({ reminded: z.number().int() })),
  /** Addresses past their time are erased: of visits, links and mails. */
  forgetAddresses: command([], { local: true }).output(z.object({ erased: z.number().int() })),
} as const
