import type { LinkDraftTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** What is being typed through a link and was not sent yet. */
export const linkDraftOf = (db: Reader, linkId: string): Promise<LinkDraftTable | undefined> =>
  db.selectFrom('linkDraft').selectAll().where('linkId', '=', linkId).executeTakeFirst()

export const keepLinkDraft = (db: Reader, draft: LinkDraftTable) =>
  db
    .insertInto('linkDraft')
    .values(draft)
    .onConflict((conflict) => conflict.column('linkId').doUpdateSet(draft))
    .execute()

export const dropLinkDraft = (db: Reader, linkId: string) =>
  db.deleteFrom('linkDraft').where('linkId', '=', linkId).execute()
