import type { Recorded } from './recorded.ts'

/** What a certificate certifies. */
export type CertificateKind = 'PARTICIPATION' | 'SUCCESS' | 'DELEGATION' | 'PROGRAMME'

/** The language a certificate is written in. */
export type CertificateLanguage = 'tr' | 'en' | 'both'

/** An occasion whose participants get certificates: one training, programme or delegation. */
export type CertificateGroupTable = Recorded & {
  kind: CertificateKind
  language: CertificateLanguage
  titleTr: string
  titleEn: string | null
  fromDate: string
  toDate: string
  place: string | null
  placeEn: string | null
  /** The institution that held it together with ours. */
  partner: string | null
  lessonHoursTenths: number
  minAttendancePct: number
  testRequired: 0 | 1
  passMark: number
  /** JSON array of who signs. */
  signatories: string
  validUntil: string | null
  state: 'DRAFT' | 'PROPOSED' | 'APPROVED' | 'ISSUED'
  /** Who last recorded attendance or results. */
  attendanceBy: string | null
  decidedBy: string | null
  decidedAt: string | null
  decisionReason: string | null
  searchKey: string
  sortKey: string
}

export type CertificateHolderTable = Recorded & {
  groupId: string
  personId: string | null
  seatNo: number
  /** As it is to stand on the certificate. */
  name: string
  institution: string | null
  country: string | null
  attendedTenths: number | null
  testScore: number | null
  state: 'DRAFT' | 'PROPOSED' | 'APPROVED' | 'ISSUED'
  searchKey: string
  sortKey: string
}

export type CertificateTemplateTable = Recorded & {
  kind: CertificateKind
  language: CertificateLanguage
  version: number
  /** JSON of the page and its elements. */
  layout: string
  state: 'ACTIVE' | 'RETIRED'
}

/** A look that the academy made itself; `certificateTemplate` holds what was activated of it, frozen. */
export type CertificateDesignTable = Recorded & {
  name: string
  kind: CertificateKind
  language: CertificateLanguage
  version: number
  /** JSON of the pages and their elements. */
  layout: string
  /** The template that came of it last, and which version that was. */
  templateId: string | null
  templateVersion: number | null
  sortKey: string
}

/** A picture that stands on designs; its bytes are a file by its hash. */
export type CertificatePictureTable = Recorded & {
  name: string
  hash: string
  type: 'png' | 'jpg' | 'svg'
  bytes: number
  width: number | null
  height: number | null
}

export type SigningKeyTable = Recorded & {
  /** Ed25519, 32 bytes as base64url. */
  publicKey: string
  state: 'ACTIVE' | 'RETIRED'
  endedAt: string | null
  endReason: string | null
}

/** Consecutive numbers of one kind and year that one store may give out. */
export type CertificateBlockTable = Recorded & {
  kind: CertificateKind
  year: number
  storeId: string
  fromNo: number
  toNo: number
  /** The next one to give out; `toNo + 1` when all are used. */
  nextNo: number
  state: 'ACTIVE' | 'RETIRED'
  endReason: string | null
}

export type CertificateState = 'ISSUED' | 'PRINTED' | 'HANDED_OVER' | 'CORRECTED' | 'REVOKED' | 'VOIDED' | 'RENEWED'

export type CertificateTable = Recorded & {
  groupId: string
  holderId: string
  kind: CertificateKind
  year: number
  number: number
  serial: string
  code: string
  name: string
  institution: string | null
  titleTr: string
  titleEn: string | null
  lessonHoursTenths: number
  templateId: string
  /** JSON, frozen at issue. */
  holderSnapshot: string
  trainingSnapshot: string
  issuedAt: string
  issuedBy: string
  validUntil: string | null
  pdfHash: string
  signature: string
  keyId: string
  state: CertificateState
  copies: number
  replacesId: string | null
  replacedById: string | null
  endedAt: string | null
  endReason: string | null
  searchKey: string
  sortKey: string
}

export type CertificateEventTable = Recorded & {
  certificateId: string
  event: 'DUPLICATE' | 'PRINTED' | 'SPOILED' | 'HANDED_OVER' | 'CORRECTED' | 'REVOKED' | 'VOIDED' | 'RENEWED'
  copyNo: number | null
  reason: string | null
  requestedBy: string | null
  pdfHash: string | null
}

export type CertificatePrintTable = Recorded & { groupId: string; pageOrder: 'seat' | 'name'; pages: number }

export type CertificatePageTable = Recorded & {
  printId: string
  certificateId: string
  page: number
  state: 'WAITING' | 'PRINTED' | 'SPOILED'
}

/** How often a certificate was looked up on the portal on one day; by whom is not kept. */
export type CertificateCheckTable = { certificateId: string; day: string; checks: number }

export type CertificatesTables = {
  certificateCheck: CertificateCheckTable
  certificateGroup: CertificateGroupTable
  certificateHolder: CertificateHolderTable
  certificateTemplate: CertificateTemplateTable
  certificateDesign: CertificateDesignTable
  certificatePicture: CertificatePictureTable
  signingKey: SigningKeyTable
  certificateBlock: CertificateBlockTable
  certificate: CertificateTable
  certificateEvent: CertificateEventTable
  certificatePrint: CertificatePrintTable
  certificatePage: CertificatePageTable
}
