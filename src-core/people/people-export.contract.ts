import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, longResult, query } from '../kernel/operation.ts'
import { pageRequestSchema } from '../kernel/page.ts'
import { languageSchema, readers } from './fields.ts'
import { staffPageSchema } from './staff.contract.ts'

/** Lists as workbooks, with the rows, the order and the filters of the screen. */
export const peopleExportContract = {
  /** A command although it changes nothing: who took the staff out of the academy stands in the log. */
  exportStaff: command(['SA', 'TM', 'TO', 'AU'], { long: true, local: true })
    .input(staffPageSchema.omit({ start: true, end: true }).extend({ language: languageSchema }))
    .output(longResult(fileSchema)),
  exportUnits: query(readers)
    .input(z.object({ withInactive: z.boolean().default(true), language: languageSchema }))
    .output(fileSchema),
  exportTitles: query(readers)
    .input(pageRequestSchema.omit({ start: true, end: true }).extend({ language: languageSchema }))
    .output(fileSchema),
}
