import { z } from 'zod'
import { query } from '../kernel/operation.ts'
import type { OfficerRole } from '../kernel/roles.ts'

const file = { id: z.string(), titleTr: z.string(), titleEn: z.string() }
const count = { count: z.number().int() }
const day = { on: z.string(), /** Days from today; negative when it is past. */ days: z.number().int() }

/** One thing about visits that waits for somebody. */
const visitTodaySchema = z.discriminatedUnion('kind', [
  /** Requests nobody has decided about; `on` is the day the oldest one came. */
  z.object({ kind: z.literal('requestsWaiting'), ...count, ...day }),
  /** A programme and budget that wait for the manager; `on` is the day of arrival. */
  z.object({ kind: z.literal('approvalWaiting'), ...file, ...day }),
  /** Tasks of one file that are late or due within a week; `on` is the earliest of these days. */
  z.object({ kind: z.literal('tasksDue'), ...file, ...count, ...day, late: z.number().int() }),
  /** Hosts who were asked and have not agreed. */
  z.object({ kind: z.literal('hostsPending'), ...file, ...count, ...day }),
  z.object({ kind: z.literal('arrives'), ...file, ...day }),
  z.object({ kind: z.literal('here'), ...file, ...day }),
  /** Participants whose passport and visa data are past their day. */
  z.object({ kind: z.literal('purgeDue'), ...count }),
])

export type VisitToday = z.infer<typeof visitTodaySchema>

/** Who decides about visits or prepares them. */
const concerned: readonly OfficerRole[] = ['DC', 'TM']

export const visitTodayContract = {
  /** What there is to do for visits, as far as it concerns the officer's roles, the most pressing first. */
  visitsToday: query(concerned).output(z.object({ items: z.array(visitTodaySchema) })),
} as const
