import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import type { PageRequest } from '../kernel/page.ts'
import { pageRequestSchema } from '../kernel/page.ts'
import type { OfficerRole } from '../kernel/roles.ts'

/** Who may look at catalogue, trainers, rooms and holidays (product: permissions). */
export const readers: readonly OfficerRole[] = ['SA', 'TM', 'TO', 'CR', 'DC', 'EC', 'AU']

/** Who may add and change them. */
export const keepers: readonly OfficerRole[] = ['TO']

/** Who may decide what belongs in the catalogue: accept, merge, retire. */
export const approvers: readonly OfficerRole[] = ['TM', 'TO']

/** Who may see what is sealed of a trainer: those who prepare and answer for the fee. */
export const feePayers: readonly OfficerRole[] = ['TM', 'TO']

/** Text that must be there: Unicode in one form, no white space at the ends. */
export const requiredText = (most: number, least = 1) => z.string().normalize().trim().min(least).max(most)

/** Text that may be absent; nothing but white space counts as absent. */
export const optionalText = (most: number) =>
  z
    .string()
    .normalize()
    .trim()
    .max(most)
    .transform((text) => text || null)
    .nullable()

/** Which record a correction is for, and the version that was on the officer's screen. */
export const recordSchema = z.object({ id: z.string(), rowVersion: z.number().int().min(1) })

export const addedSchema = z.object({ id: z.string(), rowVersion: z.number().int() })

export const changedSchema = z.object({ rowVersion: z.number().int() })

/** A list as it stands on the screen, to be written as a workbook in the officer's language. */
export const listFileSchema = pageRequestSchema
  .pick({ sort: true, filter: true, search: true })
  .extend({ language: z.enum(['tr', 'en']) })

export const workbookFileSchema = fileSchema

/** All rows of a list in one page: no list of this feature grows beyond some thousands. */
export const wholeList = (list: Pick<PageRequest, 'sort' | 'filter' | 'search'>): PageRequest => ({
  ...list,
  start: 0,
  end: 100_000,
})

/** A patch without the fields that were left out; a field given as undefined would otherwise blank the old value. */
export const withoutUndefined = <T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as never
