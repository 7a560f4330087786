import type { Handlers } from '../database/dispatcher.ts'
import type { DelegationParticipantTable, DelegationTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { workbookType } from '../kernel/file.ts'
import { sha256 } from '../kernel/hash.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { endLinksOf } from '../links/index.ts'
import * as files from './delegation.repository.ts'
import { purgeDay } from './delegation.rules.ts'
import { withoutUndefined } from './fields.ts'
import { largestDelegation, type participantContract } from './participant.contract.ts'
import {
  type Participant,
  type ParticipantDetails,
  type ParticipantFields,
  type ParticipantSecret,
  participantSecrets,
  type SealedFields,
  secretColumns,
} from './participant.ts'
import { participantWorkbook } from './participant.workbook.ts'
import { readParticipantList } from './participant-list.ts'
import { dueNow, erasePhotos, nameOf, nothingSealed, purge } from './participant-purge.ts'

/** Version of the notice on personal data that participants are shown now. */
export const noticeVersion = '2027-1'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What a badge carries: eight signs of Crockford's base 32 that nobody can guess from a name. */
export const badgeCodeOf = (id: string): string => {
  const digest = BigInt(`0x${sha256(`badge ${id}`)}`)
  return Array.from({ length: 8 }, (_, at) => alphabet.charAt(Number((digest >> BigInt(5 * at)) & 31n))).join('')
}

/** A participant's columns as they are stored, without what is sealed. */
export const participantColumns = (fields: ParticipantFields) => ({
  ...fields,
  head: fields.head ? (1 as const) : (0 as const),
  details: JSON.stringify(fields.details),
  searchKey: fold([fields.givenNames, fields.surname, fields.nameForCertificate, fields.institution].join(' ')),
  sortKey: sortKey(`${fields.surname} ${fields.givenNames}`),
})

const sealedColumns = (sealed: SealedFields): Partial<DelegationParticipantTable> =>
  Object.fromEntries(
    participantSecrets.flatMap((secret) =>
      sealed[secret] === undefined ? [] : [[secretColumns[secret], sealed[secret]]],
    ),
  )

/** What is typed of a participant in the open, as it stands. */
export const fieldsOf = (row: DelegationParticipantTable): ParticipantFields => ({
  givenNames: row.givenNames,
  surname: row.surname,
  nameForCertificate: row.nameForCertificate,
  nameOnBadge: row.nameOnBadge,
  nationality: row.nationality,
  institution: row.institution,
  position: row.position,
  email: row.email,
  mobile: row.mobile,
  groupNo: row.groupNo,
  head: row.head === 1,
  state: row.state,
  arrivalOn: row.arrivalOn,
  departureOn: row.departureOn,
  vehicleId: row.vehicleId,
  hotelRoomId: row.hotelRoomId,
  consentVersion: row.consentVersion,
  consentOn: row.consentOn,
  details: JSON.parse(row.details) as ParticipantDetails,
})

/** A participant as officers may see her: of what is sealed only that it is there. */
export const toParticipant = (row: DelegationParticipantTable, toDate: string): Participant => ({
  ...fieldsOf(row),
  id: row.id,
  rowVersion: row.rowVersion,
  seatNo: row.seatNo,
  badgeCode: row.badgeCode,
  sealed: participantSecrets.filter((secret) => row[secretColumns[secret]] !== null),
  purgeOn: purgeDay(row.departureOn ?? toDate),
})

const fileAt = async (db: Reader, id: string): Promise<DelegationTable> =>
  found(await files.delegationById(db, id), 'delegation', id)

function check(fields: ParticipantFields, file: DelegationTable): void {
  if (fields.groupNo > file.parallelGroups) breaksRule('groupUnknown', { group: fields.groupNo })
  if (fields.arrivalOn !== null && fields.departureOn !== null && fields.arrivalOn > fields.departureOn)
    breaksRule('visitDatesReversed')
  if (fields.state === 'CONFIRMED' && fields.consentVersion === null)
    breaksRule('consentNeeded', { name: `${fields.givenNames} ${fields.surname}` })
}

type New = { readonly fields: ParticipantFields; readonly sealed: SealedFields }

/** Rows of new participants behind those that are there. */
export const newParticipants = (
  delegationId: string,
  added: readonly New[],
  lastSeat: number,
  newId: () => string,
): (Omit<DelegationParticipantTable, keyof import('../database/schema.ts').Recorded> & { id: string })[] =>
  added.map(({ fields, sealed }, at) => {
    const id = newId()
    return {
      ...nothingSealed,
      ...participantColumns(fields),
      ...sealedColumns(sealed),
      id,
      delegationId,
      seatNo: lastSeat + at + 1,
      badgeCode: badgeCodeOf(id),
    }
  })

const safe = (name: string): string => name.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 100)

