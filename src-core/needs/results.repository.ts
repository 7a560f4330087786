import type { Reader } from '../database/store.ts'

/** A line with everything the results workbook says of it, names looked up by id. */
export const resultLines = (db: Reader, cycleId: string) =>
  db
    .selectFrom('needLine')
    .select([
      'id',
      'personId',
      'unitId',
      'headcount',
      'topicId',
      'freeText',
      'freeTextKey',
      'reason',
      'urgency',
      'note',
    ])
    .select([
      'preferredQuarter',
      'managerPriority',
      'outcome',
      'outcomeReason',
      'carriedFromId',
      'selfLevel',
      'targetLevel',
    ])
    .where('cycleId', '=', cycleId)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()

export type ResultLine = Awaited<ReturnType<typeof resultLines>>[number]

export type ResultNames = {
  /** By id; `place` is where it stands in Turkish order. */
  readonly people: ReadonlyMap<string, { readonly registryNo: string; readonly name: string; readonly place: number }>
  readonly units: ReadonlyMap<string, { readonly code: string; readonly name: string; readonly place: number }>
  readonly topics: ReadonlyMap<string, { readonly code: string; readonly name: string }>
}

/** Names for the ids of lines; joining them in the database reads every name once for each line. */
export async function resultNames(db: Reader): Promise<ResultNames> {
  const people = await db
    .selectFrom('person')
    .select(['id', 'registryNo', 'givenNames', 'surname'])
    .orderBy('sortKey')
    .execute()
  const units = await db.selectFrom('orgUnit').select(['id', 'code', 'name']).orderBy('sortKey').execute()
  const topics = await db.selectFrom('topic').select(['id', 'code', 'name']).execute()
  return {
    people: new Map(
      people.map(({ id, registryNo, givenNames, surname }, place) => [
        id,
        { registryNo, name: `${givenNames} ${surname}`, place },
      ]),
    ),
    units: new Map(units.map(({ id, code, name }, place) => [id, { code, name, place }])),
    topics: new Map(topics.map(({ id, code, name }) => [id, { code, name }])),
  }
}

/** By unit, then person, then id; heads of a unit before its people. */
export function inResultOrder(lines: readonly ResultLine[], { people, units }: ResultNames): readonly ResultLine[] {
  const placed = lines.map((line) => ({
    line,
    unit: units.get(line.unitId)?.place ?? -1,
    person: line.personId === null ? -1 : (people.get(line.personId)?.place ?? -1),
  }))
  placed.sort((a, b) => a.unit - b.unit || a.person - b.person)
  return placed.map(({ line }) => line)
}

/** Lines of a cycle by id with what their decision is made of. */
export async function linesForDecision(db: Reader, cycleId: string) {
  const rows = await db
    .selectFrom('needLine as line')
    .innerJoin('orgUnit as unit', 'unit.id', 'line.unitId')
    .leftJoin('person', 'person.id', 'line.personId')
    .leftJoin('topic', 'topic.id', 'line.topicId')
    .select(['line.id', 'line.topicId', 'line.freeText', 'line.freeTextKey', 'line.outcome', 'line.outcomeReason'])
    .select(['person.givenNames', 'person.surname', 'unit.name as unit', 'topic.name as topic'])
    .where('line.cycleId', '=', cycleId)
    .where('line.deletedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
