import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { accountSchema, displayNameSchema, passwordSchema, userNameSchema } from './account.ts'
import { backupSchema, rescueProblems } from './backup.ts'

const signedIn = z.object({
  token: z.string(),
  account: accountSchema,
  /** Nothing but `changePassword` is answered until the officer has chosen a password of her own. */
  mustChangePassword: z.boolean(),
})

/** First start, signing in and out. */
export const signInContract = {
  /** What the window must show first. */
  state: query('anyone').output(
    z.object({
      needsSetUp: z.boolean(),
      institution: z.string(),
      sample: z.boolean(),
      idleMinutes: z.number().int(),
      account: accountSchema.nullable(),
      locked: z.boolean(),
      mustChangePassword: z.boolean(),
      /** The store does not open as it is, and can be brought back from one of these. */
      rescue: z
        .object({
          problem: z.enum(rescueProblems),
          folder: z.string(),
          backups: z.array(backupSchema),
        })
        .nullable(),
      /** Officers of a sample academy, who sign in with one click. */
      sampleAccounts: z.array(accountSchema),
    }),
  ),
  /** First start: names the institution and makes its administrator. Refused once an account exists. */
  setUp: command('anyone', { secret: ['password'], local: true })
    .input(
      z.object({
        institution: z.string().trim().min(2).max(200),
        displayName: displayNameSchema,
        userName: userNameSchema,
        password: passwordSchema,
        language: z.enum(['tr', 'en']),
        /** The administrator is also the training officer and manager, as in a small institution. */
        alsoOfficer: z.boolean(),
      }),
    )
    .output(signedIn),
  signIn: command('anyone', { secret: ['password'], local: true })
    .input(z.object({ userName: userNameSchema, password: passwordSchema }))
    .output(signedIn),
  /** Only on a sample academy. */
  signInAsSample: command('anyone', { local: true })
    .input(z.object({ accountId: z.string() }))
    .output(signedIn),
  /** Goes on with a session of this store after the window was loaded again. */
  resume: command('anyone', { secret: ['token'], local: true, unlogged: true })
    .input(z.object({ token: z.string().max(200) }))
    .output(z.object({ account: accountSchema, locked: z.boolean() })),
  signOut: command('anyone', { local: true }).output(z.object({})),
  /** Locks the screen; only the same officer's password opens it. */
  lock: command('anyone', { local: true }).output(z.object({})),
  unlock: command('anyone', { secret: ['password'], local: true })
    .input(z.object({ password: passwordSchema }))
    .output(z.object({ account: accountSchema })),
  /** Ends the officer's sessions elsewhere. Open to whoever holds a session, also before the first own password. */
  changePassword: command('anyone', { secret: ['current', 'next'], local: true })
    .input(z.object({ current: passwordSchema, next: passwordSchema }))
    .output(z.object({})),
  setLanguage: command('signedIn')
    .input(z.object({ language: z.enum(['tr', 'en']) }))
    .output(z.object({ account: accountSchema })),
}
