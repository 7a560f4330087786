import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { accountSchema, displayNameSchema, passwordSchema, roleSchema, userNameSchema } from './account.ts'

/** An account as its administrator sees it. */
export const accountStandingSchema = accountSchema.extend({
  mustChangePassword: z.boolean(),
  signedInAt: z.string().nullable(),
  /** Instant until which no password is looked at, after wrong tries. */
  waitingUntil: z.string().nullable(),
  /** Windows on which the officer is signed in now. */
  sessions: z.number().int(),
})

export type AccountStanding = z.infer<typeof accountStandingSchema>

const roles = z.array(roleSchema).min(1)
const accountAnswer = z.object({ account: accountSchema })
const version = { id: z.string(), rowVersion: z.number().int() }

export const administrationContract = {
  accounts: query(['SA', 'TM', 'AU']).output(z.array(accountStandingSchema)),
  /** The password is the administrator's choice and good for the first sign-in only. */
  createAccount: command(['SA'], { secret: ['password'], local: true })
    .input(
      z.object({
        userName: userNameSchema,
        displayName: displayNameSchema,
        roles,
        language: z.enum(['tr', 'en']),
        password: passwordSchema,
      }),
    )
    .output(accountAnswer),
  /** Refused when nobody would be left to administer the academy. */
  updateAccount: command(['SA'], { local: true })
    .input(z.object({ ...version, userName: userNameSchema, displayName: displayNameSchema, roles }))
    .output(accountAnswer),
  /** A deactivated officer is signed out everywhere at once; her name stays on what she did. */
  setAccountActive: command(['SA'], { local: true })
    .input(z.object({ ...version, active: z.boolean() }))
    .output(accountAnswer),
  /** Signs the officer out; the new password is good for one sign-in. */
  resetPassword: command(['SA'], { secret: ['password'], local: true })
    .input(z.object({ id: z.string(), password: passwordSchema }))
    .output(z.object({})),
  endSessions: command(['SA'], { local: true })
    .input(z.object({ id: z.string() }))
    .output(z.object({ ended: z.number().int() })),
  changeSettings: command(['SA'])
    .input(
      z.object({
        institution: z.string().trim().min(2).max(200),
        /** Minutes without a key or a click after which a window locks. */
        idleMinutes: z.number().int().min(1).max(240),
      }),
    )
    .output(z.object({})),
}
