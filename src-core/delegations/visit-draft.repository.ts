import type { VisitDraftTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

export const keepVisitDraft = (db: Reader, draft: VisitDraftTable) =>
  db.insertInto('visitDraft').values(draft).execute()

/** How many requests were written under an address whose links hold longer than to an instant. */
export async function draftsUnder(db: Reader, email: string, holdingPast: string): Promise<number> {
  const drafts = db.selectFrom('visitDraft').select('email').where('email', '=', email)
  return (await drafts.where('expiresAt', '>', holdingPast).execute()).length
}

/** What waits under a link; nothing once its time is over. */
export const visitDraftOf = (db: Reader, tokenHash: string, now: string): Promise<VisitDraftTable | undefined> =>
  db
    .selectFrom('visitDraft')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst()

/** The request stands in the register: of the draft remains its number, for a link that is opened twice. */
export const settleVisitDraft = (db: Reader, tokenHash: string, requestNo: string) =>
  db.updateTable('visitDraft').set({ requestNo, draftSealed: null }).where('tokenHash', '=', tokenHash).execute()

/** Forgets requests that nobody confirmed in time. */
export const forgetVisitDrafts = (db: Reader, now: string) =>
  db.deleteFrom('visitDraft').where('expiresAt', '<=', now).execute()
