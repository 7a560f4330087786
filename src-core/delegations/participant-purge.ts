import type { CommandCall } from '../database/dispatcher.ts'
import type { DelegationParticipantTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { breaksRule } from '../kernel/errors.ts'
import { endLinksOf } from '../links/index.ts'
import * as files from './delegation.repository.ts'
import type { ParticipantDetails } from './participant.ts'
import { photosOf } from './photo.repository.ts'
import { purgeReport } from './purge-report.ts'
import { daysAfter } from './request.rules.ts'

/** What a row looks like in which nothing sensitive is kept. */
export const nothingSealed = {
  passportNoSealed: null,
  passportExpirySealed: null,
  birthDateSealed: null,
  mealCodeSealed: null,
  accessibilitySealed: null,
}

/** `Grace Wanjiku KARIUKI`, as in the passport. */
export const nameOf = (row: Pick<DelegationParticipantTable, 'givenNames' | 'surname'>): string =>
  `${row.givenNames} ${row.surname}`

/** Whose data are past their day. */
export const dueNow = (db: Reader, now: string) => files.keptTooLong(db, daysAfter(istanbulDate(now), -30))

/** Everything sensitive of somebody who has left; name and certificate stay. */
function erased(row: DelegationParticipantTable) {
  const details = JSON.parse(row.details) as ParticipantDetails
  const kept: ParticipantDetails = {
    ...details,
    visaNeeded: false,
    visaState: null,
    arrivalFlight: null,
    departureFlight: null,
    shoeSize: null,
    vestSize: null,
    emergencyContact: null,
  }
  return { ...nothingSealed, details: JSON.stringify(kept), state: 'PURGED' as const }
}

/** Takes photographs away for good. */
export async function erasePhotos(
  { db, write }: Pick<CommandCall<unknown>, 'db' | 'write'>,
  participantIds: readonly string[],
): Promise<void> {
  const photos = await photosOf(db, participantIds)
  await write.updateMany(
    'participantPhoto',
    photos.map(({ id }) => ({ id, patch: { photoSealed: null } })),
  )
}

/** Erases what is past its day and prints the report. */
export async function purge(call: CommandCall<unknown>, language: 'tr' | 'en') {
  const { db, write, now, ports, actor } = call
  const rows = await dueNow(db, now)
  if (rows.length === 0) return breaksRule('nothingToPurge')
  await write.updateMany(
    'delegationParticipant',
    rows.map((row) => ({ id: row.id, patch: erased(row) })),
  )
  await endLinksOf(
    call,
    rows.map(({ id }) => id),
  )
  await erasePhotos(
    call,
    rows.map(({ id }) => id),
  )
  const ids = [...new Set(rows.map(({ delegationId }) => delegationId))]
  for (const id of ids) {
    const left = (await files.participantsOf(db, id)).some(({ state }) => state !== 'PURGED')
    if (!left) await write.update('delegation', id, { purgedAt: now })
  }
  const report = await purgeReport({ db, ports, now, language, by: actor.name }, rows)
  return { erased: rows.length, report }
}
