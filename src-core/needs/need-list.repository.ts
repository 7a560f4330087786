import { type RawBuilder, sql } from 'kysely'
import { applyFilters, applyPage, type ListColumn, totalFrom } from '../database/paging.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import { fold } from '../kernel/turkish.ts'
import { unitIdsBelow } from '../people/index.ts'
import { needSourceKinds, parseSources } from './need.ts'
import type { NeedPage, NeedRow } from './need-list.contract.ts'
import { effectiveOutcome, effectiveReason } from './outcome.repository.ts'

type Joined = 'person' | 'topic' | 'orgUnit'

/** A column and the table that must be joined to sort or filter by it. */
type NeedColumn = ListColumn & { readonly joins?: Joined }

const line = (column: string) => sql.ref(`needLine.${column}`)

const has = (kind: string): RawBuilder<unknown> =>
  sql`case when ${line('sources')} like ${sql.lit(`%"kind":"${kind}"%`)} then 1 else 0 end`

/** Topics in Turkish order, then wordings without one: 'ÿ' stands behind every sign of a sort key. */
export const wantedOrder = sql`coalesce("topic"."sortKey", 'ÿ' || "needLine"."freeTextKey")`

const columns: Readonly<Record<string, NeedColumn>> = {
  registryNo: {
    value: sql.ref('person.registryNo'),
    sort: sql`coalesce("person"."registryNo", 'ÿ')`,
    search: sql`lower("person"."registryNo")`,
    joins: 'person',
  },
  // Units' needs have no person; they stand behind everybody.
  person: {
    value: sql.ref('person.sortKey'),
    sort: sql`coalesce("person"."sortKey", 'ÿ')`,
    search: sql.ref('person.searchKey'),
    joins: 'person',
  },
  employmentType: { value: sql.ref('person.employmentType'), joins: 'person' },
  unit: {
    value: line('unitId'),
    sort: sql.ref('orgUnit.sortKey'),
    search: sql.ref('orgUnit.searchKey'),
    joins: 'orgUnit',
  },
  topic: {
    value: line('topicId'),
    sort: wantedOrder,
    search: sql`coalesce("topic"."searchKey", '') || ' ' || coalesce("needLine"."freeTextKey", '')`,
    joins: 'topic',
  },
  topicCode: { value: sql.ref('topic.code'), search: sql.ref('topic.searchKey'), joins: 'topic' },
  freeText: { value: line('freeText'), sort: line('freeTextKey'), search: line('freeTextKey') },
  kind: { value: line('kind') },
  headcount: { value: line('headcount') },
  reason: { value: line('reason') },
  urgency: { value: line('urgency') },
  quarter: { value: line('preferredQuarter') },
  outcome: { value: effectiveOutcome },
  enteredAt: { value: line('createdAt') },
  ...Object.fromEntries(needSourceKinds.map((kind) => [`source.${kind}`, { value: has(kind) }])),
}

const likeSigns = /[\\%_]/g

/**
 * A word of the search occurs in the person, the topic, the unit or the wording. Each table is searched by itself once:
 * with 60,000 lines that is several times quicker than one long text a line.
 */
function mentions(word: string): RawBuilder<boolean> {
  const pattern = `%${word.replace(likeSigns, '\\$&')}%`
  const found = (table: Joined) =>
    sql`(select "id" from ${sql.table(table)} where "searchKey" like ${pattern} escape '\\')`
  return sql<boolean>`(${line('personId')} in ${found('person')} or ${line('topicId')} in ${found('topic')}
    or ${line('unitId')} in ${found('orgUnit')} or ${line('freeTextKey')} like ${pattern} escape '\\')`
}

async function needLines(db: Reader, { cycleId, unitId, page }: NeedPage, joins: ReadonlySet<Joined | undefined>) {
  const lines = db
    .selectFrom('needLine')
    .where('needLine.cycleId', '=', cycleId)
    .where('needLine.deletedAt', 'is', null)
  const units = unitId ? await unitIdsBelow(db, unitId) : undefined
  const placed = units ? lines.where('needLine.unitId', 'in', units) : lines
  const searched = fold(page.search)
    .split(' ')
    .filter(Boolean)
    .reduce((query, word) => query.where(mentions(word)), placed)
  return searched
    .$if(joins.has('person'), (query) => query.leftJoin('person', 'person.id', 'needLine.personId') as never)
    .$if(joins.has('topic'), (query) => query.leftJoin('topic', 'topic.id', 'needLine.topicId') as never)
    .$if(joins.has('orgUnit'), (query) => query.innerJoin('orgUnit', 'orgUnit.id', 'needLine.unitId') as never)
}

const joinsOf = (names: Iterable<string>): ReadonlySet<Joined | undefined> =>
  new Set([...names].map((name) => columns[name]?.joins))

