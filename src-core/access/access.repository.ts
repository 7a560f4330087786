import type { AccountTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule } from '../kernel/errors.ts'
import { sortKey } from '../kernel/turkish.ts'
import type { Account } from './account.ts'
import type { AccountStanding } from './administration.contract.ts'
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
  const rows = await db.selectFrom('account').selectAll().where('deletedAt', 'is', null).execute()
  return rows
    .map(toAccount)
    .map((account) => ({ account, key: sortKey(account.displayName) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ account }) => account)
}

/** Every account with what its administrator needs to know of it. */
export async function listStandings(db: Reader, now: string): Promise<readonly AccountStanding[]> {
  const sessions = await db
    .selectFrom('officerSession')
    .select(['accountId', (build) => build.fn.countAll<number>().as('count')])
    .select((build) => build.fn.max('startedAt').as('lastAt'))
    .groupBy('accountId')
    .execute()
  const secrets = new Map(
    (await db.selectFrom('accountSecret').selectAll().execute()).map((row) => [row.accountId, row]),
  )
  const open = new Map(sessions.map((row) => [row.accountId, row]))
  return (await listAccounts(db)).map((account) => {
    const secret = secrets.get(account.id)
    const until = secret?.lockedUntil ?? null
    return {
      ...account,
      mustChangePassword: secret?.mustChange === 1,
      // Officers of the sample academy have no password, so only their sessions tell.
      signedInAt: secret?.signedInAt ?? open.get(account.id)?.lastAt ?? null,
      waitingUntil: until !== null && until > now ? until : null,
      sessions: Number(open.get(account.id)?.count ?? 0),
    }
  })
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

/** Stores a new password; wrong tries are forgotten. `mustChange`: the officer has to choose her own at the next sign-in. */
export async function saveSecret(
  db: Reader,
  accountId: string,
  passwordHash: string,
  now: string,
  mustChange = false,
): Promise<void> {
  const fresh = {
    passwordHash,
    changedAt: now,
    mustChange: mustChange ? 1 : 0,
    failures: 0,
    lockedUntil: null,
  } as const
  await db
    .insertInto('accountSecret')
    .values({ accountId, ...fresh, signedInAt: null })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(fresh))
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

/** Sessions begun before `oldest` can no longer be used and are cleared away on the way. */
export async function startSession(
  db: Reader,
  { tokenHash, accountId, now, oldest }: { tokenHash: string; accountId: string; now: string; oldest: string },
): Promise<void> {
  await db.deleteFrom('officerSession').where('startedAt', '<', oldest).execute()
  const row = { tokenHash, accountId, startedAt: now, lastSeenAt: now, lockedAt: null }
  await db.insertInto('officerSession').values(row).execute()
  await db.updateTable('accountSecret').set({ signedInAt: now }).where('accountId', '=', accountId).execute()
}

export const sessionOf = (db: Reader, tokenHash: string) =>
  db.selectFrom('officerSession').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()

/** Whether the officer still goes by a password that somebody else chose. */
export async function mustChangePassword(db: Reader, accountId: string): Promise<boolean> {
  const secret = await secretOf(db, accountId)
  return secret?.mustChange === 1
}

export async function endSession(db: Reader, tokenHash: string): Promise<void> {
  await db.deleteFrom('officerSession').where('tokenHash', '=', tokenHash).execute()
}

/** Ends an officer's sessions on every window, but for the one that is named. */
export async function endSessionsOf(db: Reader, accountId: string, except = ''): Promise<number> {
  const result = await db
    .deleteFrom('officerSession')
    .where('accountId', '=', accountId)
    .where('tokenHash', '!=', except)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

export async function markLocked(db: Reader, tokenHash: string, lockedAt: string | null): Promise<void> {
  await db.updateTable('officerSession').set({ lockedAt }).where('tokenHash', '=', tokenHash).execute()
}

/** Notes that the officer was there. */
export async function markSeen(db: Reader, tokenHash: string, now: string): Promise<void> {
  await db.updateTable('officerSession').set({ lastSeenAt: now }).where('tokenHash', '=', tokenHash).execute()
}

export async function readSetting(db: Reader, key: string): Promise<string | undefined> {
  return (await settingsUnder(db, key))[0]?.value
}

const settingsUnder = statement((db) =>
  db.selectFrom('setting').select('value').where('key', '=', '').where('deletedAt', 'is', null),
)

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
