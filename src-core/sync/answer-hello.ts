import type { Reader } from '../database/store.ts'
import type { Head, Versions } from './protocol.ts'
import { hasHead, sumsOf } from './rows.ts'

export type Hello = { readonly versions: Versions; readonly keyMark: string; readonly head: Head | null }

export type Welcome =
  | {
      readonly state: 'welcome'
      readonly epoch: string
      readonly follows: boolean
      readonly empty: boolean
      /** Ids of the desktop's officers whom the portal knows. */
      readonly officers: string[]
    }
  | { readonly state: 'refused'; readonly reason: 'tooOld' | 'tooNew' | 'otherKey' }

/**
 * Which side has to be updated, if any: a desktop may not speak to a portal whose rows or inputs it would misread. `tooOld`
 * means the desktop.
 */
export function compareVersions(desktop: Versions, portal: Versions): 'same' | 'tooOld' | 'tooNew' {
  for (const part of ['protocol', 'schema', 'contract'] as const) {
    if (desktop[part] < portal[part]) return 'tooOld'
    if (desktop[part] > portal[part]) return 'tooNew'
  }
  return 'same'
}

/** The portal's answer to a handshake; nothing else is answered before it was a welcome. */
export async function answerHello(
  db: Reader,
  hello: Hello,
  own: {
    readonly versions: Versions
    readonly keyMark: string
    readonly epoch: string
    readonly officers: readonly string[]
  },
): Promise<Welcome> {
  const compared = compareVersions(hello.versions, own.versions)
  if (compared !== 'same') return { state: 'refused', reason: compared }
  if (hello.keyMark !== own.keyMark) return { state: 'refused', reason: 'otherKey' }
  const follows = hello.head === null || (await hasHead(db, hello.head))
  const empty = Object.keys(await sumsOf(db)).length === 0
  return { state: 'welcome', epoch: own.epoch, follows, empty, officers: [...own.officers] }
}
