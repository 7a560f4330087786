import type { Generated } from 'kysely'

/** Columns every recorded table has; the writer fills them. */
export type Recorded = {
  id: string
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  rowVersion: number
  deletedAt: string | null
  origin: 'desktop' | 'portal' | 'import'
}

export type OrgUnitTable = Recorded & {
  code: string
  name: string
  nameEn: string | null
  kind:
    | 'municipality'
    | 'generalSecretariat'
    | 'department'
    | 'directorate'
    | 'branch'
    | 'board'
    | 'affiliate'
    | 'subsidiary'
  parentId: string | null
  managerId: string | null
  coordinatorId: string | null
  costCentre: string | null
  /** JSON array of other spellings. */
  aliases: string
  active: 0 | 1
  validFrom: string | null
  validTo: string | null
  searchKey: string
  sortKey: string
}

export type TitleTable = Recorded & {
  code: string
  name: string
  nameEn: string | null
  staffStatus: string | null
  serviceClass: string | null
  level: string | null
  active: 0 | 1
  searchKey: string
  sortKey: string
}

export type EmploymentType = 'OFFICER' | 'CONTRACTED' | 'WORKER' | 'COMPANY' | 'CANDIDATE_OFFICER'

export type PersonTable = Recorded & {
  registryNo: string
  givenNames: string
  surname: string
  employmentType: EmploymentType
  unitId: string
  titleId: string | null
  position: string | null
  gender: 'F' | 'M' | null
  educationLevel: string | null
  hireDate: string | null
  email: string | null
  phone: string | null
  managerOverrideId: string | null
  /** ◊ AES-256-GCM, see the data key of the host. */
  nationalIdSealed: string | null
  disabilitySupportSealed: string | null
  active: 0 | 1
  leaveDate: string | null
  lastImportId: string | null
  searchKey: string
  sortKey: string
}

export type TopicLevel = 'HALF_DAY' | 'ONE_DAY' | 'TWO_DAY' | 'OPEN' | 'CERTIFIED_COURSE' | 'EXECUTIVE' | 'E_TRAINING'

export type TopicTable = Recorded & {
  code: string
  name: string
  nameEn: string | null
  category: string
  level: TopicLevel
  /** Tenths of a lesson hour, so that 1.5 hours is 15. */
  lessonHoursTenths: number
  lessonMinutes: number
  objectives: string
  prerequisites: string
  targetGroups: string | null
  repeatMonths: number | null
  legalBasis: string | null
  defaultProviderId: string | null
  defaultCertificateKind: 'NONE' | 'PARTICIPATION' | 'SUCCESS'
  behaviours: string
  /** PROPOSED: came out of an import or a form and waits for the catalogue's owner. */
  state: 'ACTIVE' | 'PROPOSED' | 'RETIRED'
  supersededById: string | null
  searchKey: string
  sortKey: string
}

/** Another wording that means a topic: typed by an officer, or learned on the merge bench. */
export type TopicAliasTable = Recorded & {
  topicId: string
  text: string
  textKey: string
  source: 'officer' | 'merge' | 'import'
}

export type ProviderTable = Recorded & {
  name: string
  kind: 'university' | 'affiliate' | 'union' | 'association' | 'foundation' | 'company' | 'ministry'
  permissionRequired: 0 | 1
  contacts: string
  active: 0 | 1
  searchKey: string
  sortKey: string
}

export type TrainerTable = Recorded & {
  personId: string | null
  name: string
  institution: string | null
  kind: 'internal' | 'university' | 'freelance' | 'firm'
  email: string | null
  phone: string | null
  languages: string
  dailyFeeMinor: number | null
  rating: number | null
  identitySealed: string | null
  ibanSealed: string | null
  active: 0 | 1
  searchKey: string
  sortKey: string
}

export type TrainerTopicTable = Recorded & { trainerId: string; topicId: string }

export type TrainerAvailabilityTable = Recorded & {
  trainerId: string
  fromDate: string
  toDate: string
  half: 'none' | 'am' | 'pm'
  kind: 'available' | 'unavailable'
  note: string | null
}

export type RoomTable = Recorded & {
  code: string
  name: string
  venue: string
  address: string | null
  capacity: number
  layout: string | null
  equipment: string
  accessible: 0 | 1
  unitId: string | null
  /** Minutes of the day. */
  bookableFrom: number
  bookableTo: number
  active: 0 | 1
  searchKey: string
  sortKey: string
}

