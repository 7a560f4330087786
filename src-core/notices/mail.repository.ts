import { sql } from 'kysely'
import type { Audience, MailTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { kindOf, type MailCode, type MailLanguage, mayReceive, nextTry, sendableAt } from './mail.rules.ts'

export type NewMail = {
  readonly id: string
  readonly code: MailCode
  readonly to: { readonly audience: Audience; readonly email: string; readonly language: MailLanguage }
  /** What fills the template. */
  readonly data: Readonly<Record<string, string | number>>
  /** One event, one person, one mail: a second mail with the same key is not written. */
  readonly dedupeKey: string
  /** Not before this instant, where the rules would let it go earlier. */
  readonly notBefore?: string
}

/**
 * Puts a mail into the outbox, in the caller's own transaction. The only place that does, and the one that keeps process mails
 * from anybody but staff (R7). Gives false when nothing was written.
 */
export async function queueMail(db: Reader, mail: NewMail, now: string): Promise<boolean> {
  const { id, code, to, data, dedupeKey } = mail
  if (!mayReceive(code, to.audience)) return false
  const earliest = sendableAt(code, mail.notBefore ?? now)
  const written = await db
    .insertInto('mail')
    .values({
      id,
      code,
      kind: kindOf(code),
      audience: to.audience,
      recipient: to.email,
      language: to.language === 'tr' ? 'tr' : 'en',
      otherLanguage: to.language === 'fr' || to.language === 'ar' ? to.language : null,
      data: JSON.stringify(data),
      state: 'QUEUED',
      attempts: 0,
      nextAt: earliest,
      heldUntil: null,
      problem: null,
      dedupeKey,
      createdAt: now,
      sentAt: null,
    })
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows ?? 0) > 0
}

/** Takes mails back that have not gone, by their keys: their cause is no longer so. */
export async function withdrawMails(db: Reader, dedupeKeys: readonly string[]): Promise<void> {
  if (dedupeKeys.length === 0) return
  await db.deleteFrom('mail').where('dedupeKey', 'in', dedupeKeys).where('state', '<>', 'SENT').execute()
}

/** Mails that have not gone whose keys continue one of these after a colon. */
export async function waitingMails(
  db: Reader,
  keys: readonly string[],
): Promise<readonly Pick<MailTable, 'dedupeKey' | 'data'>[]> {
  if (keys.length === 0) return []
  return (
    db
      .selectFrom('mail')
      .select(['dedupeKey', 'data'])
      .where('state', '<>', 'SENT')
      // The sign after the colon is the semicolon.
      .where((where) =>
        where.or(
          keys.map((key) => where.and([where('dedupeKey', '>', `${key}:`), where('dedupeKey', '<', `${key};`)])),
        ),
      )
      .execute()
  )
}

const holdMinutes = 5

/** Takes mails that are due, oldest first, for this process alone. One that died while sending lets go after five minutes. */
export async function holdDueMails(db: Reader, now: string, most: number): Promise<readonly MailTable[]> {
  const due = await db
    .selectFrom('mail')
    .selectAll()
    .where('state', 'in', ['QUEUED', 'FAILED'])
    .where('nextAt', '<=', now)
    .where((where) => where.or([where('heldUntil', 'is', null), where('heldUntil', '<', now)]))
    .orderBy('id')
    .limit(most)
    .execute()
  if (due.length === 0) return []
  const heldUntil = new Date(Date.parse(now) + holdMinutes * 60_000).toISOString()
  const ids = due.map(({ id }) => id)
  await db.updateTable('mail').set({ heldUntil }).where('id', 'in', ids).execute()
  return due
}

/** A mail that went leaves no text behind. */
export const markSent = (db: Reader, id: string, now: string) =>
  db
    .updateTable('mail')
    .set({ state: 'SENT', sentAt: now, heldUntil: null, problem: null, data: '{}' })
    .where('id', '=', id)
    .execute()

/** A refused mail waits for its next try, or is given up after the last. */
export async function markRefused(db: Reader, mail: Pick<MailTable, 'id' | 'attempts'>, problem: string, now: string) {
  const attempts = mail.attempts + 1
  const nextAt = nextTry(attempts, now)
  await db
    .updateTable('mail')
    .set({
      attempts,
      problem: problem.slice(0, 300),
      heldUntil: null,
      ...(nextAt ? { state: 'FAILED', nextAt } : { state: 'GIVEN_UP' }),
    })
    .where('id', '=', mail.id)
    .execute()
}

/** A mail with a field that nothing fills is not sent; it waits as a draft and says which. */
export const markDraft = (db: Reader, id: string, problem: string) =>
  db.updateTable('mail').set({ state: 'DRAFT', heldUntil: null, problem }).where('id', '=', id).execute()

/** How many mails stand in each state. */
export async function countMails(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('mail')
    .select(['state', (build) => build.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, Number(count)]))
}

/** Mails that did not go, newest first. */
export const troubledMails = (db: Reader) =>
  db
    .selectFrom('mail')
    .select(['id', 'code', 'state', 'attempts', 'problem', 'createdAt', 'nextAt'])
    .where('state', 'in', ['FAILED', 'GIVEN_UP', 'DRAFT'])
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

/** Lets mails that were given up go again at once; gives how many. */
export async function sendAgain(db: Reader, ids: readonly string[], now: string): Promise<number> {
  const result = await db
    .updateTable('mail')
    .set({ state: 'QUEUED', attempts: 0, nextAt: now, heldUntil: null, problem: null })
    .where('id', 'in', [...ids])
    .where('state', 'in', ['FAILED', 'GIVEN_UP', 'DRAFT'])
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Forgets mails that were written before an instant and wait no more; gives how many. */
export async function forgetOldMails(db: Reader, before: string): Promise<number> {
  const gone = await db
    .deleteFrom('mail')
    .where('createdAt', '<', before)
    .where('state', 'in', ['SENT', 'GIVEN_UP', 'DRAFT'])
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** What was sent to an address, without texts; part of what a person may ask to see. */
export const mailsTo = (db: Reader, email: string) =>
  db
    .selectFrom('mail')
    .select(['code', 'state', 'createdAt', 'sentAt'])
    .where(sql`lower("recipient")`, '=', email.toLowerCase())
    .orderBy('id')
    .execute()
