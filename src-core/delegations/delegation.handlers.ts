import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { DelegationState, DelegationTable, DelegationTaskTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import type { delegationContract } from './delegation.contract.ts'
import * as files from './delegation.repository.ts'
import { maybeCancelled, missingFor, nextState, stepsOf } from './delegation.rules.ts'
import type { Delegation, DelegationFields, DelegationTask } from './delegation.ts'
import { factsOf } from './facts.ts'
import { withoutUndefined } from './fields.ts'
import { delegationOfRequest, requestById } from './request.repository.ts'
import { daysAfter } from './request.rules.ts'
import { standardTasks } from './standard-tasks.ts'

/** A file's row as it is stored, without state and decisions. */
export const delegationColumns = (fields: DelegationFields) => ({
  ...fields,
  searchKey: fold([fields.titleTr, fields.titleEn, fields.partner, fields.coordinator].filter(Boolean).join(' ')),
  sortKey: sortKey(fields.titleTr),
})

const fieldsOf = (row: DelegationTable): DelegationFields => ({
  titleTr: row.titleTr,
  titleEn: row.titleEn,
  objective: row.objective,
  fromDate: row.fromDate,
  toDate: row.toDate,
  parallelGroups: row.parallelGroups,
  language: row.language,
  partner: row.partner,
  coordinator: row.coordinator,
  minAttendancePct: row.minAttendancePct,
  lessons: row.lessons,
  followUp: row.followUp,
})

function check(fields: Pick<DelegationFields, 'fromDate' | 'toDate'>): void {
  if (fields.fromDate > fields.toDate) breaksRule('visitDatesReversed')
}

const fileAt = async (db: Reader, id: string): Promise<DelegationTable> =>
  found(await files.delegationById(db, id), 'delegation', id)

async function readDelegation(db: Reader, id: string, now: string): Promise<Delegation> {
  const row = await fileAt(db, id)
  const request = found(await requestById(db, row.requestId), 'delegationRequest', row.requestId)
  const { facts, counts, english } = await factsOf(db, row, now)
  const next = nextState(row.state)
  return {
    ...fieldsOf(row),
    id: row.id,
    rowVersion: row.rowVersion,
    requestId: row.requestId,
    requestNo: request.requestNo,
    requestingBody: request.requestingBody,
    country: request.country,
    state: row.state,
    approvedNo: row.approvedNo,
    approvedOn: row.approvedOn,
    returnReason: row.returnReason,
    cancelReason: row.cancelReason,
    certificateGroupId: row.certificateGroupId,
    purgedAt: row.purgedAt,
    steps: [...stepsOf(row.state, row.fromDate)],
    next,
    missing: (next === null ? [] : missingFor(next, facts)).map((one) => ({
      ...one,
      namesEn: one.names.map((name) => english.get(name) ?? name),
    })),
    counts,
  }
}

/** The tasks every file begins with, due by the day of arrival. */
export const firstTasks = (delegationId: string, fromDate: string, newId: () => string) =>
  standardTasks.map(({ code, owner, offset, tr, en }) => ({
    id: newId(),
    delegationId,
    code,
    textTr: tr,
    textEn: en,
    owner,
    offsetDays: offset,
    dueOn: daysAfter(fromDate, offset),
    state: 'OPEN' as const,
    note: null,
  }))

const toTask = (row: DelegationTaskTable, today: string): DelegationTask => ({
  id: row.id,
  rowVersion: row.rowVersion,
  code: row.code,
  textTr: row.textTr,
  textEn: row.textEn,
  owner: row.owner,
  offsetDays: row.offsetDays,
  dueOn: row.dueOn,
  state: row.state,
  note: row.note,
  late: row.state === 'OPEN' && row.dueOn < today,
})

/** Refuses when something stands between the file and the state. */
async function move(
  { db, write, now }: Pick<CommandCall<unknown>, 'db' | 'write' | 'now'>,
  row: DelegationTable,
  rowVersion: number,
  to: DelegationState,
  more: { readonly approvedNo?: string; readonly approvedOn?: string } = {},
): Promise<{ rowVersion: number }> {
  if (nextState(row.state) !== to) breaksRule('stepOutOfOrder')
  const { facts } = await factsOf(db, row, now)
  const missing = missingFor(to, facts)
  if (missing.length > 0) breaksRule('stepMissing', { missing: missing.reduce((sum, { count }) => sum + count, 0) })
  await write.update('delegation', row.id, { state: to, ...more }, rowVersion)
  return { rowVersion: rowVersion + 1 }
}

export const delegationHandlers: Handlers<typeof delegationContract> = {
  listDelegations: ({ db, input }) => files.listDelegations(db, input),

  getDelegation: ({ db, input, now }) => readDelegation(db, input.id, now),

  openDelegation: async ({ db, input, write }) => {
    check(input)
    const request = found(await requestById(db, input.requestId), 'delegationRequest', input.requestId)
    if (request.state !== 'ACCEPTED') breaksRule('requestNotAccepted')
    if (await delegationOfRequest(db, request.id)) breaksRule('delegationStands')
    const { requestId, ...given } = input
    const fields: DelegationFields = {
      ...given,
      objective: '',
      parallelGroups: 1,
      language: 'both',
      partner: null,
      minAttendancePct: 80,
      lessons: null,
      followUp: null,
    }
    const id = await write.insert('delegation', {
      ...delegationColumns(fields),
      requestId,
      state: 'DESIGNING',
      approvedNo: null,
      approvedOn: null,
      returnReason: null,
      cancelReason: null,
      certificateGroupId: null,
      purgedAt: null,
    })
    await write.insertMany(
      'delegationTask',
      firstTasks(id, fields.fromDate, () => write.newId()),
    )
    return { id, rowVersion: 1 }
  },

  changeDelegation: async ({ db, input, write }) => {
    const row = await fileAt(db, input.id)
    if (row.state === 'CANCELLED') breaksRule('delegationCancelled')
    const next = { ...fieldsOf(row), ...withoutUndefined(input.fields) }
    check(next)
    const differs = await write.update('delegation', row.id, delegationColumns(next), input.rowVersion)
    if (next.fromDate !== row.fromDate) {
      const tasks = await files.tasksOf(db, row.id)
      await write.updateMany(
        'delegationTask',
        tasks.map(({ id, offsetDays }) => ({ id, patch: { dueOn: daysAfter(next.fromDate, offsetDays) } })),
      )
    }
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  moveDelegation: async (call) => {
    const { db, input } = call
    if (input.to === 'APPROVED') return breaksRule('approvalBySomebodyElse')
    return move(call, await fileAt(db, input.id), input.rowVersion, input.to)
  },

  approveDelegation: async (call) => {
    const { db, input } = call
    const { approvedNo, approvedOn } = input
    return move(call, await fileAt(db, input.id), input.rowVersion, 'APPROVED', { approvedNo, approvedOn })
  },

  returnDelegation: async ({ db, input, write }) => {
    const row = await fileAt(db, input.id)
    if (row.state !== 'PROGRAMME_READY' && row.state !== 'APPROVED') breaksRule('nothingToReturn')
    const patch = { state: 'DESIGNING', approvedNo: null, approvedOn: null, returnReason: input.reason } as const
    await write.update('delegation', row.id, patch, input.rowVersion)
    return { rowVersion: input.rowVersion + 1 }
  },

  cancelDelegation: async ({ db, input, write }) => {
    const row = await fileAt(db, input.id)
    if (!maybeCancelled(row.state)) breaksRule('tooLateToCancel')
    const patch = { state: 'CANCELLED', cancelReason: input.reason } as const
    await write.update('delegation', row.id, patch, input.rowVersion)
    return { rowVersion: input.rowVersion + 1 }
  },

  tasks: async ({ db, input, now }) => {
    const file = await fileAt(db, input.delegationId)
    const today = istanbulDate(now)
    return { tasks: (await files.tasksOf(db, file.id)).map((row) => toTask(row, today)) }
  },

  addTask: async ({ db, input, write }) => {
    const { delegationId, ...fields } = input
    const file = await fileAt(db, delegationId)
    const dueOn = daysAfter(file.fromDate, fields.offsetDays)
    const id = await write.insert('delegationTask', { ...fields, delegationId: file.id, code: null, dueOn })
    return { id, rowVersion: 1 }
  },

  changeTask: async ({ db, input, write }) => {
    const row = found(await files.taskById(db, input.id), 'delegationTask', input.id)
    const file = await fileAt(db, row.delegationId)
    const patch = withoutUndefined(input.fields)
    const dueOn = daysAfter(file.fromDate, patch.offsetDays ?? row.offsetDays)
    const differs = await write.update('delegationTask', row.id, { ...patch, dueOn }, input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },
}
