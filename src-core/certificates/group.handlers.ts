import { officerName, samePerson } from '../access/index.ts'
import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { CertificateGroupTable, CertificateHolderTable, OwnColumns } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Actor } from '../kernel/context.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { obstaclesOf } from './eligibility.rules.ts'
import type { groupContract } from './group.contract.ts'
import { largestGroup } from './group.contract.ts'
import * as groups from './group.repository.ts'
import type { Group, GroupFields, Holder, HolderFields } from './group.ts'
import { readHolderList } from './holder-list.ts'
import { readSettings } from './stored-settings.ts'

/** An occasion's columns as they are stored. */
export const groupColumns = (fields: GroupFields) => ({
  ...fields,
  testRequired: fields.testRequired ? (1 as const) : (0 as const),
  signatories: JSON.stringify(fields.signatories),
  searchKey: fold([fields.titleTr, fields.titleEn, fields.partner, fields.place].filter(Boolean).join(' ')),
  sortKey: sortKey(fields.titleTr),
})

const fieldsOf = (row: CertificateGroupTable): GroupFields => ({
  kind: row.kind,
  language: row.language,
  titleTr: row.titleTr,
  titleEn: row.titleEn,
  fromDate: row.fromDate,
  toDate: row.toDate,
  place: row.place,
  placeEn: row.placeEn,
  partner: row.partner,
  lessonHoursTenths: row.lessonHoursTenths,
  minAttendancePct: row.minAttendancePct,
  testRequired: row.testRequired === 1,
  passMark: row.passMark,
  signatories: JSON.parse(row.signatories),
  validUntil: row.validUntil,
})

function checkGroup(fields: GroupFields): void {
  if (fields.fromDate > fields.toDate) breaksRule('datesReversed')
  if (fields.language !== 'tr' && fields.titleEn === null) breaksRule('englishTitleNeeded')
  if (fields.validUntil !== null && fields.validUntil < fields.toDate) breaksRule('validityBeforeEnd')
}

/** A participant's columns as they are stored. */
export const holderColumns = (fields: HolderFields) => ({
  ...fields,
  searchKey: fold([fields.name, fields.institution, fields.country].filter(Boolean).join(' ')),
  sortKey: sortKey(fields.name),
})

const fieldsOfHolder = (row: CertificateHolderTable): HolderFields => ({
  name: row.name,
  institution: row.institution,
  country: row.country,
  attendedTenths: row.attendedTenths,
  testScore: row.testScore,
  personId: row.personId,
})

const rulesOf = (row: CertificateGroupTable) => ({ ...row, testRequired: row.testRequired === 1 })

async function groupAt(db: Reader, id: string): Promise<CertificateGroupTable> {
  return found(await groups.groupById(db, id), 'certificateGroup', id)
}

/** Participants are recorded while nothing is proposed: at first, and again for late ones after the issue. */
function refuseUnlessOpen({ state }: CertificateGroupTable): void {
  if (state !== 'DRAFT' && state !== 'ISSUED') breaksRule('groupInDecision')
}

/** Notes who recorded attendance or results, for the separation of duties. */
async function noteAttendance(
  { write, actor }: Pick<CommandCall<unknown>, 'write' | 'actor'>,
  group: CertificateGroupTable,
): Promise<void> {
  await write.update('certificateGroup', group.id, { attendanceBy: actor.id })
}

/** Refuses, or asks for a reason, when whoever decides recorded the attendance too (product: separation of duties). */
export async function separateDuties(
  db: Reader,
  group: CertificateGroupTable,
  actor: Actor,
  reason: string | undefined,
): Promise<void> {
  if (!(await samePerson(db, group.attendanceBy, actor.id))) return
  const { separation } = await readSettings(db)
  if (separation === 'block') breaksRule('ownAttendance')
  if (reason === undefined) breaksRule('ownAttendanceReason')
}

