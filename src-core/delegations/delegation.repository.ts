import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type {
  DelegationAttendanceTable,
  DelegationCostTable,
  DelegationFeedbackTable,
  DelegationParticipantTable,
  DelegationResourceTable,
  DelegationTable,
  DelegationTaskTable,
  ProgrammeItemTable,
} from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import type { DelegationRow } from './delegation.ts'

const own = (column: string) => sql.ref(`delegation.${column}`)
const asked = (column: string) => sql.ref(`delegationRequest.${column}`)

const columns: ListColumns = {
  requestNo: { value: asked('requestNo') },
  titleTr: { value: own('titleTr'), sort: own('sortKey'), search: own('searchKey') },
  titleEn: { value: own('titleEn'), search: own('searchKey') },
  requestingBody: { value: asked('requestingBody'), sort: asked('sortKey'), search: asked('searchKey') },
  country: { value: asked('country') },
  fromDate: { value: own('fromDate') },
  toDate: { value: own('toDate') },
  coordinator: { value: own('coordinator'), search: own('searchKey') },
  state: { value: own('state') },
}

const joined = (db: Reader) =>
  db
    .selectFrom('delegation')
    .innerJoin('delegationRequest', 'delegationRequest.id', 'delegation.requestId')
    .where('delegation.deletedAt', 'is', null)

async function countsBy(
  rows: Promise<readonly { readonly delegationId: string; readonly count: number | string }[]>,
): Promise<ReadonlyMap<string, number>> {
  return new Map((await rows).map(({ delegationId, count }) => [delegationId, Number(count)]))
}

export async function listDelegations(
  db: Reader,
  page: PageRequest,
): Promise<{ rows: DelegationRow[]; total: number }> {
  const base = joined(db)
    .selectAll('delegation')
    .select(['delegationRequest.requestNo', 'delegationRequest.requestingBody', 'delegationRequest.country'])
  const { rows, total } = await fetchPage(base, page, columns, { searchKey: own('searchKey'), tieBreak: own('id') })
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return { rows: [], total }
  const people = await countsBy(
    db
      .selectFrom('delegationParticipant')
      .select((build) => ['delegationId', build.fn.countAll<number>().as('count')])
      .where('delegationId', 'in', ids)
      .where('deletedAt', 'is', null)
      .where('state', '<>', 'CANCELLED')
      .groupBy('delegationId')
      .execute(),
  )
  const open = await countsBy(
    db
      .selectFrom('delegationTask')
      .select((build) => ['delegationId', build.fn.countAll<number>().as('count')])
      .where('delegationId', 'in', ids)
      .where('deletedAt', 'is', null)
      .where('state', '=', 'OPEN')
      .groupBy('delegationId')
      .execute(),
  )
  return {
    rows: rows.map((row) => ({ ...row, participants: people.get(row.id) ?? 0, openTasks: open.get(row.id) ?? 0 })),
    total,
  }
}

export const delegationById = (db: Reader, id: string): Promise<DelegationTable | undefined> =>
  db.selectFrom('delegation').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

export const tasksOf = (db: Reader, delegationId: string): Promise<DelegationTaskTable[]> =>
  db
    .selectFrom('delegationTask')
    .selectAll()
    .where('delegationId', '=', delegationId)
    .where('deletedAt', 'is', null)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()

export const taskById = (db: Reader, id: string): Promise<DelegationTaskTable | undefined> =>
  db.selectFrom('delegationTask').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

export const itemsOf = (db: Reader, delegationId: string): Promise<ProgrammeItemTable[]> =>
  db
    .selectFrom('programmeItem')
    .selectAll()
    .where('delegationId', '=', delegationId)
    .where('deletedAt', 'is', null)
    .orderBy('date')
    .orderBy('startMinute')
    .orderBy('groupNo')
    .orderBy('id')
    .execute()

/** Items by id, taken-out ones too: an undo brings them back. */
export async function itemsByIds(db: Reader, ids: readonly string[]): Promise<ProgrammeItemTable[]> {
  if (ids.length === 0) return []
  return db.selectFrom('programmeItem').selectAll().where('id', 'in', ids).execute()
}

export const participantsOf = (db: Reader, delegationId: string): Promise<DelegationParticipantTable[]> =>
  db
    .selectFrom('delegationParticipant')
    .selectAll()
    .where('delegationId', '=', delegationId)
    .where('deletedAt', 'is', null)
    .orderBy('seatNo')
    .orderBy('id')
    .execute()

export const participantById = (db: Reader, id: string): Promise<DelegationParticipantTable | undefined> =>
  db
    .selectFrom('delegationParticipant')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

export const resourcesOf = (db: Reader, delegationId: string): Promise<DelegationResourceTable[]> =>
  db
    .selectFrom('delegationResource')
    .selectAll()
    .where('delegationId', '=', delegationId)
    .where('deletedAt', 'is', null)
    .orderBy('kind')
    .orderBy('id')
    .execute()

export const resourceById = (db: Reader, id: string): Promise<DelegationResourceTable | undefined> =>
  db.selectFrom('delegationResource').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

export const costsOf = (db: Reader, delegationId: string): Promise<DelegationCostTable[]> =>
  db
    .selectFrom('delegationCost')
    .selectAll()
    .where('delegationId', '=', delegationId)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()

export const costById = (db: Reader, id: string): Promise<DelegationCostTable | undefined> =>
  db.selectFrom('delegationCost').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

export const attendanceOf = (db: Reader, delegationId: string): Promise<DelegationAttendanceTable[]> =>
  db
    .selectFrom('delegationAttendance')
    .innerJoin('delegationParticipant', 'delegationParticipant.id', 'delegationAttendance.participantId')
    .selectAll('delegationAttendance')
    .where('delegationParticipant.delegationId', '=', delegationId)
    .where('delegationAttendance.deletedAt', 'is', null)
    .orderBy('delegationAttendance.id')
    .execute()

export const feedbackOf = (db: Reader, delegationId: string): Promise<DelegationFeedbackTable[]> =>
  db
    .selectFrom('delegationFeedback')
    .selectAll()
    .where('delegationId', '=', delegationId)
    .where('deletedAt', 'is', null)
    .orderBy('date')
    .orderBy('id')
    .execute()

/** Participants whose passport and visa data are still kept though they left on or before a day. */
export const keptTooLong = (db: Reader, leftUntil: string) =>
  db
    .selectFrom('delegationParticipant')
    .innerJoin('delegation', 'delegation.id', 'delegationParticipant.delegationId')
    .selectAll('delegationParticipant')
    .select(['delegation.titleTr', 'delegation.titleEn', 'delegation.toDate'])
    .where('delegationParticipant.deletedAt', 'is', null)
    .where('delegationParticipant.state', '<>', 'PURGED')
    .where((build) =>
      build(build.fn.coalesce('delegationParticipant.departureOn', 'delegation.toDate'), '<=', leftUntil),
    )
    .orderBy('delegation.toDate')
    .orderBy('delegationParticipant.seatNo')
    .execute()

/** Holidays from one day to another, both included. */
export const holidaysBetween = (db: Reader, from: string, to: string) =>
  db
    .selectFrom('holiday')
    .select(['date', 'name', 'half'])
    .where('deletedAt', 'is', null)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .execute()