export type HolidayTable = Recorded & {
  date: string
  name: string
  nameEn: string | null
  kind: 'public' | 'religious' | 'administrativeLeave' | 'institution'
  /** Which half of the day is free; `none` is the whole day. */
  half: 'none' | 'am' | 'pm'
  announced: 0 | 1
  searchKey: string
  sortKey: string
}

export type CycleState = 'DRAFT' | 'READY' | 'OPEN' | 'EXTENDED' | 'CLOSED' | 'FROZEN' | 'CONSOLIDATED' | 'ARCHIVED'

export type TnaCycleTable = Recorded & {
  year: number
  name: string
  opensAt: string
  closesAt: string
  eligibleTypes: string
  maxLinesPerPerson: number
  weights: string
  state: CycleState
  extensionReason: string | null
  frozenHash: string | null
  frozenAt: string | null
}

export type FormState =
  | 'EMPTY'
  | 'DRAFT'
  | 'SUBMITTED'
  | 'MANAGER_APPROVED'
  | 'RETURNED'
  | 'LOCKED'
  | 'LOCKED_UNREVIEWED'

export type TnaFormTable = Recorded & {
  cycleId: string
  personId: string
  state: FormState
  submittedAt: string | null
  source: 'portal' | 'proxy' | 'excel' | 'paper'
  sourceRef: string | null
  note: string | null
}

export type NeedReason = 'legal' | 'newDuty' | 'performanceGap' | 'technology' | 'personalDevelopment' | 'strategicGoal'

export type NeedOutcome = 'OPEN' | 'PLANNED' | 'DEFERRED' | 'COVERED_BY_ETRAINING' | 'ALREADY_TAKEN' | 'REJECTED'

/**
 * One need: of a person (headcount 1) or of a unit by head-count (no person). Demand totals are sums of `headcount`.
 */
export type NeedLineTable = Recorded & {
  cycleId: string
  formId: string | null
  personId: string | null
  unitId: string
  headcount: number
  kind: 'topic' | 'freeText' | 'externalEvent'
  topicId: string | null
  freeText: string | null
  freeTextKey: string | null
  reason: NeedReason | null
  selfLevel: number | null
  targetLevel: number | null
  urgency: number | null
  preferredQuarter: number | null
  managerPriority: number | null
  managerState: 'WAITING' | 'APPROVED' | 'REJECTED' | 'CHANGED'
  managerReason: string | null
  note: string | null
  /** Of a head-count need: who is meant, as the unit wrote it. */
  names?: string | null
  demandGroupId: string | null
  outcome: NeedOutcome
  outcomeReason: string | null
  carriedFromId: string | null
  /** JSON array of where the need came from: kind, reference, instant. */
  sources: string
  importId: string | null
}

export type GroupDecision = 'UNDECIDED' | 'PLAN' | 'DEFER' | 'REJECT' | 'E_TRAINING'

export type DemandGroupTable = Recorded & {
  cycleId: string
  /** Exactly one of topic and free text names the demand. */
  topicId: string | null
  freeText: string | null
  freeTextKey: string | null
  persons: number
  unitsCount: number
  scoreTenths: number
  scoreParts: string
  groupSize: number | null
  groupMinimum: number | null
  neededGroups: number | null
  decision: GroupDecision
  decisionReason: string | null
  decisionNote: string | null
  decidedBy: string | null
  decidedAt: string | null
}

/** Lines moved on the merge bench, kept so that a split back is exact. */
export type MergeTable = Recorded & {
  cycleId: string
  topicId: string
  undoneAt: string | null
  lineCount: number
  /** JSON array of the wordings. */
  texts: string
  /** JSON array of the aliases the merge taught the catalogue. */
  aliasIds: string
}

export type MergeLineTable = Recorded & {
  mergeId: string
  lineId: string
  /** JSON of the line's kind, topic and group before the merge. */
  before: string
  after: string
}

export type ImportState = 'UPLOADED' | 'MAPPED' | 'CHECKED' | 'COMMITTED' | 'UNDONE' | 'PARTLY_UNDONE'

