import type { Recorded } from './recorded.ts'

export type SiteTable = Recorded & {
  nameTr: string
  nameEn: string
  /** The unit, affiliate or university that receives visitors there. */
  owner: string
  address: string | null
  capacity: number | null
  minutesOnSite: number
  /** JSON array of the days it receives visitors, 1 (Monday) to 7. */
  weekdays: string
  safetyTr: string | null
  safetyEn: string | null
  /** JSON array of what visitors must wear. */
  ppe: string
  accessible: 0 | 1
  photoAllowed: 0 | 1
  contactPerson: string | null
  phone: string | null
  textTr: string | null
  textEn: string | null
  active: 0 | 1
  searchKey: string
  sortKey: string
}

/** Minutes between two sites, the same in both directions; `fromSiteId` is the smaller id. */
export type SiteTravelTable = Recorded & { fromSiteId: string; toSiteId: string; minutes: number }

export type DelegationRequestTable = Recorded & {
  year: number
  number: number
  requestNo: string
  receivedOn: string
  requestingBody: string
  /** Folded name of the body: whether it asked before. */
  nameKey: string
  bodyType: string
  /** ISO 3166-1 alpha-2. */
  country: string
  city: string | null
  contactName: string
  email: string
  topicId: string | null
  topicMain: string
  programmeType: string
  preferredFrom: string
  preferredTo: string
  groupSize: number
  /** JSON array of language codes. */
  languages: string
  /** JSON of everything else on the form. */
  details: string
  /** JSON of the answers to the checklist. */
  assessment: string
  state: 'REQUESTED' | 'ACCEPTED' | 'DECLINED' | 'REDIRECTED'
  decidedBy: string | null
  decidedAt: string | null
  decisionReason: string | null
  redirectedTo: string | null
  ebysNo: string | null
  ebysDate: string | null
  searchKey: string
  sortKey: string
}

export type DelegationState =
  | 'DESIGNING'
  | 'HOSTS_PENDING'
  | 'PROGRAMME_READY'
  | 'APPROVED'
  | 'READY'
  | 'RUNNING'
  | 'CERTIFIED'
  | 'CLOSING'
  | 'CLOSED'
  | 'FOLLOWED_UP'
  | 'CANCELLED'

export type DelegationTable = Recorded & {
  requestId: string
  titleTr: string
  titleEn: string
  objective: string
  fromDate: string
  toDate: string
  parallelGroups: number
  language: 'tr' | 'en' | 'both'
  partner: string | null
  coordinator: string
  minAttendancePct: number
  state: DelegationState
  approvedNo: string | null
  approvedOn: string | null
  returnReason: string | null
  cancelReason: string | null
  certificateGroupId: string | null
  lessons: string | null
  followUp: string | null
  purgedAt: string | null
  searchKey: string
  sortKey: string
}

export type DelegationTaskTable = Recorded & {
  delegationId: string
  /** Of the standard list; null for a task of one's own. */
  code: string | null
  textTr: string
  textEn: string
  owner: string
  offsetDays: number
  dueOn: string
  state: 'OPEN' | 'DONE' | 'NOT_NEEDED'
  note: string | null
}

/** An interpreter, a vehicle, a hotel room or a gift. */
export type DelegationResourceTable = Recorded & {
  delegationId: string
  kind: 'interpreter' | 'vehicle' | 'hotelRoom' | 'gift'
  name: string
  /** JSON of what this kind has besides. */
  details: string
}

export type DelegationCostTable = Recorded & {
  delegationId: string
  type: string
  plannedMinor: number
  committedMinor: number
  actualMinor: number
  payer: 'us' | 'them' | 'shared'
  documentNo: string | null
  note: string | null
}

export type HostState = 'NONE' | 'ASKED' | 'ACCEPTED' | 'ALTERNATIVE' | 'DECLINED' | 'SILENT'

export type ProgrammeItemTable = Recorded & {
  delegationId: string
  /** 0 for everybody, else one of the parallel groups. */
  groupNo: number
  kind: string
  titleTr: string
  titleEn: string
  date: string
  startMinute: number
  endMinute: number
  lessonHoursTenths: number
  siteId: string | null
  /** A place that is no site of the catalogue. */
  place: string | null
  hostUnit: string | null
  hostPerson: string | null
  hostPhone: string | null
  hostState: HostState
  interpreterId: string | null
  vehicleId: string | null
  travelBefore: number | null
  /** Hosting on a Sunday or a holiday was asked for and agreed. */
  holidayAgreed: 0 | 1
  /** JSON of what the grid does not show. */
  details: string
}

export type DelegationParticipantTable = Recorded & {
  delegationId: string
  seatNo: number
  /** As in the passport, letter for letter. */
  givenNames: string
  surname: string
  nameForCertificate: string
  nameOnBadge: string | null
  nationality: string
  institution: string
  position: string
  email: string | null
  mobile: string | null
  groupNo: number
  head: 0 | 1
  state: 'INVITED' | 'REGISTERED' | 'CONFIRMED' | 'ARRIVED' | 'CERTIFIED' | 'LEFT_EARLY' | 'CANCELLED' | 'PURGED'
  arrivalOn: string | null
  departureOn: string | null
  vehicleId: string | null
  hotelRoomId: string | null
  badgeCode: string
  consentVersion: string | null
  consentOn: string | null
  passportNoSealed: string | null
  passportExpirySealed: string | null
  birthDateSealed: string | null
  mealCodeSealed: string | null
  accessibilitySealed: string | null
  /** JSON of the rest of the form. */
  details: string
  searchKey: string
  sortKey: string
}

export type DelegationAttendanceTable = Recorded & {
  participantId: string
  itemId: string
  mark: 'PRESENT' | 'ABSENT' | 'EXCUSED'
  method: 'name' | 'code' | 'scan' | 'sheet'
}

export type DelegationFeedbackTable = Recorded & {
  delegationId: string
  date: string
  participantId: string | null
  score: number
  comment: string | null
}

/** A file of a visit: of its request, or of the delegation that came of it. The bytes are kept by their hash. */
export type DelegationAttachmentTable = Recorded & {
  requestId: string
  delegationId: string | null
  paper: 'REQUEST' | 'APPROVAL' | 'LETTER' | 'CONTENT' | 'SIGNED_SHEET' | 'INVOICE' | 'PHOTO' | 'OTHER'
  fileName: string
  hash: string
  fileType: 'pdf' | 'png' | 'jpg' | 'docx' | 'xlsx'
  bytes: number
  note: string | null
}

/** A programme kept for the next delegation. */
export type ProgrammeTemplateTable = Recorded & {
  titleTr: string
  titleEn: string
  dayCount: number
  /** JSON array of its slots, each with its day counted from 0. */
  slots: string
  sortKey: string
}

export type DelegationsTables = {
  site: SiteTable
  siteTravel: SiteTravelTable
  delegationRequest: DelegationRequestTable
  delegation: DelegationTable
  delegationTask: DelegationTaskTable
  delegationResource: DelegationResourceTable
  delegationCost: DelegationCostTable
  programmeItem: ProgrammeItemTable
  delegationParticipant: DelegationParticipantTable
  delegationAttendance: DelegationAttendanceTable
  delegationFeedback: DelegationFeedbackTable
  delegationAttachment: DelegationAttachmentTable
  programmeTemplate: ProgrammeTemplateTable
}
