import type { CommandCall } from '../database/dispatcher.ts'
import { queueMail } from '../notices/index.ts'
import type { Cycle } from './cycle.ts'
import { staffAddress } from './own-form.repository.ts'

type Call = Pick<CommandCall<unknown>, 'db' | 'write' | 'now' | 'commandId'>

type StaffMail = {
  readonly code: 'TNA-03' | 'TNA-04' | 'TNA-07' | 'TNA-10'
  readonly data: Readonly<Record<string, string | number>>
  readonly dedupeKey: string
}

/** Writes a mail to an active member of staff who has an address; gives whether it was written. */
export async function mailStaff(
  { db, write, now }: Call,
  personId: string,
  { code, data, dedupeKey }: StaffMail,
): Promise<boolean> {
  const address = await staffAddress(db, personId)
  if (!address?.email) return false
  const to = { audience: 'STAFF' as const, email: address.email, language: address.language ?? ('tr' as const) }
  const name = `${address.givenNames} ${address.surname}`
  return queueMail(db, { id: write.newId(), code, to, data: { name, ...data }, dedupeKey }, now)
}

/** TNA-03 to whoever sent the form in; her manager hears of it in the day's mail (`mailManagers`). */
export const mailReceived = (call: Call, cycle: Cycle, personId: string, receiptNo: string, lines: number) =>
  mailStaff(call, personId, {
    code: 'TNA-03',
    data: { year: cycle.year, receiptNo, lines },
    dedupeKey: `TNA-03:${call.commandId}`,
  })

/** TNA-10: the manager returned the form. */
export const mailReturned = (call: Call, cycle: Cycle, personId: string, reason: string) =>
  mailStaff(call, personId, {
    code: 'TNA-10',
    data: { year: cycle.year, reason },
    dedupeKey: `TNA-10:${call.commandId}`,
  })
