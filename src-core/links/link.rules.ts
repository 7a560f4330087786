import type { PersonalLinkTable } from '../database/schema.ts'
import type { Actor } from '../kernel/context.ts'
import { sha256 } from '../kernel/hash.ts'
import type { OfficerRole, PortalRole } from '../kernel/roles.ts'
import type { LinkPurpose } from './purpose.ts'

/** Who makes and takes back links of a purpose (product: permissions). */
const keepersOf: Readonly<Record<LinkPurpose, OfficerRole>> = { HOST: 'DC', PARTICIPANT: 'DC', TRAINER: 'TO' }

/** As whom the holder of a link acts; each purpose has operations of its own, so that no link opens another's page. */
export const roleOf: Readonly<Record<LinkPurpose, PortalRole>> = { HOST: 'HO', PARTICIPANT: 'PA', TRAINER: 'TR' }

export const mayKeep = ({ roles }: Pick<Actor, 'roles'>, purpose: LinkPurpose): boolean =>
  roles === 'all' || roles.includes(keepersOf[purpose])

type Lasting = Pick<PersonalLinkTable, 'expiresAt' | 'revokedAt'>

/** Whether a link can be used at an instant. */
export function standingOf({ expiresAt, revokedAt }: Lasting, now: string): 'OPEN' | 'EXPIRED' | 'REVOKED' {
  if (revokedAt !== null) return 'REVOKED'
  return expiresAt < now ? 'EXPIRED' : 'OPEN'
}

/** Days a link may last at the most. */
export const longestLinkDays = 400

/** 256 bits of a port's random token, as an address carries them. */
export const tokenOf = (random: string): string => Buffer.from(random, 'hex').toString('base64url')

/** By what the store knows a token. */
export const tokenHash = (token: string): string => sha256(`link ${token}`)

/** Where a link leads: the token stands behind the `#`, which browsers send to nobody. */
export const linkPath = (token: string): string => `/k#${token}`

/** The number on the receipt of what came through a link; it says nothing of the token. */
export const receiptNoOf = (linkId: string): string => `BK-${sha256(`receipt ${linkId}`).slice(0, 8).toUpperCase()}`
