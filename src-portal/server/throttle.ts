import { createHmac } from 'node:crypto'
import { countTry, triesOf } from '../../src-core/access/index.ts'
import type { Store } from '../../src-core/database/store.ts'

/**
 * What may be tried how often. A whole house may stand behind one address, so whoever is known is counted by what she is known by, and
 * an address alone by its misses, or generously.
 */
export const limits = {
  /** Looks at certificates, of an address or an account. */
  check: { most: 300, minutes: 60 },
  /** Looks that found nothing, or not the surname (product: 6.6). */
  checkMiss: { most: 10, minutes: 60 },
  /** Sign-ins that failed. */
  signInMiss: { most: 200, minutes: 15 },
  signInToAccount: { most: 10, minutes: 15 },
  /** Nothing can be guessed at the institution's own door, and many come from one address. */
  directory: { most: 600, minutes: 15 },
  /** Codes of a second factor in one session, or at one sign-in. */
  secondFactor: { most: 10, minutes: 15 },
  secondFactorMiss: { most: 60, minutes: 15 },
  /** Links to addresses that are in the staff list or have an account. */
  linkByAddress: { most: 600, minutes: 60 },
  /** Links to addresses that anybody may type. */
  registerByAddress: { most: 60, minutes: 60 },
  linkToAddress: { most: 5, minutes: 60 },
  /** The links have 256 bits. */
  passwordByAddress: { most: 600, minutes: 60 },
  passwordOfAccount: { most: 20, minutes: 60 },
  /** Workbooks of one account that are taken in and looked at. */
  workbook: { most: 60, minutes: 60 },
  /** Calls through one personal link. */
  link: { most: 300, minutes: 15 },
  /** Calls of an address through links that do not open. */
  linkMiss: { most: 60, minutes: 15 },
  /** Visit requests of bodies without an account: each sends a mail to an address that anybody may type. */
  visitByAddress: { most: 20, minutes: 60 },
  visitLink: { most: 60, minutes: 15 },
  joinByAddress: { most: 60, minutes: 60 },
  /** A code of eight letters must not be found by trying. */
  joinCode: { most: 30, minutes: 15 },
} as const

export type Limit = keyof typeof limits

export type Throttle = {
  /** Counts a try; gives the instant until which to wait when it is one too many. */
  refusedUntil(limit: Limit, who: string): Promise<string | undefined>
  /** The same without counting, for limits that only misses fill. */
  heldUntil(limit: Limit, who: string): Promise<string | undefined>
}

/** Counts in the store, so that several processes count together. Who tried is kept only as a keyed hash. */
export function createThrottle(store: Store, secret: string, clock: () => Date): Throttle {
  const keyOf = (limit: Limit, who: string) =>
    createHmac('sha256', secret).update(`${limit}:${who}`).digest('base64url')
  return {
    refusedUntil: async (limit, who) => {
      const now = clock().toISOString()
      const tried = await store.write(({ db }) => countTry(db, keyOf(limit, who), now, limits[limit]))
      return tried.allowed ? undefined : tried.retryAt
    },
    heldUntil: async (limit, who) => {
      const { tries, windowEndsAt } = await store.read((db) => triesOf(db, keyOf(limit, who)))
      return tries >= limits[limit].most && windowEndsAt > clock().toISOString() ? windowEndsAt : undefined
    },
  }
}
