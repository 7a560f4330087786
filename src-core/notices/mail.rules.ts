import type { Audience, MailTable } from '../database/schema.ts'
import { formatInstant, openingInstant } from '../kernel/dates.ts'

/** Mails the portal sends (product: mail catalogue). */
export const mailCodes = [
  'TNA-03',
  'TNA-04',
  'TNA-07',
  'TNA-10',
  'SYS-01',
  'SYS-02',
  'SYS-03',
  'SYS-04',
  'DEL-01',
  'DEL-03',
  'DEL-04',
  'DEL-05',
  'DEL-06',
] as const

/** Languages that mails are written in; French and Arabic only to participants of visits. */
export type MailLanguage = 'tr' | 'en' | 'fr' | 'ar'

export type MailCode = (typeof mailCodes)[number]

const processes = ['TNA', 'PLN', 'ENR', 'SES', 'EVL', 'CRT', 'ELR', 'PRG']

/** What a mail is about: somebody's account, a process of training, or an exchange of letters. */
export function kindOf(code: string): MailTable['kind'] {
  const family = code.slice(0, 3)
  if (processes.includes(family)) return 'process'
  return family === 'SYS' ? 'account' : 'correspondence'
}

/** Process mails go to the municipality's own staff and to nobody else (product: R7). */
export const mayReceive = (code: string, audience: Audience): boolean =>
  kindOf(code) !== 'process' || audience === 'STAFF'

const quietFrom = 20
const quietTo = 7
const hour = 3_600_000

/** When a mail may go at the earliest: process mails not between 20:00 and 07:00 in Istanbul, account mails at once. */
export function sendableAt(code: string, now: string): string {
  if (kindOf(code) !== 'process') return now
  const clock = formatInstant(now).slice(11)
  const hours = Number(clock.slice(0, 2))
  if (hours >= quietTo && hours < quietFrom) return now
  const [day, month, year] = formatInstant(Date.parse(now) + (hours >= quietFrom ? 24 - quietFrom : 0) * hour)
    .slice(0, 10)
    .split('.')
  const midnight = openingInstant(`${year}-${month}-${day}`)
  return new Date(Date.parse(midnight) + quietTo * hour).toISOString()
}

const mostAttempts = 5

/** When a refused mail is tried again: after 15 minutes, then twice as long each time; nothing after the fifth try. */
export function nextTry(attempts: number, now: string): string | undefined {
  if (attempts >= mostAttempts) return undefined
  return new Date(Date.parse(now) + 15 * 60_000 * 2 ** (attempts - 1)).toISOString()
}
