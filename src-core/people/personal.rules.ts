import type { Actor } from '../kernel/context.ts'

/** What is kept sealed of a person, by the column it is kept in. */
export const sealedColumns = { nationalId: 'nationalIdSealed', disabilitySupport: 'disabilitySupportSealed' } as const

/**
 * Only the officer who keeps the staff records may know identity numbers and support needs; even she sees a number
 * masked until she asks for it, and the asking stands in the log.
 */
export const maySeePersonal = ({ roles }: Pick<Actor, 'roles'>): boolean => roles === 'all' || roles.includes('TO')

/** The eleven digits of an identity number as people write them, with or without spaces. */
export const nationalIdDigits = (text: string): string => text.replace(/[\s.-]/g, '')
