import type { Caller } from '../database/dispatcher.ts'
import type { AccountTable, OfficerSessionTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Connection } from '../kernel/context.ts'
import { accountById, mustChangePassword, sessionOf } from './access.repository.ts'

/** Longest working day: after it even an unlocked session asks for the password (OWASP ASVS 7.3.2). */
export const sessionHours = 12

/** The earliest beginning that a session may have and still hold at `now`. */
export const oldestSession = (now: string): string =>
  new Date(Date.parse(now) - sessionHours * 60 * 60 * 1000).toISOString()

export type LiveSession = { readonly session: OfficerSessionTable; readonly account: AccountTable }

/** A session that still holds: neither ended nor too long, its account active. */
export async function liveSession(db: Reader, tokenHash: string, now: string): Promise<LiveSession | undefined> {
  const session = await sessionOf(db, tokenHash)
  if (!session || session.startedAt < oldestSession(now)) return undefined
  const account = await accountById(db, session.accountId)
  return account && account.active === 1 ? { session, account } : undefined
}

const stranger: Caller = { actor: null, locked: false, mustChangePassword: false }

/** Who is on a connection now. A session ended elsewhere, a deactivated account and a changed role count at once. */
export async function recognise(db: Reader, connection: Connection, now: string): Promise<Caller> {
  const live = connection.session === null ? undefined : await liveSession(db, connection.session, now)
  if (!live) return stranger
  const { account, session } = live
  return {
    actor: { id: account.id, name: account.displayName, roles: JSON.parse(account.roles) },
    locked: session.lockedAt !== null,
    mustChangePassword: await mustChangePassword(db, account.id),
  }
}
