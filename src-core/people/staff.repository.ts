import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { EmploymentType, PersonTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { Reader } from '../database/store.ts'
import { fold } from '../kernel/turkish.ts'
import type { StaffPage } from './staff.contract.ts'
import { fullName } from './staff.rules.ts'
import { employmentTypes, type StaffOption, type StaffRow } from './staff.ts'
import { withBelow } from './unit-tree.ts'

const typeOrder = sql`case "person"."employmentType" ${sql.join(
  employmentTypes.map((type, place) => sql`when ${sql.lit(type)} then ${sql.lit(place)}`),
  sql` `,
)} end`

const columns: ListColumns = {
  id: { value: sql`"person"."id"` },
  registryNo: { value: sql`"person"."registryNo"`, search: sql`lower("person"."registryNo")` },
  name: { value: sql`"person"."sortKey"`, search: sql`"person"."searchKey"` },
  employmentType: { value: sql`"person"."employmentType"`, sort: typeOrder },
  unit: { value: sql`"person"."unitId"`, sort: sql`"orgUnit"."sortKey"`, search: sql`"orgUnit"."searchKey"` },
  title: { value: sql`"person"."titleId"`, sort: sql`"title"."sortKey"`, search: sql`"title"."searchKey"` },
  email: { value: sql`"person"."email"`, search: sql`lower("person"."email")` },
  hireDate: { value: sql`"person"."hireDate"` },
  leaveDate: { value: sql`"person"."leaveDate"` },
  active: { value: sql`"person"."active"` },
}

const listed = (db: Reader) =>
  db
    .selectFrom('person')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .leftJoin('title', 'title.id', 'person.titleId')
    .where('person.deletedAt', 'is', null)
    .select([
      'person.id',
      'person.rowVersion',
      'person.registryNo',
      'person.givenNames',
      'person.surname',
      'person.employmentType',
      'person.unitId',
      'orgUnit.code as unitCode',
      'orgUnit.name as unitName',
      'person.titleId',
      'title.name as titleName',
      'person.email',
      'person.hireDate',
      'person.active',
      'person.leaveDate',
    ])

type Listed = Omit<StaffRow, 'active'> & { readonly active: 0 | 1 }

const toRow = (row: Listed): StaffRow => ({ ...row, active: row.active === 1 })

/** Ids of a unit and of everything below it. */
export async function unitIdsBelow(db: Reader, unitId: string): Promise<readonly string[]> {
  const units = await db.selectFrom('orgUnit').select(['id', 'parentId']).where('deletedAt', 'is', null).execute()
  return [...withBelow(units, unitId)]
}

/** One page of the staff. */
export async function listStaff(db: Reader, page: StaffPage): Promise<{ rows: StaffRow[]; total: number }> {
  let query = listed(db)
  if (page.unitId) query = query.where('person.unitId', 'in', await unitIdsBelow(db, page.unitId))
  const { rows, total } = await fetchPage(query, page, columns, {
    searchKey: sql`"person"."searchKey"`,
    tieBreak: sql`"person"."id"`,
  })
  return { rows: rows.map(toRow), total }
}

export async function personById(db: Reader, id: string): Promise<PersonTable | undefined> {
  return db.selectFrom('person').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()
}

export async function staffRowById(db: Reader, id: string): Promise<StaffRow | undefined> {
  const row = await listed(db).where('person.id', '=', id).executeTakeFirst()
  return row && toRow(row)
}

const bearing = statement((db) =>
  db
    .selectFrom('person')
    .selectAll()
    .where('employmentType', '=', 'OFFICER')
    .where('registryNo', '=', '')
    .where('deletedAt', 'is', null),
)

/** Whoever bears this registry number among people of this employment type. */
export const personByRegistry = async (db: Reader, employmentType: EmploymentType, registryNo: string) =>
  (await bearing(db, employmentType, registryNo))[0]

export const trainingsOf = (db: Reader, personId: string) =>
  db
    .selectFrom('completedTraining')
    .select(['id', 'rowVersion', 'topicId', 'name', 'provider', 'completedOn', 'lessonHoursTenths', 'certificateNo'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .orderBy('completedOn', 'desc')
    .orderBy('id')
    .execute()

export const topicById = (db: Reader, id: string) =>
  db.selectFrom('topic').select(['id', 'name']).where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

type Search = {
  readonly text: string
  readonly activeOnly: boolean
  readonly unitId?: string | undefined
  readonly ids: readonly string[]
}

const likeSigns = /[\\%_]/g

const optionLimit = 20

/** People for a picker: whose registry number begins with the text first, then by name. */
export async function searchStaff(db: Reader, search: Search): Promise<readonly StaffOption[]> {
  const text = fold(search.text).replace(likeSigns, '\\$&')
  const begins = sql<number>`case when lower("person"."registryNo") like ${`${text}%`} escape '\\' then 0 else 1 end`
  let query = listed(db)
  for (const word of text.split(' ').filter(Boolean))
    query = query.where(sql<boolean>`"person"."searchKey" like ${`%${word}%`} escape '\\'`)
  if (search.activeOnly) query = query.where('person.active', '=', 1)
  if (search.unitId) query = query.where('person.unitId', 'in', await unitIdsBelow(db, search.unitId))
  if (text !== '') query = query.orderBy(begins)
  const found = await query.orderBy('person.sortKey').orderBy('person.id').limit(optionLimit).execute()
  const wanted = search.ids.filter((id) => !found.some((row) => row.id === id))
  const held = wanted.length > 0 ? await listed(db).where('person.id', 'in', wanted).execute() : []
  return [...held, ...found].map(toOption)
}

const toOption = (row: Listed): StaffOption => ({
  id: row.id,
  registryNo: row.registryNo,
  employmentType: row.employmentType,
  name: fullName(row),
  unitId: row.unitId,
  unitName: row.unitName,
  titleName: row.titleName,
  active: row.active === 1,
})

/** Registry numbers by id. */
export async function registryNumbersOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(['id', 'registryNo']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, registryNo }) => [id, registryNo]))
}
