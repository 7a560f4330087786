import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import { inTreeOrder, loadUnits, unitIdsBelow } from '../people/index.ts'
import type { SilentPerson } from './board.contract.ts'
import type { BoardUnit } from './board.rules.ts'
import { type Answers, noAnswers } from './board.ts'
import type { Cycle } from './cycle.ts'

/** All units in tree order, closed ones too: their people answered while they stood. */
export async function boardUnits(db: Reader): Promise<readonly BoardUnit[]> {
  const units = await loadUnits(db)
  return inTreeOrder(units).map(({ node: { id, code, name, parentId }, depth }) => ({
    id,
    code,
    name,
    parentId,
    depth,
  }))
}

const eligibleStaff = (db: Reader, cycle: Cycle) =>
  db
    .selectFrom('person')
    .where('person.deletedAt', 'is', null)
    .where('person.active', '=', 1)
    .where('person.employmentType', 'in', cycle.eligibleTypes)

/** What each unit sent, by itself. */
export async function answersByUnit(db: Reader, cycle: Cycle): Promise<ReadonlyMap<string, Answers>> {
  const eligible = await eligibleStaff(db, cycle)
    .select((build) => ['person.unitId', build.fn.countAll<number>().as('eligible')])
    .groupBy('person.unitId')
    .execute()
  const answered = await eligibleStaff(db, cycle)
    .innerJoin('tnaForm', 'tnaForm.personId', 'person.id')
    .select((build) => [
      'person.unitId',
      build.fn.countAll<number>().as('answered'),
      build.fn.max('tnaForm.submittedAt').as('lastAnswer'),
    ])
    .where('tnaForm.cycleId', '=', cycle.id)
    .where('tnaForm.deletedAt', 'is', null)
    .where('tnaForm.submittedAt', 'is not', null)
    .groupBy('person.unitId')
    .execute()
  const lines = await db
    .selectFrom('needLine')
    .select((build) => [
      'unitId',
      build.fn.countAll<number>().as('lines'),
      sql<number>`sum(case when "personId" is null then "headcount" else 0 end)`.as('headcount'),
      sql<string | null>`max(case when "personId" is null then "createdAt" end)`.as('lastAnswer'),
    ])
    .where('cycleId', '=', cycle.id)
    .where('deletedAt', 'is', null)
    .groupBy('unitId')
    .execute()
  const answers = new Map<string, Answers>()
  const add = (unitId: string, more: Partial<Answers>) =>
    answers.set(unitId, { ...(answers.get(unitId) ?? noAnswers), ...more })
  for (const row of eligible) add(row.unitId, { eligible: Number(row.eligible) })
  for (const row of answered) add(row.unitId, { answered: Number(row.answered), lastAnswer: row.lastAnswer })
  for (const row of lines) {
    const before = answers.get(row.unitId)?.lastAnswer ?? ''
    const lastAnswer = (row.lastAnswer ?? '') > before ? row.lastAnswer : before || null
    add(row.unitId, { lines: Number(row.lines), headcount: Number(row.headcount), lastAnswer })
  }
  return answers
}

const columns: ListColumns = {
  registryNo: { value: sql`"person"."registryNo"`, search: sql`lower("person"."registryNo")` },
  name: { value: sql`"person"."sortKey"`, search: sql`"person"."searchKey"` },
  employmentType: { value: sql`"person"."employmentType"` },
  title: { value: sql`"person"."titleId"`, sort: sql`"title"."sortKey"`, search: sql`"title"."searchKey"` },
  unit: { value: sql`"person"."unitId"`, sort: sql`"orgUnit"."sortKey"`, search: sql`"orgUnit"."searchKey"` },
  email: { value: sql`"person"."email"`, search: sql`lower("person"."email")` },
  state: { value: sql`coalesce("tnaForm"."state", 'EMPTY')` },
}

/** Eligible people whose form has not come. */
export async function listUnanswered(
  db: Reader,
  cycle: Cycle,
  unitId: string | null,
  page: PageRequest,
): Promise<{ rows: SilentPerson[]; total: number }> {
  let base = eligibleStaff(db, cycle)
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .leftJoin('title', 'title.id', 'person.titleId')
    .leftJoin('tnaForm', (join) =>
      join
        .onRef('tnaForm.personId', '=', 'person.id')
        .on('tnaForm.cycleId', '=', cycle.id)
        .on('tnaForm.deletedAt', 'is', null),
    )
    .where('tnaForm.submittedAt', 'is', null)
    .select([
      'person.id as personId',
      'person.registryNo',
      'person.givenNames',
      'person.surname',
      'person.employmentType',
      'title.name as title',
      'person.unitId',
      'orgUnit.name as unitName',
      'person.email',
      'tnaForm.state',
    ])
  if (unitId) base = base.where('person.unitId', 'in', await unitIdsBelow(db, unitId))
  const { rows, total } = await fetchPage(base, page, columns, {
    searchKey: sql`"person"."searchKey"`,
    tieBreak: sql`"person"."id"`,
  })
  return {
    rows: rows.map(({ givenNames, surname, state, ...row }) => ({
      ...row,
      name: `${givenNames} ${surname}`,
      state: state ?? 'EMPTY',
    })),
    total,
  }
}
