import type { SigningKeyTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

export const activeKeys = (db: Reader): Promise<SigningKeyTable[]> =>
  db
    .selectFrom('signingKey')
    .selectAll()
    .where('state', '=', 'ACTIVE')
    .where('deletedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute()

/** Every key that ever signed, the newest first; their public halves verify. */
export const allKeys = (db: Reader): Promise<SigningKeyTable[]> =>
  db.selectFrom('signingKey').selectAll().where('deletedAt', 'is', null).orderBy('id', 'desc').execute()
