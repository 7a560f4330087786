import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { PlanNoticeTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import { fullName } from '../people/index.ts'

const idsAtOnce = 500

export async function noticesOfLines(db: Reader, lineIds: readonly string[]): Promise<PlanNoticeTable[]> {
  const found: PlanNoticeTable[] = []
  for (let from = 0; from < lineIds.length; from += idsAtOnce) {
    found.push(
      ...(await db
        .selectFrom('planNotice')
        .selectAll()
        .where('planLineId', 'in', lineIds.slice(from, from + idsAtOnce))
        .where('deletedAt', 'is', null)
        .orderBy('id')
        .execute()),
    )
  }
  return found
}

const columns: ListColumns = {
  name: { value: sql`"person"."surname"`, sort: sql`"person"."sortKey"`, search: sql`"person"."searchKey"` },
  registryNo: { value: sql`"person"."registryNo"` },
  unit: { value: sql`"unit"."name"`, sort: sql`"unit"."sortKey"`, search: sql`"unit"."searchKey"` },
  title: { value: sql`"notice"."title"` },
  outcome: { value: sql`"notice"."outcome"` },
  quarter: { value: sql`"notice"."quarter"` },
  month: { value: sql`"notice"."month"` },
  reason: { value: sql`"notice"."reason"` },
}

/** One page of what people see of a plan. */
export async function listNotices(db: Reader, planId: string, page: PageRequest) {
  const base = db
    .selectFrom('planNotice as notice')
    .leftJoin('person', 'person.id', 'notice.personId')
    .innerJoin('orgUnit as unit', 'unit.id', 'notice.unitId')
    .select(['notice.id', 'notice.personId', 'notice.title', 'notice.outcome', 'notice.quarter', 'notice.month'])
    .select(['notice.reason', 'person.registryNo', 'person.givenNames', 'person.surname', 'unit.name as unit'])
    .where('notice.planId', '=', planId)
    .where('notice.deletedAt', 'is', null)
  const { rows, total } = await fetchPage(base, page, columns, {
    searchKey: sql`coalesce("person"."searchKey", "unit"."searchKey")`,
    tieBreak: sql`"notice"."id"`,
  })
  return {
    rows: rows.map(({ givenNames, surname, ...row }) => ({
      ...row,
      name: surname === null || givenNames === null ? null : fullName({ givenNames, surname }),
    })),
    total,
  }
}

/** What units said about a plan, in the order they said it. */
export const commentsOf = (db: Reader, planId: string) =>
  db
    .selectFrom('planComment as comment')
    .leftJoin('orgUnit as unit', 'unit.id', 'comment.unitId')
    .leftJoin('planLine as line', 'line.id', 'comment.planLineId')
    .select(['comment.id', 'comment.createdAt as at', 'comment.unitId', 'unit.name as unit', 'comment.planLineId'])
    .select(['line.name as line', 'comment.text', 'comment.answer'])
    .where('comment.planId', '=', planId)
    .where('comment.deletedAt', 'is', null)
    .orderBy('comment.id')
    .execute()

export const commentById = (db: Reader, id: string) =>
  db.selectFrom('planComment').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

/** Lines of other plans that go back to these: the same trainings in a revision that is being made. */
export async function linesChanging(db: Reader, lineIds: readonly string[]) {
  const rows = await db
    .selectFrom('planLine as line')
    .innerJoin('annualPlan as plan', 'plan.id', 'line.planId')
    .select(['line.id', 'line.changeOfId'])
    .where('line.changeOfId', 'in', lineIds.length > 0 ? [...lineIds] : [''])
    .where('line.deletedAt', 'is', null)
    .where('plan.state', 'in', ['DRAFT', 'UNDER_REVIEW', 'SUBMITTED', 'APPROVED'])
    .execute()
  return new Map(rows.map(({ id, changeOfId }) => [changeOfId ?? '', id]))
}
