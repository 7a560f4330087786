import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { DelegationTable, ProgrammeItemTable, SiteTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold } from '../kernel/turkish.ts'
import * as files from './delegation.repository.ts'
import { programmeOpen } from './delegation.rules.ts'
import { tellMoves } from './host-mails.ts'
import { ownTemplateById, ownTemplates } from './own-template.repository.ts'
import { asCopied, daysBetween, slotsOfOwn } from './own-template.rules.ts'
import type { ProgrammeUndo, programmeContract } from './programme.contract.ts'
import { copyableDelegations } from './programme.repository.ts'
import { usualLessonTenths } from './programme.rules.ts'
import {
  emptyDetails,
  type ItemDetails,
  type ItemFields,
  type ItemKind,
  type ProgrammeContext,
  type ProgrammeItem,
} from './programme.ts'
import { programmeTemplates, timesOf } from './programme-templates.ts'
import { daysAfter } from './request.rules.ts'
import { allSites, allTravel } from './site.repository.ts'

/** A slot's columns as they are stored. */
export const itemColumns = (fields: ItemFields) => ({
  ...fields,
  holidayAgreed: fields.holidayAgreed ? (1 as const) : (0 as const),
  details: JSON.stringify(fields.details),
})

/** What of a slot is planned, as it stands. */
export const fieldsOf = (row: ProgrammeItemTable): ItemFields => ({
  groupNo: row.groupNo,
  kind: row.kind as ItemKind,
  titleTr: row.titleTr,
  titleEn: row.titleEn,
  date: row.date,
  startMinute: row.startMinute,
  endMinute: row.endMinute,
  lessonHoursTenths: row.lessonHoursTenths,
  siteId: row.siteId,
  place: row.place,
  hostUnit: row.hostUnit,
  hostPerson: row.hostPerson,
  hostPhone: row.hostPhone,
  hostState: row.hostState,
  interpreterId: row.interpreterId,
  vehicleId: row.vehicleId,
  travelBefore: row.travelBefore,
  holidayAgreed: row.holidayAgreed === 1,
  details: JSON.parse(row.details) as ItemDetails,
})

/** A slot as it stands. */
export const toItem = (row: ProgrammeItemTable): ProgrammeItem => ({
  ...fieldsOf(row),
  id: row.id,
  rowVersion: row.rowVersion,
})

/** What the rules of a programme look at. */
export async function programmeContext(db: Reader, file: DelegationTable): Promise<ProgrammeContext> {
  const people = await files.participantsOf(db, file.id)
  const coming = people.filter(({ state }) => state !== 'CANCELLED').length
  const sites = await allSites(db)
  return {
    fromDate: file.fromDate,
    toDate: file.toDate,
    parallelGroups: file.parallelGroups,
    persons: coming,
    sites: sites.map((site) => ({
      id: site.id,
      nameTr: site.nameTr,
      nameEn: site.nameEn,
      owner: site.owner,
      contactPerson: site.contactPerson,
      phone: site.phone,
      capacity: site.capacity,
      minutesOnSite: site.minutesOnSite,
      weekdays: JSON.parse(site.weekdays) as number[],
    })),
    travel: (await allTravel(db)).map(({ fromSiteId, toSiteId, minutes }) => ({ fromSiteId, toSiteId, minutes })),
    holidays: (await files.holidaysBetween(db, file.fromDate, file.toDate)).map(({ date, name, half }) => ({
      date,
      name,
      half: half as 'none' | 'am' | 'pm',
    })),
  }
}

async function openFile(db: Reader, id: string): Promise<DelegationTable> {
  const file = found(await files.delegationById(db, id), 'delegation', id)
  if (!programmeOpen(file.state)) breaksRule('programmeClosed')
  return file
}

type Writing = Pick<CommandCall<unknown>, 'db' | 'write'>

type Put = ItemFields & { readonly id: string | null }

/** Writes slots and says what takes it back. */
async function edit(
  { db, write }: Writing,
  file: DelegationTable,
  put: readonly Put[],
  remove: readonly string[],
): Promise<{ ids: string[]; undo: ProgrammeUndo }> {
  const known = new Map(
    (await files.itemsByIds(db, [...put.flatMap(({ id }) => id ?? []), ...remove])).map((row) => [row.id, row]),
  )
  for (const row of known.values()) if (row.delegationId !== file.id) found(undefined, 'programmeItem', row.id)
  const undo: { put: ProgrammeUndo['put']; remove: string[] } = { put: [], remove: [] }
  const ids: string[] = []
  const before = (row: ProgrammeItemTable) => {
    if (row.deletedAt === null) undo.put.push({ ...fieldsOf(row), id: row.id })
    else undo.remove.push(row.id)
  }
  for (const { id, ...fields } of put) {
    check(fields, file)
    if (id === null) {
      const added = await write.insert('programmeItem', { ...itemColumns(fields), delegationId: file.id })
      undo.remove.push(added)
      ids.push(added)
      continue
    }
    const row = found(known.get(id), 'programmeItem', id)
    before(row)
    await write.restoreMany('programmeItem', [{ id, patch: { ...itemColumns(fields), deletedAt: null } }])
    ids.push(id)
  }
  for (const id of remove) {
    const row = found(known.get(id), 'programmeItem', id)
    if (row.deletedAt === null) undo.put.push({ ...fieldsOf(row), id })
  }
  await write.removeMany('programmeItem', remove)
  return { ids, undo }
}

function check(fields: ItemFields, file: DelegationTable): void {
  if (fields.endMinute <= fields.startMinute) breaksRule('itemTimesReversed', { title: fields.titleTr })
  if (fields.groupNo > file.parallelGroups) breaksRule('groupUnknown', { group: fields.groupNo })
}

