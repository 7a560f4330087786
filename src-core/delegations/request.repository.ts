import { sql } from 'kysely'
import { fetchPage, type ListColumns } from '../database/paging.ts'
import type { DelegationRequestTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { PageRequest } from '../kernel/page.ts'
import type { RequestDetails, RequestRow } from './request.ts'

const own = (column: string) => sql.ref(`delegationRequest.${column}`)

const columns: ListColumns = {
  requestNo: { value: own('requestNo') },
  receivedOn: { value: own('receivedOn') },
  requestingBody: { value: own('requestingBody'), sort: own('sortKey'), search: own('searchKey') },
  bodyType: { value: own('bodyType') },
  country: { value: own('country') },
  city: { value: own('city'), search: own('searchKey') },
  topicMain: { value: own('topicMain'), search: own('searchKey') },
  programmeType: { value: own('programmeType') },
  preferredFrom: { value: own('preferredFrom') },
  preferredTo: { value: own('preferredTo') },
  groupSize: { value: own('groupSize') },
  origin: { value: own('origin') },
  state: { value: own('state') },
}

export async function listRequests(db: Reader, page: PageRequest): Promise<{ rows: RequestRow[]; total: number }> {
  const base = db
    .selectFrom('delegationRequest')
    .leftJoin('delegation', (join) =>
      join.onRef('delegation.requestId', '=', 'delegationRequest.id').on('delegation.deletedAt', 'is', null),
    )
    .where('delegationRequest.deletedAt', 'is', null)
    .selectAll('delegationRequest')
    .select('delegation.id as delegationId')
  const { rows, total } = await fetchPage(base, page, columns, { searchKey: own('searchKey'), tieBreak: own('id') })
  return { rows: rows as unknown as RequestRow[], total }
}

export const requestById = (db: Reader, id: string): Promise<DelegationRequestTable | undefined> =>
  db.selectFrom('delegationRequest').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

/** The number that follows in a year's register. */
export async function nextNumber(db: Reader, year: number): Promise<number> {
  const row = await db
    .selectFrom('delegationRequest')
    .select((build) => build.fn.max('number').as('last'))
    .where('year', '=', year)
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

/** Requests that somebody entered, newest first. */
export const requestsEnteredBy = (db: Reader, actorId: string): Promise<DelegationRequestTable[]> =>
  db
    .selectFrom('delegationRequest')
    .selectAll()
    .where('createdBy', '=', actorId)
    .where('deletedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute()

/** Requests that bodies without an account entered from one address, which they confirmed. */
export async function requestsFromAddress(db: Reader, email: string): Promise<readonly DelegationRequestTable[]> {
  const rows = await db
    .selectFrom('delegationRequest')
    .selectAll()
    .where(sql`lower("email")`, '=', email)
    .where('origin', '=', 'portal')
    .where('deletedAt', 'is', null)
    .execute()
  return rows.filter(isConfirmed)
}

/** How many such requests came from all addresses of a domain on one day. */
export async function requestsOfDomain(db: Reader, domain: string, day: string): Promise<number> {
  const rows = await db
    .selectFrom('delegationRequest')
    .selectAll()
    .where('receivedOn', '=', day)
    .where('origin', '=', 'portal')
    .where('deletedAt', 'is', null)
    .execute()
  return rows.filter((row) => isConfirmed(row) && row.email.toLowerCase().endsWith(`@${domain}`)).length
}

/** What was typed under an account says nothing of the address on it. */
const isConfirmed = ({ details }: DelegationRequestTable): boolean =>
  (JSON.parse(details) as RequestDetails).noticeVersion !== undefined

/** Requests received from one day to another, both included, newest first. */
export const requestsBetween = (db: Reader, from: string, to: string): Promise<DelegationRequestTable[]> =>
  db
    .selectFrom('delegationRequest')
    .selectAll()
    .where('deletedAt', 'is', null)
    .where('receivedOn', '>=', from)
    .where('receivedOn', '<=', to)
    .orderBy('receivedOn', 'desc')
    .orderBy('number', 'desc')
    .execute()

/** Delegations, unless cancelled, that are here on some day of a span. */
export const delegationsDuring = (db: Reader, from: string, to: string) =>
  db
    .selectFrom('delegation')
    .select(['id', 'titleTr', 'titleEn', 'fromDate', 'toDate', 'requestId'])
    .where('deletedAt', 'is', null)
    .where('state', '<>', 'CANCELLED')
    .where('fromDate', '<=', to)
    .where('toDate', '>=', from)
    .orderBy('fromDate')
    .execute()

export const delegationOfRequest = (db: Reader, requestId: string) =>
  db
    .selectFrom('delegation')
    .select('id')
    .where('requestId', '=', requestId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
