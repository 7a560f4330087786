/** Whom an account on the portal belongs to; the door it came in by. */
export type Audience = 'STAFF' | 'PUBLIC_BODY' | 'CITIZEN'

/** An account on the portal. Only the portal has these; no desktop ever gets them. */
export type PortalUserTable = {
  id: string
  name: string
  /** In lower case; unique. */
  email: string
  /** Somebody has used a link that was sent there. */
  emailVerified: 0 | 1
  twoFactorEnabled: 0 | 1
  image: string | null
  createdAt: string
  updatedAt: string
  audience: Audience
  /** Of staff: who it is in the staff list. */
  personId: string | null
  /** Of a public body: its name as typed at registration. */
  institution: string | null
  language: 'tr' | 'en'
  state: 'PENDING' | 'ACTIVE' | 'LOCKED'
  /** JSON array of officer roles given by hand; only the administrator's (SA) has operations on the portal. */
  duties: string
  /** Version of the privacy notice that was accepted, and when. */
  noticeVersion: string | null
  noticeAt: string | null
  lastSignInAt: string | null
}

/** A signed-in browser. The cookie carries the token with a signature whose key is not in the store. */
export type PortalSessionTable = {
  id: string
  userId: string
  token: string
  expiresAt: string
  createdAt: string
  updatedAt: string
  ipAddress: string | null
  userAgent: string | null
}

/** How an account proves itself; `credential` with a password. */
export type PortalCredentialTable = {
  id: string
  userId: string
  accountId: string
  providerId: string
  password: string | null
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: string | null
  refreshTokenExpiresAt: string | null
  scope: string | null
  createdAt: string
  updatedAt: string
}

/** A link or a step of signing in that waits to be used. */
export type PortalVerificationTable = {
  id: string
  identifier: string
  value: string
  expiresAt: string
  createdAt: string
  updatedAt: string
}

/** The second factor of an account, sealed by the portal's secret. */
export type PortalSecondFactorTable = {
  id: string
  userId: string
  secret: string
  backupCodes: string
  verified: 0 | 1 | null
  failedVerificationCount: number | null
  lockedUntil: string | null
}

/** How often something was tried within a window of time, by all processes of the portal together. */
export type PortalThrottleTable = { key: string; windowEndsAt: string; tries: number }

/** The address of somebody's calendar; the store knows its hash only. */
export type CalendarFeedTable = { personId: string; tokenHash: string; createdAt: string }

/** What somebody's calendar was told of a session last; `shown` is JSON, so that a cancelled one can be told as it was. */
export type CalendarEntryTable = {
  personId: string
  sessionId: string
  sequence: number
  changedAt: string
  cancelled: 0 | 1
  shown: string
}

/** A session that the institution's directory opened; `OWED` until the portal's own second factor is shown in it. */
export type PortalDirectorySessionTable = { sessionId: string; secondFactor: 'OWED' | 'DONE' }

export type PortalTables = {
  portalDirectorySession: PortalDirectorySessionTable
  calendarFeed: CalendarFeedTable
  calendarEntry: CalendarEntryTable
  portalUser: PortalUserTable
  portalSession: PortalSessionTable
  portalCredential: PortalCredentialTable
  portalVerification: PortalVerificationTable
  portalSecondFactor: PortalSecondFactorTable
  portalThrottle: PortalThrottleTable
}
