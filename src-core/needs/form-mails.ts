import type { CommandCall } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { queueMail } from '../notices/index.ts'
import { loadUnits, managerOf } from '../people/index.ts'
import type { Cycle } from './cycle.ts'
import { placeOf, staffAddress } from './own-form.repository.ts'

type Call = Pick<CommandCall<unknown>, 'db' | 'write' | 'now' | 'commandId'>

type StaffMail = {
  readonly code: 'TNA-03' | 'TNA-04' | 'TNA-10'
  readonly data: Readonly<Record<string, string | number>>
  readonly dedupeKey: string
}

async function mailStaff({ db, write, now }: Call, personId: string, { code, data, dedupeKey }: StaffMail) {
  const address = await staffAddress(db, personId)
  if (!address?.email) return
  const to = { audience: 'STAFF' as const, email: address.email, language: address.language ?? ('tr' as const) }
  const name = `${address.givenNames} ${address.surname}`
  await queueMail(db, { id: write.newId(), code, to, data: { name, ...data }, dedupeKey }, now)
}

/** TNA-03 to whoever sent the form in, and TNA-04 to her manager, to the latter once a day at the most. */
export async function mailReceived(call: Call, cycle: Cycle, personId: string, receiptNo: string, lines: number) {
  await mailStaff(call, personId, {
    code: 'TNA-03',
    data: { year: cycle.year, receiptNo, lines },
    dedupeKey: `TNA-03:${call.commandId}`,
  })
  const place = await placeOf(call.db, personId)
  const units = new Map((await loadUnits(call.db)).map((unit) => [unit.id, unit]))
  const managerId = place && managerOf(place, units)
  if (!managerId) return
  const dedupeKey = `TNA-04:${managerId}:${istanbulDate(call.now)}`
  await mailStaff(call, managerId, { code: 'TNA-04', data: { year: cycle.year }, dedupeKey })
}

/** TNA-10: the manager returned the form. */
export const mailReturned = (call: Call, cycle: Cycle, personId: string, reason: string) =>
  mailStaff(call, personId, {
    code: 'TNA-10',
    data: { year: cycle.year, reason },
    dedupeKey: `TNA-10:${call.commandId}`,
  })
