import type { CommandCall } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import { forgetHolderEmails } from '../links/index.ts'
import { forgetOldMails } from '../notices/index.ts'
import { monthsBefore } from './request.rules.ts'
import { dropViewers } from './viewer.handlers.ts'
import { viewersUntil } from './viewer.repository.ts'

// Months that ways to reach the people of a visit, and the mails written to anybody, are kept (product: 6.11).
const contactMonths = 24
const mailMonths = 12

/**
 * Erases addresses past their time: of whoever saw a programme on the portal, two years after the visit; of whoever was sent a personal
 * link, two years after it was over; and mails after a year. Gives how many were erased.
 */
export async function forgetAddresses(call: CommandCall<unknown>): Promise<number> {
  const { db, write, now } = call
  const latest = monthsBefore(istanbulDate(now), contactMonths)
  const viewers = await viewersUntil(db, latest)
  await dropViewers(write, viewers)
  const links = await forgetHolderEmails({ db, write }, `${latest}T00:00:00.000Z`)
  const mails = await forgetOldMails(db, `${monthsBefore(istanbulDate(now), mailMonths)}T00:00:00.000Z`)
  return viewers.length + links + mails
}