export type ImportBatchTable = Recorded & {
  kind:
    | 'needs'
    | 'staff'
    | 'units'
    | 'titles'
    | 'topics'
    | 'trainers'
    | 'providers'
    | 'rooms'
    | 'holidays'
    | 'needsResults'
    | 'externalTrainings'
  fileHash: string
  fileName: string
  sender: string | null
  cycleId: string | null
  state: ImportState
  mapping: string
  report: string
  commandId: string
  undoCommandId: string | null
}

/** How one sender's sheets were mapped last time. */
export type ImportMappingTable = Recorded & {
  kind: string
  sender: string
  fingerprint: string
  mapping: string
}

/** A training somebody completed, here or elsewhere; the duplicate-training guard looks here. */
export type CompletedTrainingTable = Recorded & {
  personId: string
  topicId: string | null
  name: string
  nameKey: string
  provider: string | null
  completedOn: string
  lessonHoursTenths: number | null
  certificateNo: string | null
}

export type PlanState =
  | 'DRAFT'
  | 'UNDER_REVIEW'
  | 'SUBMITTED'
  | 'APPROVED'
  | 'PUBLISHED'
  | 'REVISING'
  | 'SUPERSEDED'
  | 'CLOSED'

/** The annual plan of a year; a revision is a plan of its own that names the one it is based on. */
export type AnnualPlanTable = Recorded & {
  year: number
  revision: number
  name: string
  state: PlanState
  cycleId: string | null
  basedOnId: string | null
  changeReason: string | null
  returnReason: string | null
  approvedNo: string | null
  approvedOn: string | null
  /** JSON array of names with duties, in the order of the approval chain. */
  approvers: string
  /** SHA-256 over what was approved. */
  snapshotHash: string | null
  submittedAt: string | null
  publishedAt: string | null
}

export type PlanLineState =
  | 'PROPOSED'
  | 'APPROVED'
  | 'SCHEDULED'
  | 'RUNNING'
  | 'DONE'
  | 'MOVED'
  | 'CANCELLED'
  | 'CARRIED_OVER'

export type PlanSource = 'TNA' | 'legal' | 'management' | 'carryOver' | 'union' | 'delegation' | 'lastYear'

export type PlanMode = 'classroom' | 'onlineLive' | 'eTraining' | 'field' | 'blended'

/** One training of a plan, given to one or more groups. A line of source TNA stands for the demand its topic or wording names. */
export type PlanLineTable = Recorded & {
  planId: string
  lineNo: number
  topicId: string | null
  freeTextKey: string | null
  name: string
  level: TopicLevel
  source: PlanSource
  /** The one unit that asked; null where the needs behind the line tell it, or nobody in particular did. */
  unitId: string | null
  groups: number
  groupSize: number
  personsPlanned: number
  /** Of one group. */
  lessonHoursTenths: number
  /** Of all groups. */
  trainerDaysTenths: number
  quarter: number | null
  month: number | null
  providerId: string | null
  trainerId: string | null
  /** Number of the ministry's permission, where the provider needs one. */
  permissionNo: string | null
  mode: PlanMode
  responsible: string
  scoreTenths: number | null
  state: PlanLineState
  changeOfId: string | null
  changeReason: string | null
  /** Why it was cancelled, moved or carried over; a reason code. */
  stateReason: string | null
  note: string | null
  searchKey: string
  sortKey: string
}

export type PlanCostType =
  | 'fee'
  | 'trainer'
  | 'room'
  | 'material'
  | 'travel'
  | 'lodging'
  | 'meal'
  | 'interpreter'
  | 'print'
  | 'other'

/** What a plan line costs, one row a type. */
export type PlanCostTable = Recorded & {
  planLineId: string
  type: PlanCostType
  plannedMinor: number
  committedMinor: number
  actualMinor: number
  includesLodgingMeals: 0 | 1
  documentNo: string | null
}

/** What a unit, or with no unit the whole institution, may spend in a year. Whole lira, so that a city's total fits an integer. */
export type BudgetCeilingTable = Recorded & {
  year: number
  unitId: string | null
  amountLira: number
  mode: 'BLOCK' | 'WARN'
}

/** What a unit said about a plan under review, and what it was answered. */
export type PlanCommentTable = Recorded & {
  planId: string
  planLineId: string | null
  unitId: string | null
  text: string
  answer: string | null
  answeredAt: string | null
}

