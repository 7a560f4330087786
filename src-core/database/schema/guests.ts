import type { Recorded } from './recorded.ts'

/** Who of a body sees its programme on the portal: an e-mail address or a domain, in lower case. */
export type ProgrammeViewerTable = Recorded & { delegationId: string; address: string }

/** The photograph of a participant, sealed; null once it was taken away. */
export type ParticipantPhotoTable = Recorded & { participantId: string; photoSealed: string | null }

/** What a participant is typing; only the portal has it. `draftSealed` is JSON without what is sensitive. */
export type LinkDraftTable = { linkId: string; version: number; savedAt: string; draftSealed: string }

/** A visit request of a body without an account; only the portal has it. `draftSealed` is empty once it stands in the register. */
export type VisitDraftTable = {
  tokenHash: string
  email: string
  language: 'tr' | 'en'
  draftSealed: string | null
  requestNo: string | null
  expiresAt: string
}

export type GuestTables = {
  programmeViewer: ProgrammeViewerTable
  participantPhoto: ParticipantPhotoTable
  linkDraft: LinkDraftTable
  visitDraft: VisitDraftTable
}
