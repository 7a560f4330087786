import type { Recorded } from './recorded.ts'

/** A link by which somebody without an account reaches one thing: her slots, her form, her sessions. */
export type PersonalLinkTable = Recorded & {
  purpose: 'HOST' | 'PARTICIPANT' | 'TRAINER'
  delegationId: string | null
  participantId: string | null
  trainerId: string | null
  /** Of a host's link: the unit, affiliate or partner, as it stands in the programme. */
  host: string | null
  holderName: string
  holderEmail: string | null
  language: 'tr' | 'en' | 'fr' | 'ar'
  /** SHA-256 of the token: by it the portal finds the link. */
  tokenHash: string
  /** The token for whoever sends the link out; gone once the link is revoked. */
  tokenSealed: string | null
  expiresAt: string
  /** It was to go out by mail. */
  mailed: 0 | 1
  /** The last time something was sent in through it. */
  answeredAt: string | null
  revokedAt: string | null
}

export type LinksTables = { personalLink: PersonalLinkTable }
