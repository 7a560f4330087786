import { sql } from 'kysely'
import type { DemandGroupTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { DemandKey } from './decision.ts'
import { type Demand, type MeasuredLine, measureLines } from './demand-measures.ts'

/** The lines of a cycle as far as its demands are measured by them. */
const measuredLines = (db: Reader, cycleId: string): Promise<readonly MeasuredLine[]> =>
  db
    .selectFrom('needLine')
    .select(['topicId', 'freeTextKey', 'freeText', 'personId', 'unitId', 'headcount', 'reason', 'carriedFromId'])
    .select(['managerPriority', 'urgency', 'selfLevel', 'targetLevel'])
    .where('cycleId', '=', cycleId)
    .where('deletedAt', 'is', null)
    .execute()

/**
 * Every demand of a cycle with its measures. `trainedSince` is the date from which a completed training counts for the
 * duplicate guard. Who has the cycle's lines at hand gives them, so that they are not read twice.
 */
export async function measureDemands(
  db: Reader,
  cycleId: string,
  trainedSince: string,
  lines?: readonly MeasuredLine[],
): Promise<readonly Demand[]> {
  return measureLines(lines ?? (await measuredLines(db, cycleId)), await trainedPersons(db, trainedSince))
}

/** Who completed a topic since a date, by topic; whoever asks for it again is found among them, not by a join over all lines. */
async function trainedPersons(db: Reader, since: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db
    .selectFrom('completedTraining')
    .select(['topicId', 'personId'])
    .where('completedOn', '>=', since)
    .where('deletedAt', 'is', null)
    .execute()
  const byTopic = new Map<string, Set<string>>()
  for (const { topicId, personId } of rows) {
    if (topicId === null) continue
    const persons = byTopic.get(topicId)
    if (persons) persons.add(personId)
    else byTopic.set(topicId, new Set([personId]))
  }
  return byTopic
}

/** Units that take part in a cycle: those with staff. */
export async function countUnits(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('person')
    .select(sql<number>`count(distinct "unitId")`.as('count'))
    .where('active', '=', 1)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Groups of a cycle that carry a decision or a size, by `demandKeyText`. */
export async function demandGroups(db: Reader, cycleId: string): Promise<ReadonlyMap<string, DemandGroupTable>> {
  const rows = await db
    .selectFrom('demandGroup')
    .selectAll()
    .where('cycleId', '=', cycleId)
    .where('deletedAt', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [demandKeyText({ topicId: row.topicId, freeTextKey: row.freeTextKey } as DemandKey), row]),
  )
}

/** One text for a demand, to find it in maps and lists. */
export const demandKeyText = (key: DemandKey): string =>
  key.topicId === null ? `text:${key.freeTextKey}` : `topic:${key.topicId}`

export const topicNames = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('topic')
    .select(['id', 'code', 'name', 'nameEn', 'lessonHoursTenths', 'legalBasis', 'state', 'sortKey'])
    .where('id', 'in', ids.length > 0 ? [...ids] : [''])
    .execute()
