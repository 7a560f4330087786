import type { NeedLineTable, TnaFormTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { Reader } from '../database/store.ts'
import type { FormLine, PersonForm } from './collect.contract.ts'
import { parseSources } from './need.ts'

const formsOf = statement((db) =>
  db
    .selectFrom('tnaForm')
    .selectAll()
    .where('cycleId', '=', '')
    .where('personId', '=', '')
    .where('deletedAt', 'is', null),
)

export const formOf = async (db: Reader, cycleId: string, personId: string): Promise<TnaFormTable | undefined> =>
  (await formsOf(db, cycleId, personId))[0]

const linesFor = statement((db) =>
  db
    .selectFrom('needLine')
    .selectAll()
    .where('cycleId', '=', '')
    .where('personId', '=', '')
    .where('deletedAt', 'is', null)
    .orderBy('id'),
)

/** A person's lines of a cycle, oldest first. */
export const linesOf = (db: Reader, cycleId: string, personId: string): Promise<readonly NeedLineTable[]> =>
  linesFor(db, cycleId, personId)

const personWithUnit = statement((db) =>
  db
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
    .where('person.id', '=', '')
    .where('person.deletedAt', 'is', null),
)

/** Whom the form is about, with the words that identify them to an officer. */
export async function personOf(db: Reader, id: string): Promise<PersonForm['person'] | undefined> {
  const [row] = await personWithUnit(db, id)
  if (!row) return undefined
  const { givenNames, surname, active, ...same } = row
  return { ...same, name: `${givenNames} ${surname}`, active: active === 1 }
}

/** Trainings the person of an id completed, latest first. */
export const trainingsOf = statement((db) =>
  db
    .selectFrom('completedTraining')
    .select(['topicId', 'name', 'completedOn', 'certificateNo'])
    .where('personId', '=', '')
    .where('deletedAt', 'is', null)
    .orderBy('completedOn', 'desc')
    .orderBy('id'),
)

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
