import { sql } from 'kysely'
import type { DemandGroupTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { DemandKey } from './decision.ts'
import type { DemandMeasures } from './priority.rules.ts'

export type Demand = DemandMeasures &
  DemandKey & {
    /** A wording as its first asker wrote it, when no topic names the demand. */
    readonly freeText: string | null
  }

type Measured = {
  topicId: string | null
  freeTextKey: string | null
  freeText: string | null
  lines: number
  persons: number
  heads: number
  units: number
  legalLines: number
  strategicLines: number
  carriedLines: number
  managerPriority: number | null
  urgency: number | null
  levelGap: number | null
}

const countWhen = (condition: ReturnType<typeof sql<boolean>>) =>
  sql<number>`sum(case when ${condition} then 1 else 0 end)`

/**
 * Every demand of a cycle with its measures. Lines belong together by topic, or while they have none by wording.
 * `trainedSince` is the date from which a completed training counts for the duplicate guard.
 */
export async function measureDemands(db: Reader, cycleId: string, trainedSince: string): Promise<readonly Demand[]> {
  const rows = (await db
    .selectFrom('needLine')
    .select([
      'topicId',
      sql<string | null>`case when "topicId" is null then "freeTextKey" end`.as('freeTextKey'),
      sql<string | null>`case when "topicId" is null then min("freeText") end`.as('freeText'),
      sql<number>`count(*)`.as('lines'),
      sql<number>`count(distinct "personId")`.as('persons'),
      sql<number>`sum(case when "personId" is null then "headcount" else 0 end)`.as('heads'),
      sql<number>`count(distinct "unitId")`.as('units'),
      countWhen(sql`"reason" = 'legal'`).as('legalLines'),
      countWhen(sql`"reason" = 'strategicGoal'`).as('strategicLines'),
      countWhen(sql`"carriedFromId" is not null`).as('carriedLines'),
      sql<number | null>`avg("managerPriority" * 1.0)`.as('managerPriority'),
      sql<number | null>`avg("urgency" * 1.0)`.as('urgency'),
      sql<number | null>`avg(("targetLevel" - "selfLevel") * 1.0)`.as('levelGap'),
    ])
    .where('cycleId', '=', cycleId)
    .where('deletedAt', 'is', null)
    .groupBy(['topicId', sql`case when "topicId" is null then "freeTextKey" end`])
    .execute()) as Measured[]
  const trained = await trainedPersons(db, cycleId, trainedSince)
  return rows.map(({ heads, persons, topicId, freeTextKey, ...rest }) => ({
    ...rest,
    ...(topicId === null ? { topicId: null, freeTextKey: freeTextKey ?? '' } : { topicId, freeTextKey: null }),
    persons: Number(persons) + Number(heads),
    managerPriority: numberOrNull(rest.managerPriority),
    urgency: numberOrNull(rest.urgency),
    levelGap: numberOrNull(rest.levelGap),
    trainedPersons: (topicId !== null && trained.get(topicId)) || 0,
  }))
}

const numberOrNull = (value: number | string | null): number | null => (value === null ? null : Number(value))

async function trainedPersons(db: Reader, cycleId: string, since: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('completedTraining as done')
    .innerJoin('needLine as line', (join) =>
      join.onRef('line.personId', '=', 'done.personId').onRef('line.topicId', '=', 'done.topicId'),
    )
    .select(['done.topicId as topicId', sql<number>`count(distinct "done"."personId")`.as('persons')])
    .where('done.completedOn', '>=', since)
    .where('done.deletedAt', 'is', null)
    .where('line.cycleId', '=', cycleId)
    .where('line.deletedAt', 'is', null)
    .groupBy('done.topicId')
    .execute()
  return new Map(rows.map((row) => [row.topicId ?? '', Number(row.persons)]))
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
