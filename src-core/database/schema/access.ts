import type { Recorded } from './recorded.ts'

export type SettingTable = Recorded & { key: string; value: string }

export type AccountTable = Recorded & {
  userName: string
  userNameKey: string
  displayName: string
  /** JSON array of roles. */
  roles: string
  active: 0 | 1
  language: 'tr' | 'en'
}

// --- housekeeping of one store ---------------------------------------------------------------------------------------

export type AccountSecretTable = {
  accountId: string
  passwordHash: string
  changedAt: string
  /** Set by an administrator: the officer must choose her own before anything else. */
  mustChange: 0 | 1
  /** Wrong tries in a row. */
  failures: number
  lockedUntil: string | null
  signedInAt: string | null
}

export type OfficerSessionTable = {
  tokenHash: string
  accountId: string
  startedAt: string
  lastSeenAt: string
  lockedAt: string | null
}

export type AccessTables = {
  setting: SettingTable
  account: AccountTable
  accountSecret: AccountSecretTable
  officerSession: OfficerSessionTable
}
