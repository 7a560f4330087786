import type { Caller } from '../database/dispatcher.ts'
import type { Reader } from '../database/store.ts'
import type { Connection } from '../kernel/context.ts'
import { type OfficerRole, officerRoles, type Role } from '../kernel/roles.ts'
import { linkByHash, roleOf, standingOf } from '../links/index.ts'
import { dutiesOf, holderById, holderOfSession } from './portal-account.repository.ts'

const stranger: Caller = { actor: null, locked: false, mustChangePassword: false }

type Holder = NonNullable<Awaited<ReturnType<typeof holderOfSession>>>

/** What somebody may do on the portal, and what waits until a second factor is set up. */
export type PortalRoles = { readonly roles: readonly Role[]; readonly waiting: readonly Role[] }

/**
 * The roles of an account at this moment. They are read from the staff list each time: whoever becomes a manager there is one
 * here with the next click, and whoever leaves is not staff any more. Duties count only behind a second factor.
 */
export async function portalRolesOf(db: Reader, holder: Holder): Promise<PortalRoles> {
  if (holder.audience === 'PUBLIC_BODY') return { roles: ['PB'], waiting: [] }
  if (holder.audience === 'CITIZEN') return { roles: ['CI'], waiting: [] }
  const duties: Role[] = JSON.parse(holder.duties)
  if (holder.personId === null) return behindSecondFactor(holder, [], duties)
  if (holder.active !== 1 || holder.deletedAt !== null) return { roles: [], waiting: [] }
  const { manages, coordinates, trains } = await dutiesOf(db, holder.personId)
  const byList: Role[] = [...(manages ? ['UM' as const] : []), ...(coordinates ? ['UC' as const] : [])]
  return behindSecondFactor(holder, ['ST'], [...byList, ...(trains ? ['TR' as const] : []), ...duties])
}

/** The portal's own second factor, unless the directory that opened the session has asked for one, or it is still owed there. */
const behindSecondFactor = (
  { twoFactorEnabled, byDirectory }: Pick<Holder, 'twoFactorEnabled' | 'byDirectory'>,
  always: readonly Role[],
  duties: readonly Role[],
) =>
  byDirectory === 'DONE' || (twoFactorEnabled === 1 && byDirectory !== 'OWED')
    ? { roles: [...always, ...duties], waiting: [] }
    : { roles: always, waiting: duties }

/** Whoever holds the session of a connection, unless it is over, the account locked or the person gone. */
export async function portalHolder(db: Reader, connection: Connection): Promise<Holder | undefined> {
  const holder = connection.session === null ? undefined : await holderOfSession(db, connection.session)
  return holder?.state === 'ACTIVE' ? holder : undefined
}

/**
 * Who acts on the portal. Staff act as themselves: their id in the records is that of the staff list, which every desktop knows.
 * Others act as their account, and whoever came through a personal link as that link, whatever account the browser holds.
 */
export async function recogniseAtPortal(db: Reader, connection: Connection, now: string): Promise<Caller> {
  if (connection.link !== undefined) return holderOfLink(db, connection.link, now)
  const holder = await portalHolder(db, connection)
  if (!holder) return stranger
  const { roles, waiting } = await portalRolesOf(db, holder)
  if (roles.length === 0 && waiting.length === 0) return stranger
  const actor = { id: holder.personId ?? holder.id, name: nameOf(holder), roles }
  return { actor, locked: false, mustChangePassword: false }
}

/** Whoever holds a link that is neither over nor taken back; anybody else is a stranger, and is not told which it was. */
async function holderOfLink(db: Reader, hash: string, now: string): Promise<Caller> {
  const link = await linkByHash(db, hash)
  if (!link || standingOf(link, now) !== 'OPEN') return stranger
  const actor = { id: link.id, name: link.holderName, roles: [roleOf[link.purpose]] }
  return { actor, locked: false, mustChangePassword: false }
}

const nameOf = ({ name, givenNames, surname }: Holder): string =>
  givenNames === null ? name : `${givenNames} ${surname}`

/** Somebody's duties as an officer, as the portal knows them at this moment; none for a locked account and for who has left. */
export async function officerAtPortal(
  db: Reader,
  userId: string,
): Promise<{ readonly name: string; readonly roles: readonly OfficerRole[] } | undefined> {
  const holder = await holderById(db, userId)
  if (holder?.state !== 'ACTIVE') return undefined
  const { roles } = await portalRolesOf(db, holder)
  return { name: nameOf(holder), roles: officerRoles.filter((role) => roles.includes(role)) }
}
