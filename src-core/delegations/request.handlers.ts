import { officerName } from '../access/index.ts'
import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { DelegationRequestTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { demandBetween } from './demand.ts'
import { withoutUndefined } from './fields.ts'
import type { requestContract } from './request.contract.ts'
import * as requests from './request.repository.ts'
import { failedCriteria, monthsBefore, openCriteria, repeatMonths, requestNoOf } from './request.rules.ts'
import type { Assessment, RequestBackground, RequestDetails, RequestFields, VisitRequest } from './request.ts'

/** A request's row as it is stored, without its number and state. */
export const requestColumns = (fields: RequestFields) => ({
  ...fields,
  nameKey: fold(fields.requestingBody),
  languages: JSON.stringify(fields.languages),
  details: JSON.stringify(fields.details),
  searchKey: fold([fields.requestingBody, fields.city, fields.contactName, fields.topicMain].filter(Boolean).join(' ')),
  sortKey: sortKey(fields.requestingBody),
})

/** What a person typed of a request, as it stands. */
export const fieldsOfRequest = (row: DelegationRequestTable): RequestFields => ({
  receivedOn: row.receivedOn,
  requestingBody: row.requestingBody,
  bodyType: row.bodyType as RequestFields['bodyType'],
  country: row.country,
  city: row.city,
  contactName: row.contactName,
  email: row.email,
  topicId: row.topicId,
  topicMain: row.topicMain,
  programmeType: row.programmeType as RequestFields['programmeType'],
  preferredFrom: row.preferredFrom,
  preferredTo: row.preferredTo,
  groupSize: row.groupSize,
  languages: JSON.parse(row.languages) as string[],
  details: JSON.parse(row.details) as RequestDetails,
})

/** Refuses days that end before they begin. */
export function refuseReversed(fields: Pick<RequestFields, 'preferredFrom' | 'preferredTo' | 'details'>): void {
  if (fields.preferredFrom > fields.preferredTo) breaksRule('visitDatesReversed')
  const { alternateFrom, alternateTo } = fields.details
  if (alternateFrom !== null && alternateTo !== null && alternateFrom > alternateTo) breaksRule('visitDatesReversed')
}

type Asked = Pick<RequestFields, 'requestingBody' | 'topicId' | 'topicMain' | 'receivedOn'> & {
  readonly preferredFrom: string | null
  readonly preferredTo: string | null
}

async function background(db: Reader, asked: Asked, ownId?: string): Promise<RequestBackground> {
  const nameKey = fold(asked.requestingBody)
  const topicKey = fold(asked.topicMain)
  const from = monthsBefore(asked.receivedOn, repeatMonths)
  const rows = await requests.requestsBetween(db, from, asked.receivedOn)
  const earlier = rows
    .filter(({ id }) => id !== ownId)
    .map((row) => ({
      id: row.id,
      requestNo: row.requestNo,
      receivedOn: row.receivedOn,
      requestingBody: row.requestingBody,
      topicMain: row.topicMain,
      state: row.state,
      sameBody: nameKey !== '' && row.nameKey === nameKey,
      sameTopic:
        (asked.topicId !== null && row.topicId === asked.topicId) ||
        (topicKey !== '' && fold(row.topicMain) === topicKey),
    }))
    .filter(({ sameBody, sameTopic }) => sameBody || sameTopic)
  const { preferredFrom, preferredTo } = asked
  const here = preferredFrom && preferredTo ? await requests.delegationsDuring(db, preferredFrom, preferredTo) : []
  return {
    earlier,
    repeat: earlier.some(({ sameBody, sameTopic }) => sameBody && sameTopic),
    sameTime: here
      .filter(({ requestId }) => requestId !== ownId)
      .map(({ id, titleTr, titleEn, fromDate, toDate }) => ({ id, titleTr, titleEn, fromDate, toDate })),
  }
}

async function requestAt(db: Reader, id: string): Promise<DelegationRequestTable> {
  return found(await requests.requestById(db, id), 'delegationRequest', id)
}

async function readRequest(db: Reader, id: string): Promise<VisitRequest> {
  const row = await requestAt(db, id)
  const fields = fieldsOfRequest(row)
  return {
    ...fields,
    id: row.id,
    rowVersion: row.rowVersion,
    requestNo: row.requestNo,
    origin: row.origin,
    assessment: JSON.parse(row.assessment) as Assessment,
    state: row.state,
    decidedByName: await officerName(db, row.decidedBy),
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    redirectedTo: row.redirectedTo,
    ebysNo: row.ebysNo,
    ebysDate: row.ebysDate,
    delegationId: (await requests.delegationOfRequest(db, row.id))?.id ?? null,
    background: await background(db, fields, row.id),
  }
}

/** Enters a request into the register of its year, whoever took it. */
export async function enterRequest(
  { db, write }: Pick<CommandCall<unknown>, 'db' | 'write'>,
  fields: RequestFields,
): Promise<{ readonly id: string; readonly requestNo: string }> {
  refuseReversed(fields)
  const year = Number(fields.receivedOn.slice(0, 4))
  const number = await requests.nextNumber(db, year)
  const requestNo = requestNoOf(year, number)
  const id = await write.insert('delegationRequest', {
    ...requestColumns(fields),
    ...{ year, number, requestNo, assessment: '{}', state: 'REQUESTED' },
    ...{ decidedBy: null, decidedAt: null, decisionReason: null, redirectedTo: null, ebysNo: null, ebysDate: null },
  })
  return { id, requestNo }
}

export const requestHandlers: Handlers<typeof requestContract> = {
  listRequests: ({ db, input }) => requests.listRequests(db, input),

  getRequest: ({ db, input }) => readRequest(db, input.id),

  requestBackground: ({ db, input }) => background(db, input),

  addRequest: async ({ db, input, write }) => {
    const { consent: _consent, ...fields } = input
    return { ...(await enterRequest({ db, write }, fields)), rowVersion: 1 }
  },

  changeRequest: async ({ db, input, write }) => {
    const row = await requestAt(db, input.id)
    if (row.state !== 'REQUESTED') breaksRule('requestDecided')
    const before = fieldsOfRequest(row)
    const typed: RequestFields = { ...before, ...withoutUndefined(input.fields) }
    const { noticeVersion } = before.details
    const details: RequestDetails = { ...typed.details, ...(noticeVersion !== undefined && { noticeVersion }) }
    const next = { ...typed, details }
    refuseReversed(next)
    // The number says the year; a request that came in another year has another number.
    if (Number(next.receivedOn.slice(0, 4)) !== row.year) breaksRule('requestYear', { year: String(row.year) })
    const differs = await write.update('delegationRequest', row.id, requestColumns(next), input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  assessRequest: async ({ db, input, write }) => {
    const row = await requestAt(db, input.id)
    if (row.state !== 'REQUESTED') breaksRule('requestDecided')
    const patch = { assessment: JSON.stringify(input.assessment) }
    const differs = await write.update('delegationRequest', row.id, patch, input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  decideRequest: async ({ db, input, write, actor, now }) => {
    const row = await requestAt(db, input.id)
    if (row.state !== 'REQUESTED') breaksRule('requestDecided')
    const assessment = JSON.parse(row.assessment) as Assessment
    const { decision, reason, redirectedTo } = input
    if (decision === 'ACCEPTED') {
      const open = openCriteria(assessment).length
      if (open > 0) breaksRule('assessmentOpen', { open })
      if (failedCriteria(assessment).length > 0 && reason === null) breaksRule('decisionReasonNeeded')
    } else if (reason === null) breaksRule('decisionReasonNeeded')
    if (decision === 'REDIRECTED' && redirectedTo === null) breaksRule('redirectionNeeded')
    const patch = {
      state: decision,
      decidedBy: actor.id,
      decidedAt: now,
      decisionReason: reason,
      redirectedTo: decision === 'REDIRECTED' ? redirectedTo : null,
      ebysNo: input.ebysNo,
      ebysDate: input.ebysDate,
    }
    await write.update('delegationRequest', row.id, patch, input.rowVersion)
    return { rowVersion: input.rowVersion + 1 }
  },

  reopenRequest: async ({ db, input, write }) => {
    const row = await requestAt(db, input.id)
    if (row.state === 'REQUESTED') breaksRule('requestNotDecided')
    if (await requests.delegationOfRequest(db, row.id)) breaksRule('delegationStands')
    const open = { state: 'REQUESTED', decidedBy: null, decidedAt: null, redirectedTo: null } as const
    const patch = { ...open, decisionReason: input.reason, ebysNo: null, ebysDate: null }
    await write.update('delegationRequest', row.id, patch, input.rowVersion)
    return { rowVersion: input.rowVersion + 1 }
  },

  demandReport: ({ db, input }) => demandBetween(db, input.from, input.to),
}