async function readGroup(db: Reader, id: string, actor: Actor): Promise<Group> {
  const row = await groupAt(db, id)
  const rows = await groups.holdersOf(db, id)
  const certificates = await groups.standingByHolder(db, id)
  const registry = await groups.registryNumbers(
    db,
    rows.flatMap(({ personId }) => personId ?? []),
  )
  const rules = rulesOf(row)
  const holders = rows.map(
    (holder): Holder => ({
      ...fieldsOfHolder(holder),
      id: holder.id,
      rowVersion: holder.rowVersion,
      seatNo: holder.seatNo,
      state: holder.state,
      registryNo: (holder.personId && registry.get(holder.personId)) ?? null,
      obstacles: holder.state === 'DRAFT' ? [...obstaclesOf(rules, holder)] : [],
      certificateId: certificates.get(holder.id)?.id ?? null,
      serial: certificates.get(holder.id)?.serial ?? null,
    }),
  )
  const { separation } = await readSettings(db)
  return {
    ...fieldsOf(row),
    id: row.id,
    rowVersion: row.rowVersion,
    state: row.state,
    decidedAt: row.decidedAt,
    decidedByName: await officerName(db, row.decidedBy),
    decisionReason: row.decisionReason,
    ownAttendance: await samePerson(db, row.attendanceBy, actor.id),
    separation,
    holders,
  }
}

const rowOf = (fields: GroupFields): OwnColumns<'certificateGroup'> => ({
  ...groupColumns(fields),
  state: 'DRAFT',
  attendanceBy: null,
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
})

const withoutUndefined = <T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as never

