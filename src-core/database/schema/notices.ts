import type { Audience } from './portal.ts'

export type MailState = 'QUEUED' | 'DRAFT' | 'SENT' | 'FAILED' | 'GIVEN_UP'

/** A mail on its way. It is written in the transaction that is its cause. */
export type MailTable = {
  id: string
  code: string
  kind: 'account' | 'process' | 'correspondence'
  audience: Audience
  recipient: string
  language: 'tr' | 'en'
  /** The language of the text where it is neither. */
  otherLanguage: 'fr' | 'ar' | null
  /** JSON: what fills the template; emptied once the mail has gone. */
  data: string
  state: MailState
  attempts: number
  /** Not before this instant. */
  nextAt: string
  /** Held by a process that is sending it, until then. */
  heldUntil: string | null
  /** Why it did not go: the server's answer, or the field that is missing. */
  problem: string | null
  /** One event, one person, one mail. */
  dedupeKey: string
  createdAt: string
  sentAt: string | null
}

export type NoticesTables = { mail: MailTable }
