import { sql } from 'kysely'
import type { PortalUserTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { Reader } from '../database/store.ts'

export const portalUserById = (db: Reader, id: string) =>
  db.selectFrom('portalUser').selectAll().where('id', '=', id).executeTakeFirst()

export const portalUserByEmail = (db: Reader, email: string) =>
  db.selectFrom('portalUser').selectAll().where('email', '=', email).executeTakeFirst()

export const addPortalUser = (db: Reader, user: PortalUserTable) => db.insertInto('portalUser').values(user).execute()

export const changePortalUser = (db: Reader, id: string, patch: Partial<PortalUserTable>) =>
  db.updateTable('portalUser').set(patch).where('id', '=', id).execute()

/** Active staff with this address; more than one when the list gives it to several people. */
export const staffWithEmail = (db: Reader, email: string) =>
  db
    .selectFrom('person')
    .select(['id', 'givenNames', 'surname', 'email'])
    .where(sql`lower("email")`, '=', email)
    .where('deletedAt', 'is', null)
    .where('active', '=', 1)
    .limit(2)
    .execute()

/** Active staff with this registry number; several where kinds of staff number themselves apart. */
export const staffWithRegistryNo = (db: Reader, registryNo: string) =>
  db
    .selectFrom('person')
    .select(['id', 'givenNames', 'surname', 'email'])
    .where('registryNo', '=', registryNo)
    .where('deletedAt', 'is', null)
    .where('active', '=', 1)
    .limit(2)
    .execute()

export const portalUserByPerson = (db: Reader, personId: string) =>
  db.selectFrom('portalUser').selectAll().where('personId', '=', personId).executeTakeFirst()

/** Forgets that somebody of the directory was known as another account than this. */
export const dropDirectoryLinks = (db: Reader, subject: string, userId: string) =>
  db
    .deleteFrom('portalCredential')
    .where('providerId', '=', 'directory')
    .where('accountId', '=', subject)
    .where('userId', '<>', userId)
    .execute()

/** Notes that a session was opened by the directory, and whether the portal's own second factor is still owed in it. */
export const noteDirectorySession = (db: Reader, sessionId: string, secondFactor: 'OWED' | 'DONE') =>
  db.insertInto('portalDirectorySession').values({ sessionId, secondFactor }).execute()

/** Whether a session of the directory still owes the portal's own second factor. */
export const owesSecondFactor = async (db: Reader, sessionId: string): Promise<boolean> =>
  (await db
    .selectFrom('portalDirectorySession')
    .select('sessionId')
    .where('sessionId', '=', sessionId)
    .where('secondFactor', '=', 'OWED')
    .executeTakeFirst()) !== undefined

/** The second factor was shown in this session. */
export const settleSecondFactor = (db: Reader, sessionId: string) =>
  db
    .deleteFrom('portalDirectorySession')
    .where('sessionId', '=', sessionId)
    .where('secondFactor', '=', 'OWED')
    .execute()

/** Whether an account has a password of its own. */
export const hasPassword = async (db: Reader, userId: string): Promise<boolean> =>
  (await db
    .selectFrom('portalCredential')
    .select('id')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()) !== undefined

const holders = (db: Reader) =>
  db
    .selectFrom('portalUser as user')
    .leftJoin('person', 'person.id', 'user.personId')
    .selectAll('user')
    .select(['person.givenNames', 'person.surname', 'person.active', 'person.deletedAt', 'person.unitId'])

/** The session of a token, with the instant at which it is over. */
export const sessionByToken = statement((db) =>
  db.selectFrom('portalSession').select(['id', 'expiresAt']).where('token', '=', ''),
)

const holding = statement((db) =>
  holders(db)
    .innerJoin('portalSession', 'portalSession.userId', 'user.id')
    .leftJoin('portalDirectorySession as entry', 'entry.sessionId', 'portalSession.id')
    .select('entry.secondFactor as byDirectory')
    .where('portalSession.id', '=', ''),
)

/** Whoever holds a session; that it has not run out was seen when its cookie was read. */
export const holderOfSession = async (db: Reader, sessionId: string) => (await holding(db, sessionId))[0]

/** The account of a session. */
export const accountOfSession = async (db: Reader, sessionId: string): Promise<string | undefined> =>
  (await holderOfSession(db, sessionId))?.id

const holderWithId = statement((db) => holders(db).where('user.id', '=', ''))

/** An account with its line of the staff list, apart from any session. */
export async function holderById(db: Reader, userId: string) {
  const [holder] = await holderWithId(db, userId)
  return holder && { ...holder, byDirectory: null }
}

const unitsNaming = statement((db) =>
  db
    .selectFrom('orgUnit')
    .select(['managerId', 'coordinatorId'])
    .where('deletedAt', 'is', null)
    .where('active', '=', sql.lit(1))
    .where((where) => where.or([where('managerId', '=', ''), where('coordinatorId', '=', '')])),
)

const peopleUnder = statement((db) =>
  db
    .selectFrom('person')
    .select('id')
    .where('managerOverrideId', '=', '')
    .where('active', '=', sql.lit(1))
    .where('deletedAt', 'is', null)
    .limit(sql.lit(1)),
)

const trainersBeing = statement((db) =>
  db
    .selectFrom('trainer')
    .select('id')
    .where('personId', '=', '')
    .where('active', '=', sql.lit(1))
    .where('deletedAt', 'is', null),
)

/** Which duties a member of staff has by the staff list. */
export async function dutiesOf(db: Reader, personId: string) {
  const [units, named, trainers] = await Promise.all([
    unitsNaming(db, personId, personId),
    peopleUnder(db, personId),
    trainersBeing(db, personId),
  ])
  return {
    manages: named.length > 0 || units.some(({ managerId }) => managerId === personId),
    coordinates: units.some(({ coordinatorId }) => coordinatorId === personId),
    trains: trainers.length > 0,
  }
}

export const endPortalSessions = (db: Reader, userId: string) =>
  db.deleteFrom('portalSession').where('userId', '=', userId).execute()

/** Everything the portal itself keeps about an account, gone; what the person did in the academy's records stays. */
export async function removePortalUser(db: Reader, userId: string): Promise<void> {
  await endPortalSessions(db, userId)
  await db.deleteFrom('portalCredential').where('userId', '=', userId).execute()
  await db.deleteFrom('portalSecondFactor').where('userId', '=', userId).execute()
  await db.deleteFrom('portalVerification').where('value', '=', userId).execute()
  await db.deleteFrom('portalUser').where('id', '=', userId).execute()
}

/** Accounts whose name or address holds the text, newest first. */
export const listPortalUsers = (db: Reader, text: string) =>
  db
    .selectFrom('portalUser')
    .select(['id', 'name', 'email', 'audience', 'institution', 'state', 'twoFactorEnabled', 'duties', 'lastSignInAt'])
    .where((where) => where.or([where('email', 'like', `%${text}%`), where('name', 'like', `%${text}%`)]))
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

/** Whether anybody administers the portal. */
export const anyPortalAdministrator = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom('portalUser').select('id').where('duties', 'like', '%"SA"%').limit(1).executeTakeFirst()) !==
  undefined

