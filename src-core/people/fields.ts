import { z } from 'zod'
import type { OfficerRole } from '../kernel/roles.ts'

/** Who may look at units, staff and titles (product: permissions). */
export const readers: readonly OfficerRole[] = ['SA', 'TM', 'TO', 'CR', 'DC', 'EC', 'AU']

/** Who may correct a record that stands. */
export const correctors: readonly OfficerRole[] = ['SA', 'TO']

/** Who may add records and bring in whole lists. */
export const keepers: readonly OfficerRole[] = ['TO']

/** Text that must be there: Unicode in one form, no white space at the ends. */
export const requiredText = (most: number) => z.string().normalize().trim().min(1).max(most)

/** Text that may be absent; nothing but white space counts as absent. */
export const optionalText = (most: number) =>
  z
    .string()
    .normalize()
    .trim()
    .max(most)
    .transform((text) => text || null)
    .nullable()

/** A calendar day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date()

export const rowVersionSchema = z.number().int().min(1)

/** Which record a correction is for, and the version that was on the officer's screen. */
export const recordSchema = z.object({ id: z.string(), rowVersion: rowVersionSchema })

/** The language of words in a workbook that leaves the academy. */
export const languageSchema = z.enum(['tr', 'en'])

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** A patch without the fields that were left out; a field given as undefined would otherwise blank the old value. */
export const withoutUndefined = <T extends object>(patch: T): Given<T> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Given<T>
