import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { longResult, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import { boardRowSchema } from './board.ts'
import { formStateSchema } from './collect.contract.ts'
import { employmentTypeSchema } from './cycle.ts'
import { needReaders } from './roles.ts'

const silentSchema = z.object({
  personId: z.string(),
  registryNo: z.string(),
  name: z.string(),
  employmentType: employmentTypeSchema,
  title: z.string().nullable(),
  unitId: z.string(),
  unitName: z.string(),
  email: z.string().nullable(),
  /** EMPTY or DRAFT: not sent in. */
  state: formStateSchema,
})

export type SilentPerson = z.infer<typeof silentSchema>

/** Who has answered and who has not. */
export const boardContract = {
  /** Every unit of the cycle with its rate, in the order of the tree. */
  board: query(needReaders)
    .input(z.object({ cycleId: z.string() }))
    .output(
      z.object({
        rows: z.array(boardRowSchema),
        total: boardRowSchema.shape.own,
        /** Units with people who may ask, and how many of them have sent nothing at all. */
        units: z.number().int(),
        silentUnits: z.number().int(),
      }),
    ),
  /** Eligible people who have not answered, in a unit and everything below it or in the whole institution. */
  unanswered: query(needReaders)
    .input(z.object({ cycleId: z.string(), unitId: z.string().nullable().default(null), page: pageRequestSchema }))
    .output(pageOf(silentSchema)),
  /** The board and the list of who has not answered as a workbook. */
  exportBoard: query(needReaders, { long: true })
    .input(z.object({ cycleId: z.string(), language: z.enum(['tr', 'en']) }))
    .output(longResult(fileSchema)),
}
