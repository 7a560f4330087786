import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import {
  addPortalUser,
  changePortalUser,
  dropDirectoryLinks,
  portalUserByEmail,
  portalUserByPerson,
  staffWithEmail,
  staffWithRegistryNo,
} from '../../src-core/access/index.ts'
import type { PortalUserTable } from '../../src-core/database/schema.ts'
import type { Reader } from '../../src-core/database/store.ts'

/** The institution's directory, asked with OpenID Connect who somebody is. */
export type DirectorySettings = {
  /** The address of the directory's description, `…/.well-known/openid-configuration`. */
  readonly discovery: string
  readonly clientId: string
  readonly clientSecret: string
  /** The claim that holds the registry number; without it people are known by their e-mail address. */
  readonly registryClaim?: string
  /** Who asks for the second factor that duties need: the portal itself, or the directory before it answers. */
  readonly secondFactor: 'portal' | 'directory'
}

/** As accounts and addresses name it. */
export const directoryId = 'directory'

type Claims = Readonly<Record<string, unknown>>

type Admission = {
  readonly within: <T>(work: (db: Reader) => Promise<T>) => Promise<T>
  /** A fresh account without name, address or person. */
  readonly blank: () => Omit<PortalUserTable, 'name' | 'email' | 'audience' | 'language'>
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

async function staffNamedBy(db: Reader, claims: Claims, registryClaim: string | undefined) {
  const email = textOf(claims.email).toLowerCase()
  // A directory that says an address was not proved has not said who this is.
  const byEmail = claims.email_verified === false ? '' : email
  const named = registryClaim ? textOf(claims[registryClaim]) : byEmail
  if (named === '') return undefined
  const [person, another] = await (registryClaim ? staffWithRegistryNo(db, named) : staffWithEmail(db, named))
  // What two people share proves neither of them.
  return another ? undefined : person
}

/**
 * The account of whom the directory names, made where there is none. Nobody for whom the staff list has not, or no longer, or
 * twice, and nobody whose address belongs to another's account.
 */
async function accountOf(db: Reader, claims: Claims, registryClaim: string | undefined, blank: Admission['blank']) {
  const person = await staffNamedBy(db, claims, registryClaim)
  if (!person) return undefined
  const email = (person.email ?? textOf(claims.email)).toLowerCase()
  const known = (await portalUserByPerson(db, person.id)) ?? (email ? await portalUserByEmail(db, email) : undefined)
  if (known && known.personId !== person.id) return undefined
  if (!known && email === '') return undefined
  const name = `${person.givenNames} ${person.surname}`
  const user: PortalUserTable = known ?? {
    ...blank(),
    name,
    email,
    audience: 'STAFF',
    language: 'tr',
    personId: person.id,
  }
  const opened = {
    state: user.state === 'LOCKED' ? ('LOCKED' as const) : ('ACTIVE' as const),
    emailVerified: 1 as const,
  }
  if (known) await changePortalUser(db, known.id, opened)
  else await addPortalUser(db, { ...user, ...opened })
  // A directory's number that was somebody else's before opens that account no more.
  await dropDirectoryLinks(db, textOf(claims.sub), user.id)
  return user
}

/** better-auth's part: the code flow with PKCE, state and nonce, and ID tokens checked against the directory's keys. */
export const directoryPlugin = (
  { discovery, clientId, clientSecret, registryClaim }: DirectorySettings,
  { within, blank }: Admission,
) =>
  genericOAuth({
    config: [
      {
        providerId: directoryId,
        discoveryUrl: discovery,
        requireIdTokenVerification: true,
        clientId,
        clientSecret,
        scopes: ['openid', 'profile', 'email'],
        disableSignUp: true,
        mapProfileToUser: async (profile) => {
          const user = await within((db) => accountOf(db, profile, registryClaim, blank))
          // Without an address better-auth lets nobody in.
          return user
            ? { email: user.email, emailVerified: true, name: user.name }
            : { email: '', emailVerified: false }
        },
      },
    ],
  })