/** Ids of one page in their order, and how many needs the whole filtered list has. */
async function pageIds(db: Reader, wanted: NeedPage): Promise<{ ids: readonly string[]; total: number }> {
  const { filter, sort } = wanted.page
  const page: PageRequest = { ...wanted.page, search: '' }
  const filtering = joinsOf(Object.keys(filter))
  const ordering = joinsOf([...Object.keys(filter), ...sort.map(({ column }) => column)])
  const ordered = (await needLines(db, wanted, ordering)).select('needLine.id')
  const rows = await applyPage(applyFilters(ordered, page, columns), page, columns, line('id')).execute()
  const ids = rows.map((row) => row.id)
  const known = totalFrom(page, rows.length)
  if (known !== undefined) return { ids, total: known }
  const counted = (await needLines(db, wanted, filtering)).select((build) => build.fn.countAll<number>().as('total'))
  const { total } = await applyFilters(counted, page, columns).executeTakeFirstOrThrow()
  return { ids, total: Number(total) }
}

const idsAtOnce = 500

/** Needs by id, in the order of the ids. */
async function needRows(db: Reader, ids: readonly string[]): Promise<NeedRow[]> {
  const rows = new Map<string, NeedRow>()
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    for (const row of await readRows(db, ids.slice(from, from + idsAtOnce))) rows.set(row.id, row)
  }
  return ids.flatMap((id) => rows.get(id) ?? [])
}

async function readRows(db: Reader, ids: readonly string[]): Promise<NeedRow[]> {
  const rows = await db
    .selectFrom('needLine')
    .innerJoin('orgUnit', 'orgUnit.id', 'needLine.unitId')
    .leftJoin('person', 'person.id', 'needLine.personId')
    .leftJoin('topic', 'topic.id', 'needLine.topicId')
    .select([
      'needLine.id',
      'needLine.rowVersion',
      'needLine.personId',
      'person.registryNo',
      'person.givenNames',
      'person.surname',
      'person.employmentType',
      'needLine.unitId',
      'orgUnit.name as unitName',
      'needLine.kind',
      'needLine.topicId',
      'topic.code as topicCode',
      'topic.name as topicName',
      'needLine.freeText',
      'needLine.headcount',
      'needLine.reason',
      'needLine.urgency',
      'needLine.preferredQuarter as quarter',
      'needLine.sources',
      effectiveOutcome.as('outcome'),
      'needLine.carriedFromId',
      'needLine.createdAt as enteredAt',
    ])
    .where('needLine.id', 'in', ids)
    .execute()
  return rows.map(({ givenNames, surname, sources, carriedFromId, ...row }) => ({
    ...row,
    personName: surname === null ? null : `${givenNames} ${surname}`,
    sources: [...new Set(parseSources(sources).map(({ kind }) => kind))],
    carriedOver: carriedFromId !== null,
  }))
}

/** One page of a cycle's needs. */
export async function listNeeds(db: Reader, wanted: NeedPage): Promise<{ rows: NeedRow[]; total: number }> {
  const { ids, total } = await pageIds(db, wanted)
  return { rows: await needRows(db, ids), total }
}

/** Everything the list shows, in parts, for a workbook. `seen` hears how many of all have been read. */
export async function* allNeeds(
  db: Reader,
  wanted: NeedPage,
  seen: (done: number, total: number) => void,
): AsyncGenerator<readonly NeedRow[]> {
  const { ids, total } = await pageIds(db, { ...wanted, page: { ...wanted.page, start: 0, end: 10_000_000 } })
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    yield await needRows(db, ids.slice(from, from + idsAtOnce))
    seen(Math.min(from + idsAtOnce, total), total)
  }
}

/** One need with everything that is known of it. */
export const needDetail = (db: Reader, id: string) =>
  db
    .selectFrom('needLine')
    .leftJoin('person', 'person.id', 'needLine.personId')
    .leftJoin('title', 'title.id', 'person.titleId')
    .leftJoin('tnaForm', 'tnaForm.id', 'needLine.formId')
    .select([
      'needLine.cycleId',
      'title.name as title',
      'person.active as personActive',
      'needLine.selfLevel',
      'needLine.targetLevel',
      'needLine.managerPriority',
      'needLine.note',
      'needLine.names',
      effectiveReason.as('outcomeReason'),
      'needLine.sources',
      'needLine.carriedFromId',
      'tnaForm.state as formState',
    ])
    .where('needLine.id', '=', id)
    .where('needLine.deletedAt', 'is', null)
    .executeTakeFirst()

export const needRowById = async (db: Reader, id: string): Promise<NeedRow | undefined> => (await readRows(db, [id]))[0]

/** The need of an earlier cycle that came back. */
export const earlierNeed = (db: Reader, id: string) =>
  db
    .selectFrom('needLine')
    .innerJoin('tnaCycle', 'tnaCycle.id', 'needLine.cycleId')
    .select(['needLine.id', 'tnaCycle.year', 'needLine.outcomeReason'])
    .where('needLine.id', '=', id)
    .executeTakeFirst()
