import type { NeedLineTable, TnaFormTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { FormLine, PersonForm } from './collect.contract.ts'
import { parseSources } from './need.ts'

export const formOf = (db: Reader, cycleId: string, personId: string): Promise<TnaFormTable | undefined> =>
  db
    .selectFrom('tnaForm')
    .selectAll()
    .where('cycleId', '=', cycleId)
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

/** A person's lines of a cycle, oldest first. */
export const linesOf = (db: Reader, cycleId: string, personId: string): Promise<readonly NeedLineTable[]> =>
  db
    .selectFrom('needLine')
    .selectAll()
    .where('cycleId', '=', cycleId)
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()

/** Whom the form is about, with the words that identify them to an officer. */
export async function personOf(db: Reader, id: string): Promise<PersonForm['person'] | undefined> {
  const row = await db
    .selectFrom('person')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .leftJoin('title', 'title.id', 'person.titleId')
    .select([
      'person.id',
      'person.registryNo',
      'person.givenNames',
      'person.surname',
      'person.employmentType',
      'person.unitId',
      'orgUnit.name as unitName',
      'title.name as title',
      'person.active',
    ])
    .where('person.id', '=', id)
    .where('person.deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { givenNames, surname, active, ...same } = row
  return { ...same, name: `${givenNames} ${surname}`, active: active === 1 }
}

/** Trainings somebody completed, latest first. */
export const trainingsOf = (db: Reader, personId: string) =>
  db
    .selectFrom('completedTraining')
    .select(['topicId', 'name', 'completedOn', 'certificateNo'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .orderBy('completedOn', 'desc')
    .orderBy('id')
    .execute()

/** Topics by id, whatever their state. */
export async function topicRefs(db: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { id: string; code: string; name: string; state: string }>()
  const rows = await db.selectFrom('topic').select(['id', 'code', 'name', 'state']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** A person's lines as the form shows them. */
export async function formLines(db: Reader, cycleId: string, personId: string): Promise<FormLine[]> {
  const lines = await linesOf(db, cycleId, personId)
  const topics = await topicRefs(
    db,
    lines.flatMap((line) => line.topicId ?? []),
  )
  return lines.map((line) => ({
    id: line.id,
    rowVersion: line.rowVersion,
    kind: line.kind,
    topic: topics.get(line.topicId ?? '') ?? null,
    freeText: line.freeText,
    reason: line.reason,
    urgency: line.urgency,
    selfLevel: line.selfLevel,
    targetLevel: line.targetLevel,
    preferredQuarter: line.preferredQuarter,
    note: line.note,
    outcome: line.outcome,
    sources: [...parseSources(line.sources)],
    carriedOver: line.carriedFromId !== null,
  }))
}
