import { z } from 'zod'
import type { OfficerRole } from '../kernel/roles.ts'

/** Who sees delegations (product: permissions). */
export const readers: readonly OfficerRole[] = ['TM', 'TO', 'CR', 'DC', 'AU']

/** Who keeps requests, files, programmes, participants and sites. */
export const keepers: readonly OfficerRole[] = ['DC']

/** Who approves programme and budget. */
export const approvers: readonly OfficerRole[] = ['TM']

/** Who sees what is sealed of a participant. */
export const secretKeepers: readonly OfficerRole[] = ['DC']

/** Signs that steer a text's direction or are no letters at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

const clean = (text: string): string => text.replaceAll(steering, '').normalize('NFC').trim()

/** Text that must be there; letters stay as they are typed. */
export const requiredText = (most: number) => z.string().transform(clean).pipe(z.string().min(1).max(most))

/** Text that may be absent; nothing but white space counts as absent. */
export const optionalText = (most: number) =>
  z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : clean(text) || null))
    .pipe(z.string().max(most).nullable())

/** Why something was done, in the officer's own words. */
export const reasonSchema = requiredText(1000).pipe(z.string().min(3))

/** Which record a correction is for, and the version that was on the officer's screen. */
export const recordSchema = z.object({ id: z.string(), rowVersion: z.number().int().min(1) })

export const addedSchema = z.object({ id: z.string(), rowVersion: z.number().int() })

export const changedSchema = z.object({ rowVersion: z.number().int() })

export const idSchema = z.object({ id: z.string() })

/** A language code of ISO 639-1. */
export const languageCodeSchema = z.string().regex(/^[a-z]{2}$/)

/** A country of ISO 3166-1 as its two letters. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/)

/** A patch without the fields that were left out. */
export const withoutUndefined = <T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as never

export const documentLanguages = ['tr', 'en'] as const

export type DocumentLanguage = (typeof documentLanguages)[number]
