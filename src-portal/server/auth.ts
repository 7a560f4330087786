import { randomBytes } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { changePortalUser, noteDirectorySession, portalUserById } from '../../src-core/access/index.ts'
import { uuidV7 } from '../../src-core/kernel/ids.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { storeAdapter } from './auth-adapter.repository.ts'
import { type DirectorySettings, directoryId, directoryPlugin } from './directory.ts'
import type { UnitOfWork } from './unit-of-work.ts'

export type AuthOptions = {
  readonly unit: UnitOfWork
  /** The portal's own address, as browsers see it. */
  readonly address: string
  readonly secret: string
  readonly passwords: Ports['passwords']
  /** Called within the transaction that made a link. */
  readonly onLink: (userId: string, token: string) => Promise<void>
  readonly directory?: DirectorySettings
  readonly blank: Parameters<typeof directoryPlugin>[1]['blank']
}

/** Seconds a session lasts at the most; it does not grow by being used (OWASP ASVS 7.3.2). */
const sessionSeconds = 8 * 60 * 60

const linkSeconds = 60 * 60

/** Sessions, passwords and second factors: better-auth on our store. Who may do what is not asked here. */
export const createAuth = ({ unit, address, secret, passwords, onLink, directory, blank }: AuthOptions) =>
  betterAuth({
    appName: 'Akademi',
    baseURL: address,
    basePath: '/api/auth',
    trustedOrigins: [address],
    secret,
    database: storeAdapter(unit),
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Tries are counted by the portal itself, for all its processes together.
    rateLimit: { enabled: false },
    user: { modelName: 'portalUser' },
    session: { modelName: 'portalSession', expiresIn: sessionSeconds, disableSessionRefresh: true },
    account: {
      modelName: 'portalCredential',
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [directoryId] },
    },
    verification: { modelName: 'portalVerification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      resetPasswordTokenExpiresIn: linkSeconds,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: (password) => passwords.hash(password, randomBytes(16).toString('hex')),
        verify: ({ hash, password }) => passwords.verify(password, hash),
      },
      sendResetPassword: ({ user, token }) => onLink(user.id, token),
      // Whoever used the link has shown that the address is theirs.
      onPasswordReset: ({ user }) =>
        unit.write(async (db) => {
          const account = await portalUserById(db, user.id)
          const state = account?.state === 'LOCKED' ? 'LOCKED' : 'ACTIVE'
          await changePortalUser(db, user.id, { emailVerified: 1, state })
        }),
    },
    databaseHooks: {
      account: {
        create: {
          // What the directory lets us ask in somebody's name is not asked, and therefore not kept.
          before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
      session: {
        create: {
          before: async ({ userId }) => (await unit.read((db) => portalUserById(db, userId)))?.state === 'ACTIVE',
          after: async ({ id, userId, createdAt }, context) => {
            const lastSignInAt = new Date(createdAt).toISOString()
            await unit.write(async (db) => {
              await changePortalUser(db, userId, { lastSignInAt })
              if (directory && context?.path === '/callback/:id')
                await noteDirectorySession(db, id, directory.secondFactor === 'directory' ? 'DONE' : 'OWED')
            })
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'akademi',
      useSecureCookies: address.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => uuidV7(Date.now(), randomBytes(10)) },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    plugins: [
      // Whoever comes in by the directory has no password to confirm with.
      twoFactor({ issuer: 'Akademi', twoFactorTable: 'portalSecondFactor', allowPasswordless: true }),
      ...(directory ? [directoryPlugin(directory, { within: unit.within, blank })] : []),
    ],
  })

export type Auth = ReturnType<typeof createAuth>