export const participantHandlers: Handlers<typeof participantContract> = {
  participants: async ({ db, input }) => {
    const file = await fileAt(db, input.delegationId)
    const rows = await files.participantsOf(db, file.id)
    return { participants: rows.map((row) => toParticipant(row, file.toDate)), noticeVersion }
  },

  addParticipants: async ({ db, input, write }) => {
    const file = await fileAt(db, input.delegationId)
    if (file.state === 'CANCELLED') breaksRule('delegationCancelled')
    for (const { fields } of input.participants) check(fields, file)
    const present = await files.participantsOf(db, file.id)
    if (present.length + input.participants.length > largestDelegation)
      breaksRule('delegationTooLarge', { most: largestDelegation })
    const rows = newParticipants(file.id, input.participants, present.at(-1)?.seatNo ?? 0, () => write.newId())
    await write.insertMany('delegationParticipant', rows)
    return { ids: rows.map(({ id }) => id) }
  },

  changeParticipant: async ({ db, input, write }) => {
    const row = found(await files.participantById(db, input.id), 'delegationParticipant', input.id)
    if (row.state === 'PURGED') breaksRule('participantPurged')
    const next = { ...fieldsOf(row), ...withoutUndefined(input.fields) }
    check(next, await fileAt(db, row.delegationId))
    const patch = { ...participantColumns(next), ...sealedColumns(input.sealed) }
    const differs = await write.update('delegationParticipant', row.id, patch, input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  removeParticipants: async ({ db, input, write, now }) => {
    const file = await fileAt(db, input.delegationId)
    const wanted = new Set(input.ids)
    const rows = (await files.participantsOf(db, file.id)).filter(({ id }) => wanted.has(id))
    const marked = new Set((await files.attendanceOf(db, file.id)).map(({ participantId }) => participantId))
    const attended = rows.find(({ id }) => marked.has(id))
    if (attended) breaksRule('participantAttended', { name: nameOf(attended) })
    // What was sealed goes with the person; a removed row would keep it for ever.
    await write.updateMany(
      'delegationParticipant',
      rows.map((row) => ({ id: row.id, patch: { ...nothingSealed } })),
    )
    await erasePhotos(
      { db, write },
      rows.map(({ id }) => id),
    )
    await endLinksOf(
      { db, write, now },
      rows.map(({ id }) => id),
    )
    return {
      removed: await write.removeMany(
        'delegationParticipant',
        rows.map(({ id }) => id),
      ),
    }
  },

  readParticipants: async ({ db, input, ports, signal }) => {
    const file = await fileAt(db, input.delegationId)
    const present = new Set((await files.participantsOf(db, file.id)).map((row) => fold(nameOf(row))))
    const { text, file: sheet } = input
    return readParticipantList({
      ...{ ports, signal, text, file: sheet, present },
      arrivalOn: file.fromDate,
      departureOn: file.toDate,
    })
  },

  exportParticipants: async ({ db, input, ports }) => {
    const file = await fileAt(db, input.delegationId)
    const rows = (await files.participantsOf(db, file.id)).map((row) => toParticipant(row, file.toDate))
    const bytes = await ports.writeWorkbook(participantWorkbook(rows, input.language))
    const name = input.language === 'en' ? `${file.titleEn} participants` : `${file.titleTr} katılımcılar`
    return new File([new Uint8Array(bytes)], `${safe(name)}.xlsx`, { type: workbookType })
  },

  sealParticipant: async ({ input, ports }) => ({
    sealed: Object.fromEntries(
      Object.entries(input.texts).map(([secret, text]) => [secret, ports.seal.seal(text, ports.randomToken())]),
    ),
  }),

  showParticipant: async ({ db, input, ports }) => {
    const row = found(await files.participantById(db, input.id), 'delegationParticipant', input.id)
    const texts: Partial<Record<ParticipantSecret, string>> = {}
    for (const secret of participantSecrets) {
      const sealed = row[secretColumns[secret]]
      if (sealed !== null) texts[secret] = ports.seal.open(sealed)
    }
    return { texts }
  },

  purgeDue: async ({ db, now }) => ({
    due: (await dueNow(db, now)).map((row) => ({
      id: row.id,
      name: nameOf(row),
      delegation: row.titleTr,
      purgeOn: purgeDay(row.departureOn ?? row.toDate),
    })),
  }),

  purge: async (call) => purge(call, call.input.language),
}
