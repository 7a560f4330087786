import type { AccountTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule } from '../kernel/errors.ts'
import type { Account } from './account.ts'
import { waitSeconds } from './password.rules.ts'

export const toAccount = (row: AccountTable): Account => ({
  id: row.id,
  userName: row.userName,
  displayName: row.displayName,
  roles: JSON.parse(row.roles),
  active: row.active === 1,
  language: row.language,
  rowVersion: row.rowVersion,
})

export const anyAccount = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom('account').select('id').where('deletedAt', 'is', null).limit(1).executeTakeFirst()) !== undefined

export const listAccounts = async (db: Reader): Promise<readonly Account[]> => {
  const rows = await db
    .selectFrom('account')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('displayName')
    .execute()
  return rows.map(toAccount)
}

export const accountById = (db: Reader, id: string) =>
  db.selectFrom('account').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

export const accountByUserName = (db: Reader, userNameKey: string) =>
  db
    .selectFrom('account')
    .selectAll()
    .where('userNameKey', '=', userNameKey)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

export const secretOf = (db: Reader, accountId: string) =>
  db.selectFrom('accountSecret').selectAll().where('accountId', '=', accountId).executeTakeFirst()

export async function saveSecret(db: Reader, accountId: string, passwordHash: string, now: string): Promise<void> {
  await db
    .insertInto('accountSecret')
    .values({ accountId, passwordHash, changedAt: now, failures: 0, lockedUntil: null })
    .onConflict((conflict) =>
      conflict.column('accountId').doUpdateSet({ passwordHash, changedAt: now, failures: 0, lockedUntil: null }),
    )
    .execute()
}

export async function noteFailure(db: Reader, accountId: string, failures: number, now: string): Promise<void> {
  const wait = waitSeconds(failures)
  const lockedUntil = wait > 0 ? new Date(Date.parse(now) + wait * 1000).toISOString() : null
  await db.updateTable('accountSecret').set({ failures, lockedUntil }).where('accountId', '=', accountId).execute()
}

export async function clearFailures(db: Reader, accountId: string): Promise<void> {
  await db
    .updateTable('accountSecret')
    .set({ failures: 0, lockedUntil: null })
    .where('accountId', '=', accountId)
    .execute()
}

export async function startSession(db: Reader, tokenHash: string, accountId: string, now: string): Promise<void> {
  const row = { tokenHash, accountId, startedAt: now, lastSeenAt: now, lockedAt: null }
  await db.insertInto('officerSession').values(row).execute()
}

export const sessionOf = (db: Reader, tokenHash: string) =>
  db.selectFrom('officerSession').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()

export async function endSession(db: Reader, tokenHash: string): Promise<void> {
  await db.deleteFrom('officerSession').where('tokenHash', '=', tokenHash).execute()
}

export async function markLocked(db: Reader, tokenHash: string, lockedAt: string | null): Promise<void> {
  await db.updateTable('officerSession').set({ lockedAt }).where('tokenHash', '=', tokenHash).execute()
}

export async function readSetting(db: Reader, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return row?.value
}

export async function saveSetting(write: Writer, key: string, value: string): Promise<void> {
  const row = await write.db
    .selectFrom('setting')
    .select('id')
    .where('key', '=', key)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (row) await write.update('setting', row.id, { value })
  else await write.insert('setting', { key, value })
}

/** Refuses while the account waits out its wrong tries. */
export function refuseWhileWaiting(lockedUntil: string | null, now: string): void {
  if (!lockedUntil || lockedUntil <= now) return
  breaksRule('tooManyTries', { seconds: Math.ceil((Date.parse(lockedUntil) - Date.parse(now)) / 1000) })
}
