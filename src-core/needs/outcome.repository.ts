import { type RawBuilder, sql } from 'kysely'
import type { NeedOutcome } from '../database/schema.ts'
import { decisions, outcomeOf } from './decision.ts'

/** The decided group that a line belongs to: of its topic, or of its wording while it has none. */
const groupOf = (column: 'decision' | 'decisionReason') => sql`(
  select "demandGroup".${sql.id(column)} from "demandGroup"
  where "demandGroup"."cycleId" = "needLine"."cycleId" and "demandGroup"."deletedAt" is null
    and ("demandGroup"."topicId" = "needLine"."topicId"
      or ("needLine"."topicId" is null and "demandGroup"."topicId" is null
        and "demandGroup"."freeTextKey" = "needLine"."freeTextKey")))`

const meanings = decisions.map((decision) => sql`when ${sql.lit(decision)} then ${sql.lit(outcomeOf[decision])}`)

/** What becomes of a line: what was decided for itself, else for its group, else nothing yet. */
export const effectiveOutcome: RawBuilder<NeedOutcome> = sql`case when "needLine"."outcome" <> 'OPEN' then "needLine"."outcome"
  else coalesce(case ${groupOf('decision')} ${sql.join(meanings, sql` `)} end, 'OPEN') end`

/** The reason code that goes with it. */
export const effectiveReason: RawBuilder<string | null> = sql`case when "needLine"."outcome" <> 'OPEN'
  then "needLine"."outcomeReason" else ${groupOf('decisionReason')} end`
