import { handOnOccasion } from '../certificates/index.ts'
import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { DelegationAttendanceTable, DelegationTable, ProgrammeItemTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { formatDate, istanbulDate } from '../kernel/dates.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { countryName } from './countries.ts'
import type { dayContract } from './day.contract.ts'
import { attendedHours, badgeCode, concerns } from './day.rules.ts'
import * as files from './delegation.repository.ts'
import { toParticipant } from './participant.handlers.ts'
import { toItem } from './programme.handlers.ts'

const fileAt = async (db: Reader, id: string): Promise<DelegationTable> =>
  found(await files.delegationById(db, id), 'delegation', id)

async function itemAt(db: Reader, id: string): Promise<{ item: ProgrammeItemTable; file: DelegationTable }> {
  const [row] = await files.itemsByIds(db, [id])
  const item = found(row?.deletedAt === null ? row : undefined, 'programmeItem', id)
  const file = await fileAt(db, item.delegationId)
  if (file.state === 'CANCELLED') breaksRule('delegationCancelled')
  return { item, file }
}

/** Attended lesson hours of everybody who was not struck off. */
export async function hoursOf(db: Reader, file: DelegationTable) {
  const items = (await files.itemsOf(db, file.id)).map(toItem)
  const people = (await files.participantsOf(db, file.id))
    .filter(({ state }) => state !== 'CANCELLED')
    .map((row) => toParticipant(row, file.toDate))
  const marks = await files.attendanceOf(db, file.id)
  return { people, marks, hours: attendedHours(items, people, marks, file.minAttendancePct) }
}

type Method = DelegationAttendanceTable['method']

/** Sets one mark for each participant; gives how many differed. */
async function mark(
  { db, write, now }: Pick<CommandCall<unknown>, 'db' | 'write' | 'now'>,
  { item, file }: { readonly item: ProgrammeItemTable; readonly file: DelegationTable },
  participantIds: readonly string[],
  wanted: DelegationAttendanceTable['mark'] | null,
  method: Method,
): Promise<number> {
  // Certificates stand on these marks: nobody was there before the day has come.
  if (wanted !== null && item.date > istanbulDate(now)) breaksRule('attendanceTooEarly', { day: formatDate(item.date) })
  const people = new Map((await files.participantsOf(db, file.id)).map((row) => [row.id, row]))
  const known = new Map(
    (await files.attendanceOf(db, file.id))
      .filter(({ itemId }) => itemId === item.id)
      .map((row) => [row.participantId, row]),
  )
  let changed = 0
  for (const participantId of new Set(participantIds)) {
    const person = found(people.get(participantId), 'delegationParticipant', participantId)
    if (!concerns(item, person))
      breaksRule('otherGroup', { name: `${person.givenNames} ${person.surname}`, group: person.groupNo })
    const row = known.get(participantId)
    if (wanted === null) {
      if (row) changed += await write.removeMany('delegationAttendance', [row.id])
      continue
    }
    if (row) {
      if (row.mark !== wanted) {
        await write.update('delegationAttendance', row.id, { mark: wanted, method })
        changed++
      }
    } else {
      await write.insert('delegationAttendance', { participantId, itemId: item.id, mark: wanted, method })
      changed++
    }
    if (wanted === 'PRESENT' && (person.state === 'REGISTERED' || person.state === 'CONFIRMED'))
      await write.update('delegationParticipant', person.id, { state: 'ARRIVED' })
  }
  return changed
}

export const dayHandlers: Handlers<typeof dayContract> = {
  attendance: async ({ db, input }) => {
    const { marks, hours } = await hoursOf(db, await fileAt(db, input.delegationId))
    return {
      marks: marks.map(({ participantId, itemId, mark: said, method }) => ({
        ...{ participantId, itemId, method },
        mark: said,
      })),
      hours: [...hours],
    }
  },

  checkIn: async (call) => {
    const { db, input } = call
    const slot = await itemAt(db, input.itemId)
    const code = badgeCode(input.code)
    const person = (await files.participantsOf(db, slot.file.id)).find((row) => row.badgeCode === code)
    if (!person) return breaksRule('badgeUnknown', { code: code.slice(0, 20) })
    if (person.state === 'CANCELLED') breaksRule('badgeStruckOff', { name: `${person.givenNames} ${person.surname}` })
    const changed = await mark(call, slot, [person.id], 'PRESENT', input.method)
    return { participantId: person.id, name: `${person.givenNames} ${person.surname}`, again: changed === 0 }
  },

  markAttendance: async (call) => {
    const { db, input } = call
    const slot = await itemAt(db, input.itemId)
    return { changed: await mark(call, slot, input.participantIds, input.mark, input.method) }
  },

  feedback: async ({ db, input }) => {
    const file = await fileAt(db, input.delegationId)
    return { feedback: await files.feedbackOf(db, file.id) }
  },

  addFeedback: async ({ db, input, write }) => {
    await fileAt(db, input.delegationId)
    return { id: await write.insert('delegationFeedback', input) }
  },

  handToCertificates: async (call) => {
    const { db, input, write } = call
    const file = await fileAt(db, input.delegationId)
    const { people, hours } = await hoursOf(db, file)
    const total = Math.max(0, ...hours.map(({ totalTenths }) => totalTenths))
    if (total === 0 || people.length === 0) return breaksRule('nothingToCertify')
    const attended = new Map(hours.map((one) => [one.participantId, one]))
    const language = file.language === 'tr' ? ('tr' as const) : file.language
    const holders = people.map((person) => ({
      name: person.nameForCertificate,
      institution: person.institution,
      country: countryName(person.nationality, language === 'tr' ? 'tr' : 'en'),
      attendedTenths: attended.get(person.id)?.attendedTenths ?? 0,
      testScore: null,
      personId: null,
    }))
    const certificateGroupId = await handOnOccasion(
      call,
      {
        kind: 'DELEGATION',
        language,
        titleTr: file.titleTr,
        titleEn: file.titleEn,
        fromDate: file.fromDate,
        toDate: file.toDate,
        partner: file.partner,
        lessonHoursTenths: total,
        minAttendancePct: file.minAttendancePct,
      },
      holders,
      file.certificateGroupId,
    )
    await write.update('delegation', file.id, { certificateGroupId })
    return { certificateGroupId, holders: holders.length, enough: hours.filter(({ enough }) => enough).length }
  },
}