type KnownSite = Pick<SiteTable, 'id' | 'nameTr' | 'owner' | 'contactPerson' | 'phone' | 'ppe'>

/** The slots of a standard programme from a day on; places that stand in the catalogue bring their host and their rules. */
export function slotsOfTemplate(catalogue: readonly KnownSite[], key: string, startOn: string): ItemFields[] {
  const template = found(
    programmeTemplates.find((one) => one.key === key),
    'programmeItem',
    key,
  )
  const sites = new Map(catalogue.map((site) => [fold(site.nameTr), site]))
  return template.slots.map((slot) => {
    const [startMinute, endMinute] = timesOf(slot)
    const site = slot.place === undefined ? undefined : sites.get(fold(slot.place))
    return {
      groupNo: 0,
      kind: slot.kind,
      titleTr: slot.tr,
      titleEn: slot.en,
      date: daysAfter(startOn, slot.day),
      startMinute,
      endMinute,
      lessonHoursTenths: (slot.lessonHours ?? 0) * 10 || usualLessonTenths(slot.kind, endMinute - startMinute),
      siteId: site?.id ?? null,
      place: site ? null : (slot.place ?? null),
      hostUnit: site?.owner ?? null,
      hostPerson: site?.contactPerson ?? null,
      hostPhone: site?.phone ?? null,
      hostState: 'NONE',
      interpreterId: null,
      vehicleId: null,
      // The table of sites knows better than a template does.
      travelBefore: site ? null : (slot.travelBefore ?? null),
      holidayAgreed: false,
      details: { ...emptyDetails, ppe: site ? (JSON.parse(site.ppe) as ItemDetails['ppe']) : [] },
    }
  })
}

async function copiedSlots(db: Reader, fromId: string, file: DelegationTable, startOn: string): Promise<ItemFields[]> {
  const items = await files.itemsOf(db, fromId)
  const first = items[0]?.date
  if (first === undefined) return breaksRule('programmeEmpty')
  return items.map((row) => {
    const date = daysAfter(startOn, daysBetween(first, row.date))
    return asCopied({ ...fieldsOf(row), date }, file.parallelGroups)
  })
}

/** A standard programme by its key, or one of the academy's own by its id. */
async function templateSlots(db: Reader, key: string, file: DelegationTable, startOn: string): Promise<ItemFields[]> {
  const sites = await allSites(db)
  const own = await ownTemplateById(db, key)
  return own ? slotsOfOwn(own, sites, file.parallelGroups, startOn) : slotsOfTemplate(sites, key, startOn)
}

type HostAnswer = {
  readonly state: ItemFields['hostState']
  readonly hostPerson?: string | null | undefined
  readonly note?: string | null | undefined
}

/** Writes what a host answered into slots, whoever took the answer; gives what takes it back. */
export async function noteAnswers(
  writing: Writing,
  file: DelegationTable,
  rows: readonly ProgrammeItemTable[],
  { state, hostPerson, note }: HostAnswer,
): Promise<ProgrammeUndo> {
  const put = rows.map((row) => {
    const fields = fieldsOf(row)
    return {
      ...fields,
      id: row.id,
      hostState: state,
      hostPerson: hostPerson === undefined ? fields.hostPerson : hostPerson,
      details: { ...fields.details, ...(note !== undefined && { hostNote: note }) },
    }
  })
  return (await edit(writing, file, put, [])).undo
}

export const programmeHandlers: Handlers<typeof programmeContract> = {
  programme: async ({ db, input }) => {
    const file = found(await files.delegationById(db, input.delegationId), 'delegation', input.delegationId)
    const items = (await files.itemsOf(db, file.id)).map(toItem)
    return { items, context: await programmeContext(db, file), open: programmeOpen(file.state) }
  },

  editProgramme: async (call) => {
    const { input, ports } = call
    const file = await openFile(call.db, input.delegationId)
    const edited = await edit(call, file, input.put, input.remove)
    if (ports.sendsMail) await tellMoves(call, file, edited.undo.put, input.put)
    return edited
  },

  programmeSources: async ({ db, input }) => ({
    templates: programmeTemplates.map(({ key, titleTr, titleEn, days }) => ({ key, titleTr, titleEn, days })),
    ownTemplates: (await ownTemplates(db)).map(({ id, rowVersion, titleTr, titleEn, dayCount }) => ({
      ...{ id, rowVersion, titleTr, titleEn },
      days: dayCount,
    })),
    delegations: (await copyableDelegations(db, input.delegationId)).map(
      ({ id, titleTr, titleEn, fromDate, first, last }) => ({
        id,
        titleTr,
        titleEn,
        fromDate,
        days: daysBetween(first, last) + 1,
      }),
    ),
  }),

  copyProgramme: async ({ db, input, write }) => {
    const file = await openFile(db, input.delegationId)
    const { template, fromDelegationId, startOn } = input
    if ((template === null) === (fromDelegationId === null)) return breaksRule('oneSource')
    const slots =
      template !== null
        ? await templateSlots(db, template, file, startOn)
        : await copiedSlots(db, fromDelegationId ?? '', file, startOn)
    return edit(
      { db, write },
      file,
      slots.map((slot) => ({ ...slot, id: null })),
      [],
    )
  },

  answerHosts: async ({ db, input, write }) => {
    const file = await openFile(db, input.delegationId)
    const rows = (await files.itemsByIds(db, input.ids)).filter(({ deletedAt }) => deletedAt === null)
    if (rows.length !== new Set(input.ids).size) found(undefined, 'programmeItem')
    return { undo: await noteAnswers({ db, write }, file, rows, input) }
  },
}
