import type { DelegationState } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

const over: readonly DelegationState[] = ['CLOSED', 'FOLLOWED_UP', 'CANCELLED']

/** Files that still have work in them, by arrival. */
export const filesAtWork = (db: Reader) =>
  db
    .selectFrom('delegation')
    .select(['id', 'titleTr', 'titleEn', 'fromDate', 'toDate', 'state'])
    .where('deletedAt', 'is', null)
    .where('state', 'not in', [...over])
    .orderBy('fromDate')
    .orderBy('id')
    .execute()

/** Open tasks due on or before a day, the earliest first. */
export const openTasksUntil = (db: Reader, until: string) =>
  db
    .selectFrom('delegationTask')
    .select(['delegationId', 'dueOn'])
    .where('deletedAt', 'is', null)
    .where('state', '=', 'OPEN')
    .where('dueOn', '<=', until)
    .orderBy('dueOn')
    .execute()

/** How many slots of each file wait for their host's word. */
export async function unansweredHosts(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('programmeItem')
    .select((build) => ['delegationId', build.fn.countAll<number>().as('count')])
    .where('deletedAt', 'is', null)
    .where('hostState', 'in', ['ASKED', 'SILENT', 'ALTERNATIVE', 'DECLINED'])
    .groupBy('delegationId')
    .execute()
  return new Map(rows.map(({ delegationId, count }) => [delegationId, Number(count)]))
}

/** Requests nobody has decided about, the oldest first. */
export const openRequests = (db: Reader) =>
  db
    .selectFrom('delegationRequest')
    .select('receivedOn')
    .where('deletedAt', 'is', null)
    .where('state', '=', 'REQUESTED')
    .orderBy('receivedOn')
    .execute()
