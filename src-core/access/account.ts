import { z } from 'zod'
import { officerRoles } from '../kernel/roles.ts'

export const roleSchema = z.enum(officerRoles)

/** What the window knows of an officer; never a password or its hash. */
export const accountSchema = z.object({
  id: z.string(),
  userName: z.string(),
  displayName: z.string(),
  roles: z.array(roleSchema),
  active: z.boolean(),
  language: z.enum(['tr', 'en']),
  rowVersion: z.number().int(),
})

export type Account = z.infer<typeof accountSchema>

export const userNameSchema = z.string().trim().min(2).max(60)

export const displayNameSchema = z.string().trim().min(2).max(120)

/** Longest pass phrase taken; hashing longer ones would cost more than it protects. */
export const passwordSchema = z.string().min(1).max(200)
