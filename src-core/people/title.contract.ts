import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import { correctors, keepers, readers, recordSchema } from './fields.ts'
import { titleFieldsSchema, titleOptionSchema, titleRowSchema } from './title.ts'

const changed = z.object({ rowVersion: z.number().int() })

/** Titles that staff bear. */
export const titleContract = {
  listTitles: query(readers).input(pageRequestSchema).output(pageOf(titleRowSchema)),
  getTitle: query(readers)
    .input(z.object({ id: z.string() }))
    .output(titleRowSchema),
  /** All titles by name, for pickers. */
  titleOptions: query(readers).output(z.object({ titles: z.array(titleOptionSchema) })),
  addTitle: command(keepers)
    .input(titleFieldsSchema)
    .output(z.object({ id: z.string(), rowVersion: z.number().int() })),
  changeTitle: command(correctors)
    .input(recordSchema.extend({ fields: titleFieldsSchema.partial() }))
    .output(changed),
  /** Takes a title that nobody bears any more out of use. */
  deactivateTitle: command(correctors).input(recordSchema).output(changed),
  reactivateTitle: command(correctors).input(recordSchema).output(changed),
}
