import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { attendeeReaders, scheduleKeepers } from './roles.ts'
import { sessionHalfSchema } from './session.ts'

export const groupMixes = ['any', 'mixed', 'sameUnit'] as const

const reservedSchema = z.object({ unitId: z.string(), seats: z.number().int().min(1).max(1000) })

const doneSchema = z.object({ commandId: z.string(), changed: z.number().int() })

/** Who sits in which group: how groups are made up, seats kept for units, and persons moved by hand. */
export const groupsContract = {
  /** The groups of a training's line. */
  groups: query([...attendeeReaders])
    .input(z.object({ trainingId: z.string() }))
    .output(
      z.object({
        lineNo: z.number().int(),
        mix: z.enum(groupMixes),
        groups: z.array(
          z.object({
            trainingId: z.string(),
            code: z.string(),
            seats: z.number().int(),
            people: z.number().int(),
            reserved: z.array(reservedSchema.extend({ unit: z.string() })),
          }),
        ),
      }),
    ),
  /** Where a person of a group could sit instead: seats that are free to the unit, and what clashes there. */
  otherGroups: query([...attendeeReaders])
    .input(z.object({ trainingId: z.string(), personId: z.string() }))
    .output(
      z.array(
        z.object({
          trainingId: z.string(),
          code: z.string(),
          free: z.number().int(),
          clashes: z.array(z.object({ code: z.string(), date: z.string(), half: sessionHalfSchema })),
        }),
      ),
    ),
  /** How placing makes up the groups of a line: of any units, mixed, or of one unit each. */
  setMix: command([...scheduleKeepers])
    .input(z.object({ planId: z.string(), lineNo: z.number().int(), mix: z.enum(groupMixes) }))
    .output(doneSchema),
  /** Keeps seats of a group for units, in place of those kept before. */
  reserveSeats: command([...scheduleKeepers])
    .input(z.object({ planId: z.string(), trainingId: z.string(), seats: z.array(reservedSchema).max(200) }))
    .output(doneSchema),
  /**
   * Gives a person a seat in another group of the same line. A full group is refused; where clashes of persons block, a
   * reason is asked for, which stays in the log.
   */
  movePerson: command([...scheduleKeepers])
    .input(
      z.object({
        planId: z.string(),
        personId: z.string(),
        from: z.string(),
        to: z.string(),
        reason: z.string().trim().min(5).max(500).nullable().default(null),
      }),
    )
    .output(doneSchema),
} as const
