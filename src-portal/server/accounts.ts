import { randomBytes } from 'node:crypto'
import {
  addPortalUser,
  changePortalUser,
  checkPassword,
  portalUserByEmail,
  portalUserById,
  type Registration,
  staffWithEmail,
} from '../../src-core/access/index.ts'
import type { PortalUserTable } from '../../src-core/database/schema.ts'
import type { Reader } from '../../src-core/database/store.ts'
import { breaksRule } from '../../src-core/kernel/errors.ts'
import { uuidV7 } from '../../src-core/kernel/ids.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { queueMail } from '../../src-core/notices/index.ts'
import { type Auth, createAuth } from './auth.ts'
import type { DirectorySettings } from './directory.ts'
import { sessionReader } from './session-cookie.ts'
import type { UnitOfWork } from './unit-of-work.ts'

export type Accounts = {
  readonly auth: Auth
  /** Staff may come in by the institution's directory. */
  readonly byDirectory: boolean
  /** The id of the session that a request's cookies show, unless it is over. */
  readonly sessionOf: (cookies: string) => Promise<string | null>
  /** The transactions that `auth` takes part in. */
  readonly unit: UnitOfWork
  /** A public body or a citizen registers. Says nothing of whether the address was known. */
  register(registration: Registration): Promise<void>
  /** Staff ask for their account; nothing happens unless the address stands in the staff list, once. */
  activate(email: string, language: 'tr' | 'en'): Promise<void>
  /** Sends a link for a new password to whoever has an account under the address. */
  sendLink(email: string): Promise<void>
  /** Makes somebody administrator of the portal; gives the link that is also mailed. */
  invite(email: string, name: string): Promise<string>
  /** Uses a link. Refuses with RULE_BROKEN `linkOver` or the reason why the password is too easy. */
  setPassword(token: string, password: string): Promise<void>
}

type LinkCode = 'SYS-01' | 'SYS-02' | 'SYS-03'

export type AccountsOptions = {
  readonly unit: UnitOfWork
  readonly address: string
  readonly secret: string
  readonly ports: Pick<Ports, 'passwords'>
  readonly clock: () => Date
  readonly directory?: DirectorySettings
}

/** Accounts of the portal: every way in ends with a link to the address, and the link with a password of one's own. */
export function createAccounts({ unit, address, secret, ports, clock, directory }: AccountsOptions): Accounts {
  /** The mail that the link which is being made goes out with; links are made one at a time, inside their transaction. */
  let making: { readonly code: LinkCode; token: string } | undefined
  const newId = () => uuidV7(clock().getTime(), randomBytes(10))

  const blank = (): Omit<PortalUserTable, 'name' | 'email' | 'audience' | 'language'> => {
    const now = clock().toISOString()
    return {
      id: newId(),
      emailVerified: 0,
      twoFactorEnabled: 0,
      image: null,
      createdAt: now,
      updatedAt: now,
      personId: null,
      institution: null,
      state: 'PENDING',
      duties: '[]',
      noticeVersion: null,
      noticeAt: null,
      lastSignInAt: null,
    }
  }

  const auth = createAuth({
    unit,
    address,
    secret,
    passwords: ports.passwords,
    ...(directory && { directory }),
    blank,
    onLink: (userId, token) =>
      unit.write(async (db) => {
        const user = await portalUserById(db, userId)
        if (!user || !making) return
        making.token = token
        const { email, audience, language, name } = user
        const to = { email, audience, language }
        const mail = {
          id: newId(),
          code: making.code,
          to,
          data: { name, token },
          dedupeKey: `${making.code}:${newId()}`,
        }
        await queueMail(db, mail, clock().toISOString())
      }),
  })

  async function makeLink(code: LinkCode, email: string): Promise<string> {
    making = { code, token: '' }
    try {
      await auth.api.requestPasswordReset({ body: { email } })
      return making.token
    } finally {
      making = undefined
    }
  }

  const sendAgain = (user: PortalUserTable): Promise<string> =>
    user.state === 'LOCKED' ? Promise.resolve('') : makeLink(user.state === 'PENDING' ? 'SYS-01' : 'SYS-02', user.email)

  async function staffUser(db: Reader, email: string, language: 'tr' | 'en'): Promise<PortalUserTable | undefined> {
    const [person, another] = await staffWithEmail(db, email)
    // An address that two people share proves neither of them.
    if (!person || another) return undefined
    const name = `${person.givenNames} ${person.surname}`
    return { ...blank(), name, email, audience: 'STAFF', language, personId: person.id }
  }

  return {
    auth,
    byDirectory: directory !== undefined,
    sessionOf: sessionReader({ auth, secret, unit }),
    unit,

    register: ({ name, email, audience, institution, language, noticeVersion }) =>
      unit.within(async (db) => {
        const known = await portalUserByEmail(db, email)
        if (known) return void (await sendAgain(known))
        const noticeAt = clock().toISOString()
        const place = audience === 'PUBLIC_BODY' ? institution : null
        await addPortalUser(db, {
          ...blank(),
          ...{ name, email, audience, language, noticeVersion, noticeAt, institution: place },
        })
        await makeLink('SYS-01', email)
      }),

    activate: (email, language) =>
      unit.within(async (db) => {
        const known = await portalUserByEmail(db, email)
        if (known) return void (known.audience === 'STAFF' && (await sendAgain(known)))
        const user = await staffUser(db, email, language)
        if (!user) return
        await addPortalUser(db, user)
        await makeLink('SYS-01', email)
      }),

    sendLink: (email) =>
      unit.within(async (db) => {
        const known = await portalUserByEmail(db, email)
        if (known) await sendAgain(known)
      }),

    invite: (email, name) =>
      unit.within(async (db) => {
        const known = await portalUserByEmail(db, email)
        if (known && known.audience !== 'STAFF') breaksRule('administratorIsStaff')
        const duties = JSON.stringify(['SA'])
        if (known) await changePortalUser(db, known.id, { duties })
        else {
          const user = (await staffUser(db, email, 'tr')) ?? {
            ...blank(),
            name,
            email,
            audience: 'STAFF',
            language: 'tr',
          }
          await addPortalUser(db, { ...user, duties })
        }
        return `${address}/password#${await makeLink('SYS-03', email)}`
      }),

    setPassword: async (token, password) => {
      checkPassword(ports, password, [])
      await unit.within(async () => {
        try {
          await auth.api.resetPassword({ body: { token, newPassword: password } })
        } catch (error) {
          if ((error as { readonly body?: { readonly code?: string } }).body?.code === 'INVALID_TOKEN')
            breaksRule('linkOver')
          throw error
        }
      })
    },
  }
}
