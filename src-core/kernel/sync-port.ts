import type { Connection } from './context.ts'

/** What the background work of the synchronisation is doing at this moment. */
export type SyncActivity = {
  readonly running: boolean
  /** Why the last round did not come to its end, when the portal could not be reached or did not answer as it should. */
  readonly trouble: 'unreachable' | 'failed' | null
  /** A joining that somebody has still to confirm at the portal. */
  readonly joining: SyncJoining | null
}

/** What the store itself knows. */
export type SyncStanding = {
  readonly joined: { readonly address: string; readonly since: string } | null
  readonly lastSyncedAt: string | null
  /** How far the portal's rows have come here: changes when some arrived. Null before the first. */
  readonly arrivedUpTo: string | null
  readonly waiting: number
  readonly conflicts: number
  readonly paused: SyncPause | null
  /** Ids of the officers whom the portal knows; null before the first round. */
  readonly officers: string[] | null
  /** Names of officers whose work waits until they make themselves known at the portal. */
  readonly unknown: string[]
}

/** A desktop that is joined to the portal. */
export type SyncDevice = {
  readonly id: string
  readonly name: string
  readonly joinedAt: string
  readonly lastSeenAt: string | null
  /** This one. */
  readonly own: boolean
}

/** Who sits at the desktop and asks. */
export type SyncOfficer = { readonly id: string; readonly name: string }

/** Why no more is carried for now; the officer's work goes on. */
export type SyncPause =
  | { readonly reason: 'tooOld' | 'tooNew' | 'otherKey' | 'signedOut' | 'notAllowed' | 'disagrees' }
  /** Applying what came would remove this many records of these tables. */
  | { readonly reason: 'massRemoval'; readonly tables: { table: string; rows: number }[] }

export type SyncJoining = {
  readonly address: string
  readonly userCode: string
  /** Where the code is typed in. */
  readonly verifyAt: string
  /** Whom the code makes known: the desktop with its officer, or one more officer. */
  readonly of: 'desktop' | 'officer'
  readonly state: 'waiting' | 'refused' | 'expired'
}

export type SyncChoice =
  | { readonly how: 'mine' }
  | { readonly how: 'theirs' }
  | { readonly how: 'typed'; readonly values: Readonly<Record<string, string | number | boolean | null>> }

/** The desktop's end of the synchronisation, as operations use it. */
export type SyncPort = {
  activity(): SyncActivity
  /** What the store says of it at this moment. */
  standing(): Promise<SyncStanding>
  /** Runs a round, or waits for the one that runs. */
  now(): Promise<void>
  join(address: string, deviceName: string, officer: SyncOfficer): Promise<SyncJoining>
  /** Asks the joined portal for a code by which one more officer of this desktop becomes known there. */
  introduce(officer: SyncOfficer): Promise<SyncJoining>
  stopJoining(): Promise<void>
  /** Lets go of the portal; tells it, where it can be reached. */
  leave(): Promise<void>
  /** The desktops that the portal lets in. */
  devices(): Promise<SyncDevice[]>
  removeDevice(id: string, officer: SyncOfficer): Promise<void>
  /** Settles one entry of the inbox; keeping one's own runs the command again as the officer who decided it. */
  settle(commandId: string, choice: SyncChoice, connection: Connection): Promise<void>
  allowRemoval(): Promise<void>
  /** JSON text with every value that an older key of this store sealed under its newest one. */
  renew(json: string): string
}