export const groupHandlers: Handlers<typeof groupContract> = {
  listGroups: ({ db, input }) => groups.listGroups(db, input),

  getGroup: ({ db, input, actor }) => readGroup(db, input.id, actor),

  groupStandard: async ({ db }) => {
    const { place, placeEn, signatories } = await readSettings(db)
    return { place, placeEn, signatories }
  },

  addGroup: async ({ input, write }) => {
    checkGroup(input)
    return { id: await write.insert('certificateGroup', rowOf(input)), rowVersion: 1 }
  },

  changeGroup: async ({ db, input, write }) => {
    const row = await groupAt(db, input.id)
    if (row.state !== 'DRAFT') breaksRule('groupDecided')
    const next = { ...fieldsOf(row), ...withoutUndefined(input.fields) }
    checkGroup(next)
    const differs = await write.update('certificateGroup', row.id, groupColumns(next), input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  removeGroup: async ({ db, input, write }) => {
    const row = await groupAt(db, input.id)
    if (row.state !== 'DRAFT') breaksRule('groupDecided')
    // Checks the version; removing many does not.
    await write.update('certificateGroup', row.id, { decisionReason: null }, input.rowVersion)
    const holders = await groups.holdersOf(db, row.id)
    await write.removeMany(
      'certificateHolder',
      holders.map(({ id }) => id),
    )
    await write.removeMany('certificateGroup', [row.id])
    return {}
  },

  readHolders: ({ db, input, ports, signal }) => readHolderList(db, ports, input, signal),

  addHolders: async (call) => {
    const { db, input, write } = call
    const group = await groupAt(db, input.groupId)
    refuseUnlessOpen(group)
    const present = await groups.holdersOf(db, group.id)
    if (present.length + input.holders.length > largestGroup) breaksRule('groupTooLarge', { most: largestGroup })
    const last = present.at(-1)?.seatNo ?? 0
    const rows = input.holders.map((fields, at) => ({
      ...holderColumns(fields),
      id: write.newId(),
      groupId: group.id,
      seatNo: last + at + 1,
      state: 'DRAFT' as const,
    }))
    await write.insertMany('certificateHolder', rows)
    if (input.holders.some((one) => one.attendedTenths !== null || one.testScore !== null))
      await noteAttendance(call, group)
    return { ids: rows.map(({ id }) => id) }
  },

  changeHolder: async (call) => {
    const { db, input, write } = call
    const row = found(await groups.holderById(db, input.id), 'certificateHolder', input.id)
    const group = await groupAt(db, row.groupId)
    refuseUnlessOpen(group)
    if (row.state !== 'DRAFT') breaksRule('holderHasCertificate')
    const said = withoutUndefined(input.fields)
    const next = { ...fieldsOfHolder(row), ...said }
    const differs = await write.update('certificateHolder', row.id, holderColumns(next), input.rowVersion)
    if (differs && ('attendedTenths' in said || 'testScore' in said)) await noteAttendance(call, group)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  orderHolders: async ({ db, input, write }) => {
    const group = await groupAt(db, input.groupId)
    refuseUnlessOpen(group)
    const known = new Set((await groups.holdersOf(db, group.id)).map(({ id }) => id))
    if (input.ids.length !== known.size || !input.ids.every((id) => known.has(id))) breaksRule('holdersDiffer')
    await write.updateMany(
      'certificateHolder',
      input.ids.map((id, at) => ({ id, patch: { seatNo: at + 1 } })),
    )
    return {}
  },

  removeHolders: async ({ db, input, write }) => {
    const group = await groupAt(db, input.groupId)
    refuseUnlessOpen(group)
    const wanted = new Set(input.ids)
    const rows = (await groups.holdersOf(db, group.id)).filter(({ id }) => wanted.has(id))
    if (rows.some(({ state }) => state !== 'DRAFT')) breaksRule('holderHasCertificate')
    return {
      removed: await write.removeMany(
        'certificateHolder',
        rows.map(({ id }) => id),
      ),
    }
  },

  propose: async ({ db, input, write }) => {
    const group = await groupAt(db, input.id)
    refuseUnlessOpen(group)
    const rules = rulesOf(group)
    const waiting = (await groups.holdersOf(db, group.id)).filter(({ state }) => state === 'DRAFT')
    const eligible = waiting.filter((holder) => obstaclesOf(rules, holder).length === 0)
    if (eligible.length === 0) breaksRule('nobodyEligible')
    await write.updateMany(
      'certificateHolder',
      eligible.map(({ id }) => ({ id, patch: { state: 'PROPOSED' as const } })),
    )
    const patch = { state: 'PROPOSED', decidedBy: null, decidedAt: null, decisionReason: null } as const
    await write.update('certificateGroup', group.id, patch, input.rowVersion)
    return {
      rowVersion: input.rowVersion + 1,
      proposed: eligible.length,
      left: waiting.length - eligible.length,
    }
  },

  approve: async ({ db, input, write, actor, now }) => {
    const group = await groupAt(db, input.id)
    if (group.state !== 'PROPOSED') breaksRule('groupNotProposed')
    await separateDuties(db, group, actor, input.reason)
    const proposed = (await groups.holdersOf(db, group.id)).filter(({ state }) => state === 'PROPOSED')
    await write.updateMany(
      'certificateHolder',
      proposed.map(({ id }) => ({ id, patch: { state: 'APPROVED' as const } })),
    )
    const decided = { decidedBy: actor.id, decidedAt: now, decisionReason: input.reason ?? null }
    await write.update('certificateGroup', group.id, { state: 'APPROVED', ...decided }, input.rowVersion)
    return { rowVersion: input.rowVersion + 1, approved: proposed.length }
  },

  returnGroup: async ({ db, input, write, actor, now }) => {
    const group = await groupAt(db, input.id)
    if (group.state !== 'PROPOSED' && group.state !== 'APPROVED') breaksRule('groupNotProposed')
    const holders = await groups.holdersOf(db, group.id)
    await write.updateMany(
      'certificateHolder',
      holders
        .filter(({ state }) => state === 'PROPOSED' || state === 'APPROVED')
        .map(({ id }) => ({ id, patch: { state: 'DRAFT' as const } })),
    )
    const state = holders.some((holder) => holder.state === 'ISSUED') ? 'ISSUED' : 'DRAFT'
    const decided = { decidedBy: actor.id, decidedAt: now, decisionReason: input.reason }
    await write.update('certificateGroup', group.id, { state, ...decided }, input.rowVersion)
    return { rowVersion: input.rowVersion + 1 }
  },
}