/**
 * Counts one more try under a key and says whether it is still within what is allowed. All processes of the portal count
 * together; a window that is over begins anew.
 */
export async function countTry(
  db: Reader,
  key: string,
  now: string,
  { most, minutes }: { readonly most: number; readonly minutes: number },
): Promise<{ readonly allowed: boolean; readonly retryAt: string }> {
  const found = await db.selectFrom('portalThrottle').selectAll().where('key', '=', key).executeTakeFirst()
  const running = found && found.windowEndsAt > now ? found : undefined
  const windowEndsAt = running?.windowEndsAt ?? new Date(Date.parse(now) + minutes * 60_000).toISOString()
  const tries = (running?.tries ?? 0) + 1
  await db
    .insertInto('portalThrottle')
    .values({ key, windowEndsAt, tries })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ windowEndsAt, tries }))
    .execute()
  return { allowed: tries <= most, retryAt: windowEndsAt }
}

/** What was counted under a key, and until when. */
export const triesOf = async (db: Reader, key: string) =>
  (await db
    .selectFrom('portalThrottle')
    .select(['tries', 'windowEndsAt'])
    .where('key', '=', key)
    .executeTakeFirst()) ?? {
    ...{ tries: 0, windowEndsAt: '' },
  }

/** Forgets windows and links that are over. */
export async function forgetOldTries(db: Reader, now: string): Promise<void> {
  await db.deleteFrom('portalThrottle').where('windowEndsAt', '<', now).execute()
  await db.deleteFrom('portalVerification').where('expiresAt', '<', now).execute()
  await db.deleteFrom('portalSession').where('expiresAt', '<', now).execute()
  await db
    .deleteFrom('portalDirectorySession')
    .where('sessionId', 'not in', db.selectFrom('portalSession').select('portalSession.id'))
    .execute()
}
