import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { officerRoles, portalRoles } from '../kernel/roles.ts'
import { audienceSchema } from './portal-account.ts'

const roleSchema = z.enum([...officerRoles, ...portalRoles])
const languageSchema = z.enum(['tr', 'en'])

const portalSelfSchema = z.object({
  name: z.string(),
  email: z.string(),
  audience: audienceSchema,
  institution: z.string().nullable(),
  language: languageSchema,
  roles: z.array(roleSchema),
  /** Duties that open once a second factor is set up. */
  waitingRoles: z.array(roleSchema),
  twoFactor: z.boolean(),
  /** The account has a password; whoever comes in by the institution's directory needs none. */
  password: z.boolean(),
  /** The privacy notice in force has not been accepted yet. */
  noticeDue: z.boolean(),
})

const portalAccountSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  audience: audienceSchema,
  institution: z.string().nullable(),
  state: z.enum(['PENDING', 'ACTIVE', 'LOCKED']),
  twoFactor: z.boolean(),
  /** Given by hand: what the account may do as an officer, here and from a desktop. */
  duties: z.array(z.enum(officerRoles)),
  lastSignInAt: z.string().nullable(),
})

/** Accounts on the portal: one's own, and for its administrator those of others. */
export const portalContract = {
  /** Who is signed in here; null for nobody. */
  portalSelf: query('anyone', { portal: true }).output(
    z.object({ self: portalSelfSchema.nullable(), institution: z.string(), noticeVersion: z.string() }),
  ),
  setPortalLanguage: command('signedIn', { portal: true, draft: true })
    .input(z.object({ language: languageSchema }))
    .output(z.object({})),
  acceptNotice: command('signedIn', { portal: true, draft: true })
    .input(z.object({ version: z.string().max(40) }))
    .output(z.object({})),
  /** Everything the academy keeps about whoever asks, as data (KVKK article 11). */
  myData: query('signedIn', { portal: true }).output(z.record(z.string(), z.unknown())),
  /** Closes one's own account and forgets it. Staff accounts follow the staff list and are closed there. */
  closeMyAccount: command('signedIn', { portal: true, draft: true }).output(z.object({})),
  portalAccounts: query(['SA'], { portal: true })
    .input(z.object({ search: z.string().trim().max(100) }))
    .output(z.object({ accounts: z.array(portalAccountSchema) })),
  /** A locked account is signed out everywhere at once. */
  lockPortalAccount: command(['SA'], { portal: true, local: true })
    .input(z.object({ id: z.string(), locked: z.boolean() }))
    .output(z.object({})),
  /** What a member of staff may do as an officer. Counts once she has a second factor. */
  setPortalDuties: command(['SA'], { portal: true, local: true })
    .input(z.object({ id: z.string(), duties: z.array(z.enum(officerRoles)).max(officerRoles.length) }))
    .output(z.object({})),
}
