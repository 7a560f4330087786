import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { HolidayTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import { type Holiday, holidayHalves, holidayKinds } from './holiday.ts'
import { ranked } from './list-order.repository.ts'

const holidays = (db: Reader) => db.selectFrom('holiday').selectAll().where('holiday.deletedAt', 'is', null)

export const toHoliday = (row: HolidayTable): Holiday => ({
  id: row.id,
  rowVersion: row.rowVersion,
  date: row.date,
  name: row.name,
  nameEn: row.nameEn,
  kind: row.kind,
  half: row.half,
  announced: row.announced === 1,
})

/** The holidays from one day to another, both included, in order. */
export async function loadHolidays(db: Reader, from: string, to: string): Promise<readonly Holiday[]> {
  const rows = await holidays(db)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('sortKey')
    .execute()
  return rows.map(toHoliday)
}

/** Holidays by id, in order of date; deleted ones only when asked for. */
export async function holidaysByIds(db: Reader, ids: readonly string[], deleted = false): Promise<HolidayTable[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('holiday')
    .selectAll()
    .where('id', 'in', ids)
    .where('deletedAt', deleted ? 'is not' : 'is', null)
    .orderBy('date')
    .execute()
}

const holiday = (column: string) => sql.ref(`holiday.${column}`)

const columns: ListColumns = {
  date: { value: holiday('date') },
  name: { value: holiday('name'), sort: holiday('sortKey'), search: holiday('searchKey') },
  kind: { value: holiday('kind'), sort: ranked(holiday('kind'), holidayKinds) },
  half: { value: holiday('half'), sort: ranked(holiday('half'), holidayHalves) },
  announced: { value: holiday('announced') },
}

export async function listHolidays(db: Reader, page: PageRequest): Promise<{ rows: Holiday[]; total: number }> {
  const { rows, total } = await fetchPage(holidays(db), page, columns, {
    searchKey: holiday('searchKey'),
    tieBreak: holiday('id'),
  })
  return { rows: rows.map(toHoliday), total }
}

/** Years for which something is entered, and how many days. */
export async function holidayYears(db: Reader): Promise<readonly { year: number; days: number }[]> {
  const rows = await db
    .selectFrom('holiday')
    .select((build) => [
      sql<string>`substr(${sql.ref('date')}, 1, 4)`.as('year'),
      build.fn.countAll<number>().as('days'),
    ])
    .where('deletedAt', 'is', null)
    .groupBy(sql`substr(${sql.ref('date')}, 1, 4)`)
    .orderBy('year')
    .execute()
  return rows.map((row) => ({ year: Number(row.year), days: Number(row.days) }))
}
