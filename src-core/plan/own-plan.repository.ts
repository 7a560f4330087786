import type { Reader } from '../database/store.ts'

/** What plans in force say to a person, newest year first. A plan that a later revision took the place of says nothing any more. */
export const noticesFor = (db: Reader, personId: string) =>
  db
    .selectFrom('planNotice as notice')
    .innerJoin('annualPlan as plan', 'plan.id', 'notice.planId')
    .select(['notice.id', 'plan.year', 'notice.title', 'notice.outcome', 'notice.quarter', 'notice.month'])
    .leftJoin('planLine as line', 'line.id', 'notice.planLineId')
    .select(['notice.reason', 'line.lineNo'])
    .where('notice.personId', '=', personId)
    .where('notice.deletedAt', 'is', null)
    .where('plan.state', 'in', ['PUBLISHED', 'REVISING', 'CLOSED'])
    .orderBy('plan.year', 'desc')
    .orderBy('notice.id')
    .execute()
