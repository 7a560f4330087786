import { createHmac } from 'node:crypto'
import { countTry } from '../../src-core/access/index.ts'
import type { Store } from '../../src-core/database/store.ts'

/** What may be tried how often, by one address or for one account. */
export const limits = {
  /** A certificate is looked up (product: 6.6). */
  check: { most: 10, minutes: 60 },
  signInByAddress: { most: 30, minutes: 15 },
  signInToAccount: { most: 10, minutes: 15 },
  /** Nothing can be guessed at the institution's own door, and many come from one address. */
  directory: { most: 600, minutes: 15 },
  secondFactor: { most: 20, minutes: 15 },
  linkByAddress: { most: 20, minutes: 60 },
  linkToAddress: { most: 5, minutes: 60 },
  passwordByAddress: { most: 20, minutes: 60 },
  /** Workbooks of one account that are taken in and looked at. */
  workbook: { most: 60, minutes: 60 },
  /** A whole delegation may sit behind one address of a hotel. */
  link: { most: 300, minutes: 15 },
  /** Visit requests of bodies without an account: each sends a mail to an address that anybody may type. */
  visitByAddress: { most: 20, minutes: 60 },
  visitLink: { most: 60, minutes: 15 },
  joinByAddress: { most: 60, minutes: 60 },
  /** A code of eight letters must not be found by trying. */
  joinCode: { most: 30, minutes: 15 },
} as const

export type Throttle = {
  /** Counts a try; gives the instant until which to wait when it is one too many. */
  refusedUntil(limit: keyof typeof limits, who: string): Promise<string | undefined>
}

/** Counts in the store, so that several processes count together. Who tried is kept only as a keyed hash. */
export const createThrottle = (store: Store, secret: string, clock: () => Date): Throttle => ({
  refusedUntil: async (limit, who) => {
    const key = createHmac('sha256', secret).update(`${limit}:${who}`).digest('base64url')
    const tried = await store.write(({ db }) => countTry(db, key, clock().toISOString(), limits[limit]))
    return tried.allowed ? undefined : tried.retryAt
  },
})
