import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import { changedSchema, keepers, listFileSchema, readers, recordSchema, workbookFileSchema } from './fields.ts'
import { holidayFieldsSchema, holidaySchema } from './holiday.ts'

const yearSchema = z.number().int().min(2000).max(2100)

const idsSchema = z.object({ ids: z.array(z.string()).min(1).max(1000) })

const countSchema = z.object({ changed: z.number().int() })

/** Days and half days on which nobody is trained. */
export const holidayContract = {
  listHolidays: query(readers).input(pageRequestSchema).output(pageOf(holidaySchema)),
  getHoliday: query(readers)
    .input(z.object({ id: z.string() }))
    .output(holidaySchema),
  /** Everything of one year, for its calendar, and the years that have entries. */
  holidaysOfYear: query('signedIn')
    .input(z.object({ year: yearSchema }))
    .output(
      z.object({
        holidays: z.array(holidaySchema),
        years: z.array(z.object({ year: z.number().int(), days: z.number().int() })),
        /** Fixed national days that the year still lacks. */
        missingFixedDays: z.number().int(),
      }),
    ),
  /** Enters a holiday on each day of a span; one day is a span of one. */
  addHolidays: command(keepers)
    .input(
      holidayFieldsSchema
        .omit({ date: true })
        .extend({ from: z.iso.date(), to: z.iso.date(), skipWeekends: z.boolean().default(false) }),
    )
    .output(z.object({ ids: z.array(z.string()) })),
  changeHoliday: command(keepers)
    .input(recordSchema.extend({ fields: holidayFieldsSchema.partial() }))
    .output(changedSchema),
  /** Marks dates as announced, or as only calculated again. */
  markAnnounced: command(keepers)
    .input(idsSchema.extend({ announced: z.boolean() }))
    .output(countSchema),
  /** Takes entries away; `restoreHolidays` brings them back. */
  removeHolidays: command(keepers).input(idsSchema).output(countSchema),
  restoreHolidays: command(keepers).input(idsSchema).output(countSchema),
  /** Enters the fixed national days (Law 2429) that a year lacks. */
  copyFixedDays: command(keepers)
    .input(z.object({ year: yearSchema }))
    .output(z.object({ ids: z.array(z.string()) })),
  exportHolidays: query(readers).input(listFileSchema).output(workbookFileSchema),
}
