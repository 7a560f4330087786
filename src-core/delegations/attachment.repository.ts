import type { DelegationAttachmentTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** Files of a visit, request and delegation together, in the order in which they came. */
export const attachmentsOf = (db: Reader, requestId: string): Promise<DelegationAttachmentTable[]> =>
  db
    .selectFrom('delegationAttachment')
    .selectAll()
    .where('requestId', '=', requestId)
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

export const attachmentById = (db: Reader, id: string): Promise<DelegationAttachmentTable | undefined> =>
  db
    .selectFrom('delegationAttachment')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

/** Those that were taken off the list. */
export async function removedAttachments(db: Reader, ids: readonly string[]): Promise<DelegationAttachmentTable[]> {
  return db
    .selectFrom('delegationAttachment')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('deletedAt', 'is not', null)
    .execute()
}
