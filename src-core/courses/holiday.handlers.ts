import type { Handlers } from '../database/dispatcher.ts'
import type { HolidayTable, OwnColumns } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { formatDate } from '../kernel/dates.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { dayCount } from './days.ts'
import { wholeList, withoutUndefined } from './fields.ts'
import type { holidayContract } from './holiday.contract.ts'
import * as holidays from './holiday.repository.ts'
import { holidaysOver, missingFixedDays, sameHoliday } from './holiday.rules.ts'
import type { HolidayFields } from './holiday.ts'
import { holidayWorkbook } from './holiday.workbook.ts'
import { workbookFile } from './workbook-file.ts'

const longestSpan = 366

/** A holiday's row as it is stored. */
export const holidayColumns = (fields: HolidayFields): OwnColumns<'holiday'> => ({
  ...fields,
  announced: fields.announced ? 1 : 0,
  searchKey: fold([fields.name, fields.nameEn].join(' ')),
  sortKey: sortKey(fields.name),
})

/** Refuses an entry that already stands on its date, or is twice among the entries; others may share the date. */
export async function refuseHolidayTwice(db: Reader, days: readonly HolidayFields[], id?: string): Promise<void> {
  const dates = days.map((day) => day.date).sort()
  const [from, to] = [dates[0], dates.at(-1)]
  if (from === undefined || to === undefined) return
  const standing = (await holidays.loadHolidays(db, from, to)).filter((other) => other.id !== id)
  for (const [at, day] of days.entries()) {
    const same = [...standing, ...days.slice(0, at)].find((other) => sameHoliday(other, day))
    if (same) breaksRule('holidayTwice', { name: same.name, date: formatDate(same.date) })
  }
}

const ofYear = (db: Reader, year: number) => holidays.loadHolidays(db, `${year}-01-01`, `${year}-12-31`)

/** The rows of all ids, or a refusal when one is not there. */
async function rowsOf(db: Reader, ids: readonly string[], deleted = false): Promise<HolidayTable[]> {
  const rows = await holidays.holidaysByIds(db, ids, deleted)
  const missing = ids.find((id) => !rows.some((row) => row.id === id))
  found(missing === undefined ? rows : undefined, 'holiday', missing)
  return rows
}

export const holidayHandlers: Handlers<typeof holidayContract> = {
  listHolidays: ({ db, input }) => holidays.listHolidays(db, input),

  getHoliday: async ({ db, input }) => {
    const [row] = await rowsOf(db, [input.id])
    return holidays.toHoliday(found(row, 'holiday', input.id))
  },

  holidaysOfYear: async ({ db, input }) => {
    const entered = await ofYear(db, input.year)
    return {
      holidays: [...entered],
      years: [...(await holidays.holidayYears(db))],
      missingFixedDays: missingFixedDays(input.year, entered).length,
    }
  },

  addHolidays: async ({ db, input, write }) => {
    const { from, to, skipWeekends, ...fields } = input
    if (to < from) breaksRule('spanReversed')
    if (dayCount(from, to) > longestSpan) breaksRule('spanTooLong', { days: longestSpan })
    const days = holidaysOver({ from, to, skipWeekends }, fields)
    if (days.length === 0) breaksRule('spanHasNoDay')
    await refuseHolidayTwice(db, days)
    const rows = days.map((day) => ({ ...holidayColumns(day), id: write.newId() }))
    await write.insertMany('holiday', rows)
    return { ids: rows.map((row) => row.id) }
  },

  changeHoliday: async ({ db, input, write }) => {
    const [row] = await rowsOf(db, [input.id])
    const { id, rowVersion: _, ...present } = holidays.toHoliday(found(row, 'holiday', input.id))
    const next = { ...present, ...withoutUndefined(input.fields) }
    await refuseHolidayTwice(db, [next], id)
    const differs = await write.update('holiday', id, holidayColumns(next), input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  markAnnounced: async ({ db, input, write }) => {
    const rows = await rowsOf(db, input.ids)
    const announced = input.announced ? 1 : 0
    return {
      changed: await write.updateMany(
        'holiday',
        rows.map(({ id }) => ({ id, patch: { announced } })),
      ),
    }
  },

  removeHolidays: async ({ db, input, write }) => {
    const rows = await rowsOf(db, input.ids)
    return {
      changed: await write.removeMany(
        'holiday',
        rows.map((row) => row.id),
      ),
    }
  },

  restoreHolidays: async ({ db, input, write }) => {
    const rows = await rowsOf(db, input.ids, true)
    await refuseHolidayTwice(db, rows.map(holidays.toHoliday))
    return {
      changed: await write.restoreMany(
        'holiday',
        rows.map(({ id }) => ({ id, patch: { deletedAt: null } })),
      ),
    }
  },

  copyFixedDays: async ({ db, input, write }) => {
    const days = missingFixedDays(input.year, await ofYear(db, input.year))
    const rows = days.map((day) => ({ ...holidayColumns(day), id: write.newId() }))
    await write.insertMany('holiday', rows)
    return { ids: rows.map((row) => row.id) }
  },

  exportHolidays: async ({ db, input, ports }) => {
    const { rows } = await holidays.listHolidays(db, wholeList(input))
    return workbookFile(
      ports,
      holidayWorkbook(rows, input.language),
      { tr: 'Tatiller', en: 'Holidays' }[input.language],
    )
  },
}
