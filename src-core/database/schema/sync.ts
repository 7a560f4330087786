import type { Recorded } from './recorded.ts'

/** Who an officer of a desktop is for everybody: written by the portal, carried to every desktop. */
export type OfficerTable = Recorded & {
  /** Her account on the desktop; it stands in the rows and entries that are hers. */
  accountId: string
  /** The id under which she acts on the portal, the same for all her accounts: her person's, or without one her portal account's. */
  portalId: string
  name: string
}

// --- housekeeping of one store; nothing of it is recorded or carried ------------------------------------------------

/** What this store knows of the portal it is joined to, by key. */
export type SyncStateTable = { key: string; value: string }

/** The row as the portal last confirmed it, for each row that an unconfirmed command has touched; null where it has none. */
export type SyncImageTable = { tableName: string; rowId: string; image: string | null }

/** What the latest run of an unconfirmed command did to rows that were there, and where the portal acknowledged it. */
export type SyncRunTable = {
  commandId: string
  /** JSON: table → row id → fields before and after. Null until the command was run over another state. */
  touched: string | null
  /** The portal's log entry of the command; null until it was acknowledged. */
  ackEntry: number | null
}

/** Rows on their way from the portal, until all of them have come. */
export type SyncIncomingTable = { tableName: string; rowId: string; row: string }

/** A command that no longer held: the inbox of the officers. */
export type SyncConflictTable = {
  commandId: string
  operation: string
  /** JSON; secret fields are absent. */
  input: string
  actorId: string
  actorName: string
  /** When the officer did it. */
  at: string
  /** JSON: code and data of the refusal. */
  refusal: string
  /** JSON: the fields on which both sides disagree. */
  fields: string
  foundAt: string
  state: 'open' | 'mine' | 'theirs' | 'typed' | 'withdrawn'
  settledBy: string | null
  settledAt: string | null
}

/** A desktop that may push to this store. */
export type SyncDeviceTable = {
  id: string
  name: string
  tokenHash: string
  /** JSON array of the officer roles that whoever joined it held then; what counts is what she holds now. */
  roles: string
  joinedBy: string
  joinedAt: string
  lastSeenAt: string | null
  removedAt: string | null
}

/** What became of a pushed command; asked before the command is run again. */
export type SyncResultTable = {
  commandId: string
  deviceId: string
  outcome: 'done' | 'rejected'
  /** JSON: code and data of the refusal, and the fields on which both sides disagree. */
  refusal: string | null
  /** The log entry it has here; null when it was rejected. */
  entry: number | null
  /** By this store's clock, beside the desktop's own in the log. */
  receivedAt: string
}

/** A code by which a desktop, or one more of its officers, asks to be let in (RFC 8628). */
export type SyncJoinTable = {
  id: string
  deviceCodeHash: string
  /** What a person reads on the desktop and types in on the portal. */
  userCode: string
  deviceName: string
  /** Who asks, as the desktop knows her. */
  officerId: string
  officerName: string
  /** Of the key pair that the desktop made for this joining; empty when it wants no key. */
  publicKey: string
  /** The device that is joined already and gets one more officer; null for a new one. */
  deviceId: string | null
  state: 'waiting' | 'confirmed' | 'refused'
  /** The portal account that decided. */
  userId: string | null
  expiresAt: string
  polledAt: string | null
}

/** Who an officer of a desktop is on the portal; her rights are read there at each command. */
export type SyncOfficerTable = {
  deviceId: string
  officerId: string
  userId: string
  knownSince: string
}

export type SyncTables = {
  officer: OfficerTable
  syncJoin: SyncJoinTable
  syncOfficer: SyncOfficerTable
  syncState: SyncStateTable
  syncImage: SyncImageTable
  syncRun: SyncRunTable
  syncIncoming: SyncIncomingTable
  syncConflict: SyncConflictTable
  syncDevice: SyncDeviceTable
  syncResult: SyncResultTable
}
