import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { NeedLineTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import type { UnitNeedRow } from './collect.contract.ts'
import { parseSources } from './need.ts'
import { wantedOrder } from './need-list.repository.ts'

const columns: ListColumns = {
  unit: { value: sql`"needLine"."unitId"`, sort: sql`"orgUnit"."sortKey"`, search: sql`"orgUnit"."searchKey"` },
  unitCode: { value: sql`"orgUnit"."code"`, search: sql`lower("orgUnit"."code")` },
  topic: {
    value: sql`"needLine"."topicId"`,
    sort: wantedOrder,
    search: sql`coalesce("topic"."searchKey", "needLine"."freeTextKey")`,
  },
  headcount: { value: sql`"needLine"."headcount"` },
  reason: { value: sql`"needLine"."reason"` },
  urgency: { value: sql`"needLine"."urgency"` },
  quarter: { value: sql`"needLine"."preferredQuarter"` },
}

const searchKey = sql`"orgUnit"."searchKey" || ' ' || coalesce("topic"."searchKey", '') || ' ' || coalesce("needLine"."freeTextKey", '')`

/** Most head-counts a coordinator's page shows. */
const mostOnPage = 2000

const headcounts = (db: Reader, cycleId: string) =>
  db
    .selectFrom('needLine')
    .innerJoin('orgUnit', 'orgUnit.id', 'needLine.unitId')
    .leftJoin('topic', 'topic.id', 'needLine.topicId')
    .where('needLine.cycleId', '=', cycleId)
    .where('needLine.personId', 'is', null)
    .where('needLine.deletedAt', 'is', null)
    .select([
      'needLine.id',
      'needLine.rowVersion',
      'needLine.unitId',
      'orgUnit.code as unitCode',
      'orgUnit.name as unitName',
      'needLine.topicId',
      'topic.code as topicCode',
      'topic.name as topicName',
      'needLine.freeText',
      'needLine.headcount',
      'needLine.reason',
      'needLine.urgency',
      'needLine.preferredQuarter',
      'needLine.names',
      'needLine.note',
      'needLine.sources',
    ])

type Stored = Omit<UnitNeedRow, 'sources' | 'names'> & { readonly sources: string; readonly names?: string | null }

const toRow = ({ sources, names, ...row }: Stored): UnitNeedRow => ({
  ...row,
  names: names ?? null,
  sources: [...parseSources(sources)],
})

/** What units asked for by head-count. */
export async function listUnitNeeds(db: Reader, cycleId: string, page: PageRequest) {
  const base = headcounts(db, cycleId)
  const { rows, total } = await fetchPage(base, page, columns, { searchKey, tieBreak: sql`"needLine"."id"` })
  return { rows: rows.map(toRow), total }
}

/** What some units asked for by head-count, unit by unit. */
export async function needsOfUnits(db: Reader, cycleId: string, unitIds: readonly string[]) {
  const rows = await headcounts(db, cycleId)
    .where('needLine.unitId', 'in', unitIds.length > 0 ? [...unitIds] : [''])
    .orderBy('orgUnit.sortKey')
    .orderBy('needLine.id')
    .limit(mostOnPage)
    .execute()
  return rows.map(toRow)
}

/** What a unit asked for by head-count in a cycle. */
export const linesOfUnit = (db: Reader, cycleId: string, unitId: string): Promise<readonly NeedLineTable[]> =>
  db
    .selectFrom('needLine')
    .selectAll()
    .where('cycleId', '=', cycleId)
    .where('unitId', '=', unitId)
    .where('personId', 'is', null)
    .where('deletedAt', 'is', null)
    .execute()

export const unitOf = (db: Reader, id: string) =>
  db
    .selectFrom('orgUnit')
    .select(['id', 'name', 'active'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

const idsAtOnce = 500

/** Needs by id, removed ones too. */
export async function needsById(db: Reader, ids: readonly string[]): Promise<readonly NeedLineTable[]> {
  const lines: NeedLineTable[] = []
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const some = ids.slice(from, from + idsAtOnce)
    lines.push(...(await db.selectFrom('needLine').selectAll().where('id', 'in', some).execute()))
  }
  return lines
}
