import type { Handlers } from '../database/dispatcher.ts'
import type { DelegationParticipantTable, DelegationTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { linkById, noteAnswered, receiptNoOf } from '../links/index.ts'
import * as files from './delegation.repository.ts'
import { programmeOpen } from './delegation.rules.ts'
import { fieldsOf, noticeVersion, participantColumns } from './participant.handlers.ts'
import { participantSecrets, secretColumns } from './participant.ts'
import type { OwnParticipation, participantFormContract } from './participant-form.contract.ts'

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
  myParticipation: async ({ db, actor }) => {
    const guest = await guestOf(db, actor.id)
    const { row, file, linkId, answeredAt } = guest
    return {
      ...{ titleTr: file.titleTr, titleEn: file.titleEn, fromDate: file.fromDate, toDate: file.toDate },
      rowVersion: row.rowVersion,
      fields: ownFieldsOf(row),
      sealed: participantSecrets.filter((secret) => row[secretColumns[secret]] !== null),
      noticeVersion,
      sent: answeredAt === null ? null : { at: answeredAt, receiptNo: receiptNoOf(linkId) },
      open: isOpen(guest),
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
    return { receiptNo: receiptNoOf(linkId) }
  },
}
