import { sql } from 'kysely'
import type { NeedLineTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** Lines of a cycle whose wording has no topic. */
const waiting = (db: Reader, cycleId: string) =>
  db
    .selectFrom('needLine')
    .where('needLine.cycleId', '=', cycleId)
    .where('needLine.topicId', 'is', null)
    .where('needLine.freeTextKey', 'is not', null)
    .where('needLine.deletedAt', 'is', null)

export type Wording = {
  readonly key: string
  readonly text: string
  readonly lines: number
  readonly persons: number
  readonly units: number
}

/** Who asks with a wording: a person, or a unit for so many. */
export type Asker = {
  readonly key: string
  readonly personId: string | null
  readonly unitId: string
  readonly headcount: number
}

export async function waitingAskers(db: Reader, cycleId: string): Promise<readonly Asker[]> {
  const rows = await waiting(db, cycleId).select(['freeTextKey', 'personId', 'unitId', 'headcount']).execute()
  return rows.map(({ freeTextKey, ...row }) => ({ ...row, key: freeTextKey ?? '' }))
}

/** Wordings that wait for a topic, the most asked first. */
export async function waitingWordings(db: Reader, cycleId: string): Promise<readonly Wording[]> {
  const rows = await waiting(db, cycleId)
    .select([
      'freeTextKey as key',
      sql<string>`min("freeText")`.as('text'),
      sql<number>`count(*)`.as('lines'),
      sql<number>`count(distinct "personId") + sum(case when "personId" is null then "headcount" else 0 end)`.as(
        'persons',
      ),
      sql<number>`count(distinct "unitId")`.as('units'),
    ])
    .groupBy('freeTextKey')
    .orderBy('lines', 'desc')
    .orderBy('key')
    .execute()
  return rows.map((row) => ({
    key: row.key ?? '',
    text: row.text,
    lines: Number(row.lines),
    persons: Number(row.persons),
    units: Number(row.units),
  }))
}

export const linesOfWording = (db: Reader, cycleId: string, key: string) =>
  waiting(db, cycleId)
    .where('freeTextKey', '=', key)
    .innerJoin('orgUnit', 'orgUnit.id', 'needLine.unitId')
    .leftJoin('person', 'person.id', 'needLine.personId')
    .select([
      'needLine.id as lineId',
      'needLine.freeText as text',
      'needLine.headcount',
      'needLine.note',
      'orgUnit.name as unit',
    ])
    .select(['person.givenNames', 'person.surname'])
    .orderBy('needLine.id')
    .limit(2000)
    .execute()

export async function waitingLines(
  db: Reader,
  cycleId: string,
  keys: readonly string[],
): Promise<readonly NeedLineTable[]> {
  const lines: NeedLineTable[] = []
  for (let from = 0; from < keys.length; from += 500) {
    const part = keys.slice(from, from + 500)
    lines.push(...(await waiting(db, cycleId).selectAll('needLine').where('freeTextKey', 'in', part).execute()))
  }
  return lines.sort((a, b) => (a.id < b.id ? -1 : 1))
}

export const mergesOf = (db: Reader, cycleId: string) =>
  db
    .selectFrom('merge')
    .innerJoin('topic', 'topic.id', 'merge.topicId')
    .select([
      'merge.id',
      'merge.topicId',
      'topic.code',
      'topic.name',
      'merge.lineCount',
      'merge.createdAt',
      'merge.undoneAt',
      'merge.texts',
    ])
    .where('merge.cycleId', '=', cycleId)
    .where('merge.deletedAt', 'is', null)
    .orderBy('merge.id', 'desc')
    .execute()

export const mergeById = (db: Reader, id: string) =>
  db.selectFrom('merge').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

/** The merge's lines with what they held before and hold now. */
export const mergeLines = (db: Reader, mergeId: string) =>
  db
    .selectFrom('mergeLine')
    .innerJoin('needLine', 'needLine.id', 'mergeLine.lineId')
    .select([
      'mergeLine.lineId',
      'mergeLine.before',
      'mergeLine.after',
      'needLine.topicId',
      'needLine.kind',
      'needLine.deletedAt',
    ])
    .where('mergeLine.mergeId', '=', mergeId)
    .execute()

export const aliasesOf = (db: Reader, keys: readonly string[]) =>
  db
    .selectFrom('topicAlias')
    .selectAll()
    .where('textKey', 'in', keys.length > 0 ? [...keys] : [''])
    .where('deletedAt', 'is', null)
    .execute()
