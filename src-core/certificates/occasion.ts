import type { CommandCall } from '../database/dispatcher.ts'
import type { CertificateTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { stands } from './certificate.ts'
import { groupColumns, holderColumns } from './group.handlers.ts'
import { groupById, holdersOf } from './group.repository.ts'
import type { GroupFields, HolderFields } from './group.ts'
import { certificatesOf } from './register.repository.ts'
import { readSettings } from './stored-settings.ts'

/** What another feature says of an occasion; place and signatories are the institution's own. */
export type Occasion = Omit<
  GroupFields,
  'place' | 'placeEn' | 'signatories' | 'passMark' | 'testRequired' | 'validUntil'
>

/**
 * Hands an occasion and its participants to the registrar: a new group, or the same one again while nothing is decided about it.
 * Whoever hands it on counts as the one who recorded the attendance.
 */
export async function handOnOccasion(
  { db, write, actor }: Pick<CommandCall<unknown>, 'db' | 'write' | 'actor'>,
  occasion: Occasion,
  holders: readonly HolderFields[],
  knownGroupId: string | null,
): Promise<string> {
  const { place, placeEn, signatories } = await readSettings(db)
  const open = { testRequired: false, passMark: 70, validUntil: null }
  const columns = groupColumns({ ...occasion, ...open, place, placeEn, signatories })
  const undecided = { attendanceBy: actor.id, decidedBy: null, decidedAt: null, decisionReason: null }
  let groupId = knownGroupId
  if (groupId === null) groupId = await write.insert('certificateGroup', { ...columns, ...undecided, state: 'DRAFT' })
  else {
    const group = found(await groupById(db, groupId), 'certificateGroup', groupId)
    if (group.state !== 'DRAFT') breaksRule('groupDecided')
    await write.update('certificateGroup', group.id, { ...columns, attendanceBy: actor.id })
    const before = await holdersOf(db, group.id)
    await write.removeMany(
      'certificateHolder',
      before.map(({ id }) => id),
    )
  }
  const id = groupId
  await write.insertMany(
    'certificateHolder',
    holders.map((holder, at) => ({
      ...holderColumns(holder),
      id: write.newId(),
      groupId: id,
      seatNo: at + 1,
      state: 'DRAFT' as const,
    })),
  )
  return id
}

/** How many participants a group has, and for how many a certificate was issued. */
export async function certificateCounts(
  db: Reader,
  groupId: string,
): Promise<{ readonly holders: number; readonly issued: number }> {
  const holders = await holdersOf(db, groupId)
  return { holders: holders.length, issued: holders.filter(({ state }) => state === 'ISSUED').length }
}

/** The unit that letters come from and who signs them, as the certificates have it. */
export async function paperSignatory(
  db: Reader,
  language: 'tr' | 'en',
): Promise<{ readonly unit: string; readonly name: string; readonly duty: string }> {
  const { unitTr, unitEn, signatories } = await readSettings(db)
  const [first] = signatories
  const duty = language === 'en' ? (first?.dutyEn ?? first?.dutyTr) : first?.dutyTr
  return { unit: (language === 'en' ? unitEn : unitTr) ?? unitTr ?? '', name: first?.name ?? '', duty: duty ?? '' }
}

export type OccasionCertificate = {
  readonly serial: string
  readonly name: string
  readonly issuedOn: string
  readonly state: CertificateTable['state']
  readonly stands: boolean
  readonly pdfHash: string
}

/** Every certificate that was issued for an occasion, ended ones too, in the order of seats. */
export async function occasionCertificates(db: Reader, groupId: string): Promise<readonly OccasionCertificate[]> {
  const rows = await certificatesOf(db, groupId)
  return rows.map(({ serial, name, issuedAt, state, pdfHash }) => ({
    ...{ serial, name, state, pdfHash },
    issuedOn: istanbulDate(issuedAt),
    stands: stands(state),
  }))
}
