import type { Progress } from './operation.ts'
import type { Role } from './roles.ts'

/** Who acts: an officer's account, somebody on the portal, the command line, or the program itself (closing a cycle on its date). */
export type Actor = {
  readonly id: string
  readonly name: string
  /** `all` is the program itself and whoever runs the command line beside the store's files. */
  readonly roles: readonly Role[] | 'all'
}

/** What a command is run with, and can be run again with for the same result. */
export type RecordedContext = {
  readonly commandId: string
  readonly actor: Actor
  /** Instant, ISO 8601 UTC. */
  readonly now: string
  readonly source: CallSource
}

export type CallSource = 'window' | 'cli' | 'service' | 'portal'

/** One window, socket or shell that calls operations. Signing in changes who it acts for. */
export type Connection = {
  readonly source: CallSource
  actor: Actor | null
  /** SHA-256 of the session token, when somebody signed in here; on the portal the id of the session. */
  session: string | null
  /** SHA-256 of the token of the personal link that a call came through, on the portal. */
  readonly link?: string
  /** The officer's screen is locked: nothing but unlocking is answered. */
  locked: boolean
}

/** What one call may use while it runs; none of it changes the result. */
export type CallOptions = {
  readonly signal?: AbortSignal
  readonly report?: (progress: Progress) => void
}
