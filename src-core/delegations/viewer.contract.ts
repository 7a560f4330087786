import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { keepers, readers } from './fields.ts'
import { itemKinds } from './programme.ts'
import { viewerAddressSchema } from './viewer.ts'

const shownSlotSchema = z.object({
  id: z.string(),
  kind: z.enum(itemKinds),
  /** 0 for everybody. */
  groupNo: z.number().int(),
  titleTr: z.string(),
  titleEn: z.string(),
  date: z.string(),
  startMinute: z.number().int(),
  endMinute: z.number().int(),
  placeTr: z.string().nullable(),
  placeEn: z.string().nullable(),
})

/** A programme made for one body, seen by its people only (product: R6). */
export const viewerContract = {
  programmeViewers: query(readers)
    .input(z.object({ delegationId: z.string() }))
    .output(z.object({ addresses: z.array(z.string()) })),
  /** Says who of the body sees the programme on the portal once it is approved; nobody else does. */
  showProgrammeTo: command(keepers)
    .input(z.object({ delegationId: z.string(), addresses: z.array(viewerAddressSchema).max(60) }))
    .output(z.object({ added: z.number().int(), removed: z.number().int() })),
  /** On the portal: the programmes made for the body of whoever is signed in, the latest first. */
  myProgrammes: query(['PB'], { portal: true }).output(
    z.object({
      programmes: z.array(
        z.object({
          id: z.string(),
          titleTr: z.string(),
          titleEn: z.string(),
          body: z.string(),
          fromDate: z.string(),
          toDate: z.string(),
          calledOff: z.boolean(),
          slots: z.array(shownSlotSchema),
        }),
      ),
    }),
  ),
} as const
