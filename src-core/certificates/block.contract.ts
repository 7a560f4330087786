import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { kindSchema } from './certificate.ts'
import { readers, registrars } from './roles.ts'

const yearSchema = z.number().int().min(2000).max(2999)

export const blockSchema = z.object({
  id: z.string(),
  rowVersion: z.number().int(),
  kind: kindSchema,
  year: z.number().int(),
  /** Whether this very store gives out its numbers. */
  here: z.boolean(),
  fromNo: z.number().int(),
  toNo: z.number().int(),
  nextNo: z.number().int(),
  open: z.boolean(),
  endReason: z.string().nullable(),
  /** It was ended because a backup came back: its numbers may have been given out by the later state. */
  afterRestore: z.boolean(),
})

export type NumberBlock = z.infer<typeof blockSchema>

/** Blocks of numbers: who may give out which. */
export const blockContract = {
  numberBlocks: query(readers).output(z.object({ storeId: z.string(), blocks: z.array(blockSchema) })),
  /**
   * Gives a store the next numbers of a register. It runs where the register is kept: on the portal, or on the only store
   * there is.
   */
  leaseBlock: command(registrars)
    .input(
      z.object({
        kind: kindSchema,
        year: yearSchema,
        storeId: z.string().min(1).max(80),
        size: z.number().int().min(1).max(1000).default(50),
      }),
    )
    .output(blockSchema),
  /** Notes on this store a block that was leased to it elsewhere. */
  takeBlock: command(registrars)
    .input(
      z.object({
        kind: kindSchema,
        year: yearSchema,
        /** As `numberBlocks` names it. */
        storeId: z.string().min(1).max(80),
        fromNo: z.number().int().min(1),
        toNo: z.number().int().min(1),
      }),
    )
    .output(blockSchema),
  /** Ends a block; its unused numbers stay in the register as not used, with the reason. */
  closeBlock: command(registrars)
    .input(
      z.object({ id: z.string(), rowVersion: z.number().int(), reason: z.string().normalize().trim().min(3).max(200) }),
    )
    .output(blockSchema),
  /** Makes registers go on behind what was given out before an older state of the store came back. The program does it by itself. */
  continueNumbers: command([], { local: true })
    .input(
      z.object({
        registers: z
          .array(
            z.object({
              kind: kindSchema,
              year: yearSchema,
              holder: z.string().max(80),
              since: z.number().int().min(1),
              upTo: z.number().int().min(0),
            }),
          )
          .max(1000),
      }),
    )
    .output(z.object({ passedOver: z.number().int() })),
} as const
