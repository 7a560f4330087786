import type { Handlers } from '../database/dispatcher.ts'
import type { DelegationParticipantTable, DelegationTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule, found, OperationError } from '../kernel/errors.ts'
import { linkById, noteAnswered, receiptNoOf } from '../links/index.ts'
import * as files from './delegation.repository.ts'
import { programmeOpen } from './delegation.rules.ts'
import { dropLinkDraft, keepLinkDraft, linkDraftOf } from './own-draft.repository.ts'
import { fieldsOf, noticeVersion, participantColumns } from './participant.handlers.ts'
import { participantSecrets, secretColumns } from './participant.ts'
import type { FormDraft, OwnParticipation, participantFormContract } from './participant-form.contract.ts'
import { nameOf } from './participant-purge.ts'
import { photosOf } from './photo.repository.ts'
import { largestPhoto, photoSides, plainPhoto } from './photo.ts'

type Guest = {
  readonly row: DelegationParticipantTable
  readonly file: DelegationTable
  readonly linkId: string
  readonly answeredAt: string | null
}

async function guestOf(db: Reader, linkId: string): Promise<Guest> {
  const link = found(await linkById(db, linkId), 'personalLink')
  const row = found(await files.participantById(db, link.participantId ?? ''), 'delegationParticipant')
  if (row.state === 'CANCELLED' || row.state === 'PURGED') found(undefined, 'delegationParticipant')
  const file = found(await files.delegationById(db, row.delegationId), 'delegation')
  return { row, file, linkId: link.id, answeredAt: link.answeredAt }
}

const ownStates: readonly string[] = ['INVITED', 'REGISTERED', 'CONFIRMED']

/** From arrival on only the coordinator changes it. */
const isOpen = ({ row, file }: Guest): boolean => ownStates.includes(row.state) && programmeOpen(file.state)

function ownFieldsOf(row: DelegationParticipantTable): OwnParticipation {
  const { details, ...fields } = fieldsOf(row)
  const { visaState: _visaState, notes: _notes, ...own } = details
  return {
    ...{ givenNames: fields.givenNames, surname: fields.surname, nationality: fields.nationality },
    ...{ nameForCertificate: fields.nameForCertificate, nameOnBadge: fields.nameOnBadge },
    ...{ institution: fields.institution, position: fields.position, email: fields.email, mobile: fields.mobile },
    ...{ arrivalOn: fields.arrivalOn, departureOn: fields.departureOn, details: own },
  }
}

/** The letters of a passport's machine-readable name come from here (ICAO Doc 9303), with their marks. */
const latin = /^[\p{Script=Latin}\p{M}'’. -]+$/u

export const participantFormHandlers: Handlers<typeof participantFormContract> = {
  myParticipation: async ({ db, actor, ports }) => {
    const guest = await guestOf(db, actor.id)
    const { row, file, linkId, answeredAt } = guest
    const draft = await linkDraftOf(db, linkId)
    const [photo] = await photosOf(db, [row.id])
    return {
      ...{ titleTr: file.titleTr, titleEn: file.titleEn, fromDate: file.fromDate, toDate: file.toDate },
      rowVersion: row.rowVersion,
      fields: ownFieldsOf(row),
      sealed: participantSecrets.filter((secret) => row[secretColumns[secret]] !== null),
      noticeVersion,
      sent: answeredAt === null ? null : { at: answeredAt, receiptNo: receiptNoOf(linkId) },
      open: isOpen(guest),
      photo: (photo?.photoSealed ?? null) !== null,
      draft: draft
        ? {
            ...{ version: draft.version, savedAt: draft.savedAt },
            typed: JSON.parse(ports.seal.open(draft.draftSealed)) as FormDraft,
          }
        : null,
    }
  },

  saveMyParticipation: async ({ db, input, ports, actor, now }) => {
    const guest = await guestOf(db, actor.id)
    if (!isOpen(guest)) breaksRule('formClosed')
    const { linkId } = guest
    const actual = (await linkDraftOf(db, linkId))?.version ?? 0
    if (input.version !== actual)
      throw new OperationError('CONFLICT', { entity: 'linkDraft', id: linkId, expected: input.version, actual })
    const draftSealed = ports.seal.seal(JSON.stringify(input.typed), ports.randomToken())
    const version = actual + 1
    await keepLinkDraft(db, { linkId, version, savedAt: now, draftSealed })
    return { version, savedAt: now }
  },

  setMyPhoto: async ({ db, input, write, ports, actor }) => {
    const guest = await guestOf(db, actor.id)
    if (!isOpen(guest)) breaksRule('formClosed')
    const plain = input.photo === null ? null : plainPhoto(Buffer.from(input.photo, 'base64'))
    if (plain === undefined) return breaksRule('photoUnfit', { kilobytes: largestPhoto / 1024, ...photoSides })
    const photoSealed = plain && ports.seal.seal(Buffer.from(plain).toString('base64'), write.newId())
    const participantId = guest.row.id
    const [before] = await photosOf(db, [participantId])
    if (before) await write.update('participantPhoto', before.id, { photoSealed })
    else if (photoSealed) await write.insert('participantPhoto', { participantId, photoSealed })
    return { kept: photoSealed !== null }
  },

  participantPhotos: async ({ db, input, ports }) => {
    const people = await files.participantsOf(db, input.delegationId)
    const ids = people.filter(({ state }) => state !== 'CANCELLED').map(({ id }) => id)
    const photos = new Map((await photosOf(db, ids)).map((row) => [row.participantId, row.photoSealed]))
    return {
      photos: people.flatMap((row) => {
        const sealed = photos.get(row.id)
        return sealed ? [{ participantId: row.id, name: nameOf(row), photo: ports.seal.open(sealed) }] : []
      }),
    }
  },

  sendMyParticipation: async ({ db, input, write, ports, actor, now }) => {
    const guest = await guestOf(db, actor.id)
    const { row, linkId } = guest
    if (!isOpen(guest)) breaksRule('formClosed')
    if (input.consent !== noticeVersion) breaksRule('noticeChanged')
    const { fields, texts } = input
    if (!latin.test(fields.givenNames) || !latin.test(fields.surname)) breaksRule('latinLetters')
    if (fields.arrivalOn !== null && fields.departureOn !== null && fields.arrivalOn > fields.departureOn)
      breaksRule('visitDatesReversed')
    const kept = fieldsOf(row)
    const columns = participantColumns({
      ...kept,
      ...fields,
      details: { ...kept.details, ...fields.details },
      state: kept.state === 'INVITED' ? 'REGISTERED' : kept.state,
      consentVersion: noticeVersion,
      consentOn: istanbulDate(now),
    })
    const sealed = Object.fromEntries(
      participantSecrets.flatMap((secret) => {
        const text = texts[secret]
        return text === undefined ? [] : [[secretColumns[secret], ports.seal.seal(text, write.newId())]]
      }),
    )
    await write.update('delegationParticipant', row.id, { ...columns, ...sealed }, input.rowVersion)
    await noteAnswered(write, linkId, now)
    await dropLinkDraft(db, linkId)
    return { receiptNo: receiptNoOf(linkId) }
  },
}
