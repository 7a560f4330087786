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

/** Counted once for all titles: a count a row would look through the whole staff for each. */
const staffCount = sql<number>`coalesce("bearers"."staff", 0)`

const columns: ListColumns = {
  code: { value: sql`"title"."code"`, search: sql`lower("title"."code")` },
  name: { value: sql`"title"."sortKey"`, search: sql`"title"."searchKey"` },
  nameEn: { value: sql`"title"."nameEn"`, search: sql`lower("title"."nameEn")` },
  staffStatus: { value: sql`"title"."staffStatus"` },
  serviceClass: { value: sql`"title"."serviceClass"` },
  level: { value: sql`"title"."level"` },
  active: { value: sql`"title"."active"` },
  staff: { value: staffCount },
}

const bearers = (db: Reader) =>
  db
    .selectFrom('person')
    .select((build) => ['titleId', build.fn.countAll<number>().as('staff')])
    .where('deletedAt', 'is', null)
    .where('active', '=', 1)
    .groupBy('titleId')

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

const countedTitles = (db: Reader) =>
  titles(db).leftJoin(bearers(db).as('bearers'), 'bearers.titleId', 'title.id').select(staffCount.as('staff'))

export async function listTitles(db: Reader, page: PageRequest): Promise<{ rows: TitleRow[]; total: number }> {
  const { rows, total } = await fetchPage(countedTitles(db), page, columns, {
    searchKey: sql`"title"."searchKey"`,
    tieBreak: sql`"title"."id"`,
  })
  return { rows: rows.map((row) => ({ ...row, active: row.active === 1, staff: Number(row.staff) })), total }
}

export async function titleRowById(db: Reader, id: string): Promise<TitleRow | undefined> {
  const row = await countedTitles(db).where('title.id', '=', id).executeTakeFirst()
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
  const rows = await bearers(db).execute()
  return new Map(rows.flatMap(({ titleId, staff }) => (titleId === null ? [] : [[titleId, Number(staff)] as const])))
}
