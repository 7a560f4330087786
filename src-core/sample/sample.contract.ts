import { z } from 'zod'
import { command, longResult } from '../kernel/operation.ts'

/** The sample academy, for looking around and for measuring. Only the program itself may fill a store with it. */
export const sampleContract = {
  create: command([], { long: true, local: true })
    .input(
      z.object({
        /** The day the sample's year is built around, `YYYY-MM-DD`. */
        today: z.iso.date(),
        staff: z.number().int().min(200).max(200_000).default(25_000),
        needLines: z.number().int().min(500).max(1_000_000).default(60_000),
      }),
    )
    .output(longResult(z.object({ staff: z.number().int(), needLines: z.number().int() }))),
} as const