/** What a person, or for a need without one its unit, sees of a published plan about one need. */
export type PlanNoticeTable = Recorded & {
  planId: string
  personId: string | null
  unitId: string
  needLineId: string
  planLineId: string | null
  outcome: NeedOutcome
  title: string
  quarter: number | null
  month: number | null
  reason: string | null
}

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

export type CommandLogTable = {
  seq: Generated<number>
  commandId: string
  operation: string
  contractVersion: number
  /** JSON; secret fields are absent. */
  input: string
  actorId: string
  actorName: string
  /** Where the call came from: window, cli, worker, service. */
  source: string
  at: string
  outcome: 'done' | 'refused'
  /** For a refusal: code and data. */
  refusal: string | null
  /** JSON object: table → {count, sum} after this command, for the tables it touched. */
  sums: string
  /** SHA-256 over the changes of this command in order. */
  changesHash: string
  previousHash: string
  hash: string
}

/** What one command did to one row, or with `lastRowId` to a run of rows it created. */
export type CommandChangeTable = {
  seq: Generated<number>
  commandId: string
  tableName: string
  rowId: string
  lastRowId: string | null
  kind: 'insert' | 'update' | 'delete'
  count: number
  /** JSON of the columns that changed, as they were; null for an insert. */
  before: string | null
  /** JSON of the columns that changed, as they became. */
  after: string | null
  rowVersion: number
}

export type OutboxTable = {
  seq: Generated<number>
  commandId: string
  /** JSON: table → row id → version it had. */
  baseVersions: string
  state: 'waiting' | 'sent' | 'confirmed' | 'rejected'
}

export type TableSumTable = { tableName: string; count: number; sum: string }

export type StoreInfoTable = { key: string; value: string }

export type Database = {
  orgUnit: OrgUnitTable
  title: TitleTable
  person: PersonTable
  topic: TopicTable
  topicAlias: TopicAliasTable
  provider: ProviderTable
  trainer: TrainerTable
  trainerTopic: TrainerTopicTable
  trainerAvailability: TrainerAvailabilityTable
  room: RoomTable
  holiday: HolidayTable
  tnaCycle: TnaCycleTable
  tnaForm: TnaFormTable
  needLine: NeedLineTable
  demandGroup: DemandGroupTable
  merge: MergeTable
  mergeLine: MergeLineTable
  importBatch: ImportBatchTable
  importMapping: ImportMappingTable
  completedTraining: CompletedTrainingTable
  annualPlan: AnnualPlanTable
  planLine: PlanLineTable
  planCost: PlanCostTable
  budgetCeiling: BudgetCeilingTable
  planComment: PlanCommentTable
  planNotice: PlanNoticeTable
  certificateGroup: CertificateGroupTable
  certificateHolder: CertificateHolderTable
  certificateTemplate: CertificateTemplateTable
  signingKey: SigningKeyTable
  certificateBlock: CertificateBlockTable
  certificate: CertificateTable
  certificateEvent: CertificateEventTable
  certificatePrint: CertificatePrintTable
  certificatePage: CertificatePageTable
  setting: SettingTable
  account: AccountTable
  accountSecret: AccountSecretTable
  officerSession: OfficerSessionTable
  commandLog: CommandLogTable
  commandChange: CommandChangeTable
  outbox: OutboxTable
  tableSum: TableSumTable
  storeInfo: StoreInfoTable
}

/** Tables whose every change is logged, in an order in which references resolve. */
export const recordedTables = [
  'setting',
  'account',
  'title',
  'orgUnit',
  'person',
  'provider',
  'topic',
  'topicAlias',
  'trainer',
  'trainerTopic',
  'trainerAvailability',
  'room',
  'holiday',
  'importBatch',
  'importMapping',
  'completedTraining',
  'tnaCycle',
  'tnaForm',
  'demandGroup',
  'needLine',
  'merge',
  'mergeLine',
  'annualPlan',
  'planLine',
  'planCost',
  'budgetCeiling',
  'planComment',
  'planNotice',
  'certificateGroup',
  'certificateHolder',
  'certificateTemplate',
  'signingKey',
  'certificateBlock',
  'certificate',
  'certificateEvent',
  'certificatePrint',
  'certificatePage',
] as const satisfies readonly (keyof Database)[]

export type RecordedTable = (typeof recordedTables)[number]

/** The columns of a recorded table that a feature writes itself. */
export type OwnColumns<T extends RecordedTable> = Omit<Database[T], keyof Recorded>
