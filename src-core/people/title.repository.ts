import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import type { TitleOption, TitleRow } from './title.ts'

/** A title as rules and imports see it. */
export type Title = {
  readonly id: string
  readonly rowVersion: number
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly staffStatus: string | null
  readonly serviceClass: string | null
  readonly level: string | null
  readonly active: boolean
}

const bearers = sql<number>`(select count(*) from "person"
  where "person"."titleId" = "title"."id" and "person"."active" = 1 and "person"."deletedAt" is null)`

const columns: ListColumns = {
  code: { value: sql`"title"."code"`, search: sql`lower("title"."code")` },
  name: { value: sql`"title"."sortKey"`, search: sql`"title"."searchKey"` },
  nameEn: { value: sql`"title"."nameEn"`, search: sql`lower("title"."nameEn")` },
  staffStatus: { value: sql`"title"."staffStatus"` },
  serviceClass: { value: sql`"title"."serviceClass"` },
  level: { value: sql`"title"."level"` },
  active: { value: sql`"title"."active"` },
  staff: { value: bearers },
}

const titles = (db: Reader) =>
  db
    .selectFrom('title')
    .where('title.deletedAt', 'is', null)
    .select([
      'title.id',
      'title.rowVersion',
      'title.code',
      'title.name',
      'title.nameEn',
      'title.staffStatus',
      'title.serviceClass',
      'title.level',
      'title.active',
    ])

export async function listTitles(db: Reader, page: PageRequest): Promise<{ rows: TitleRow[]; total: number }> {
  const { rows, total } = await fetchPage(titles(db).select(bearers.as('staff')), page, columns, {
    searchKey: sql`"title"."searchKey"`,
    tieBreak: sql`"title"."id"`,
  })
  return { rows: rows.map((row) => ({ ...row, active: row.active === 1, staff: Number(row.staff) })), total }
}

export async function titleRowById(db: Reader, id: string): Promise<TitleRow | undefined> {
  const row = await titles(db).select(bearers.as('staff')).where('title.id', '=', id).executeTakeFirst()
  return row && { ...row, active: row.active === 1, staff: Number(row.staff) }
}

export async function titleById(db: Reader, id: string): Promise<Title | undefined> {
  const row = await titles(db).where('title.id', '=', id).executeTakeFirst()
  return row && { ...row, active: row.active === 1 }
}

/** Every title by name; an institution has hundreds. */
export async function loadTitles(db: Reader): Promise<readonly Title[]> {
  const rows = await titles(db).orderBy('title.sortKey').execute()
  return rows.map((row) => ({ ...row, active: row.active === 1 }))
}

export const titleOptions = async (db: Reader): Promise<readonly TitleOption[]> =>
  (await loadTitles(db)).map(({ id, code, name, active }) => ({ id, code, name, active }))

/** How many active people bear each title. */
export async function staffPerTitle(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('person')
    .select((build) => ['titleId', build.fn.countAll<number>().as('staff')])
    .where('deletedAt', 'is', null)
    .where('active', '=', 1)
    .where('titleId', 'is not', null)
    .groupBy('titleId')
    .execute()
  return new Map(rows.map(({ titleId, staff }) => [titleId ?? '', Number(staff)]))
}
