import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { sessionHalfSchema } from './session.ts'

const ownSessionSchema = z.object({
  id: z.string(),
  year: z.number().int(),
  /** The plan line it belongs to. */
  lineNo: z.number().int(),
  title: z.string(),
  date: z.string(),
  half: sessionHalfSchema.nullable(),
  startMin: z.number().int().nullable(),
  endMin: z.number().int().nullable(),
  /** Room and building; empty where there is none (online, in the field). */
  place: z.string(),
  cancelled: z.boolean(),
})

/** When and where somebody's own trainings are, by the published plan, and the calendar that follows them. */
export const ownScheduleContract = {
  mySessions: query(['ST'], { portal: true }).output(z.object({ sessions: z.array(ownSessionSchema) })),
  /** Since when a calendar address is open; null for none. The address itself is known only to whoever asked for it. */
  myCalendar: query(['ST'], { portal: true }).output(z.object({ since: z.string().nullable() })),
  /** Opens a new address and closes the one before. `token` is told this once. */
  openMyCalendar: command(['ST'], { portal: true, draft: true }).output(z.object({ token: z.string() })),
  closeMyCalendar: command(['ST'], { portal: true, draft: true }).output(z.object({})),
}
