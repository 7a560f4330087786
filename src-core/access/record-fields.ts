import { type RecordedTable, recordedTables } from '../database/schema.ts'

/** How a recorded value is to be read; the screen words it. */
export const fieldKinds = [
  'text',
  'integer',
  'date',
  'instant',
  'flag',
  /** One of a closed list; the value is a key. */
  'choice',
  /** Another record; the value is its name. */
  'reference',
  /** A list of words. */
  'list',
  /** A structure that would say nothing to a reader: only that it changed is told. */
  'structure',
  /** Sealed personal data: only that it changed is told. */
  'sealed',
  /** Tenths of a lesson hour. */
  'tenths',
  'minutesOfDay',
  'money',
] as const

export type FieldKind = (typeof fieldKinds)[number]

const hidden = new Set([
  'id',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'rowVersion',
  'origin',
  'searchKey',
  'sortKey',
  'userNameKey',
  'textKey',
  'freeTextKey',
  'nameKey',
  'commandId',
  'undoCommandId',
  'fileHash',
  'fingerprint',
  'snapshotHash',
])

/** Columns that name another record. Columns of the same name mean the same in every table. */
export const references: Readonly<Record<string, RecordedTable>> = {
  parentId: 'orgUnit',
  unitId: 'orgUnit',
  managerId: 'person',
  coordinatorId: 'person',
  managerOverrideId: 'person',
  personId: 'person',
  titleId: 'title',
  topicId: 'topic',
  supersededById: 'topic',
  defaultProviderId: 'provider',
  trainerId: 'trainer',
  cycleId: 'tnaCycle',
  formId: 'tnaForm',
  demandGroupId: 'demandGroup',
  carriedFromId: 'needLine',
  lineId: 'needLine',
  mergeId: 'merge',
  importId: 'importBatch',
  lastImportId: 'importBatch',
  decidedBy: 'account',
  planId: 'annualPlan',
  basedOnId: 'annualPlan',
  planLineId: 'planLine',
  changeOfId: 'planLine',
  needLineId: 'needLine',
  providerId: 'provider',
}

const kinds: Readonly<Record<string, FieldKind>> = {
  ...Object.fromEntries(Object.keys(references).map((column) => [column, 'reference' as const])),
  active: 'flag',
  permissionRequired: 'flag',
  accessible: 'flag',
  announced: 'flag',
  hireDate: 'date',
  leaveDate: 'date',
  validFrom: 'date',
  validTo: 'date',
  fromDate: 'date',
  toDate: 'date',
  date: 'date',
  completedOn: 'date',
  deletedAt: 'instant',
  opensAt: 'instant',
  closesAt: 'instant',
  frozenAt: 'instant',
  submittedAt: 'instant',
  decidedAt: 'instant',
  undoneAt: 'instant',
  publishedAt: 'instant',
  answeredAt: 'instant',
  approvedOn: 'date',
  type: 'choice',
  mode: 'choice',
  includesLodgingMeals: 'flag',
  approvers: 'list',
  trainerDaysTenths: 'tenths',
  plannedMinor: 'money',
  committedMinor: 'money',
  actualMinor: 'money',
  amountLira: 'integer',
  revision: 'integer',
  lineNo: 'integer',
  groups: 'integer',
  personsPlanned: 'integer',
  quarter: 'integer',
  month: 'integer',
  kind: 'choice',
  employmentType: 'choice',
  gender: 'choice',
  educationLevel: 'choice',
  state: 'choice',
  half: 'choice',
  source: 'choice',
  reason: 'choice',
  managerState: 'choice',
  outcome: 'choice',
  decision: 'choice',
  language: 'choice',
  defaultCertificateKind: 'choice',
  aliases: 'list',
  roles: 'list',
  languages: 'list',
  objectives: 'list',
  behaviours: 'list',
  equipment: 'list',
  eligibleTypes: 'list',
  prerequisites: 'list',
  texts: 'list',
  aliasIds: 'structure',
  contacts: 'structure',
  weights: 'structure',
  sources: 'structure',
  scoreParts: 'structure',
  mapping: 'structure',
  report: 'structure',
  before: 'structure',
  after: 'structure',
  lessonHoursTenths: 'tenths',
  scoreTenths: 'tenths',
  bookableFrom: 'minutesOfDay',
  bookableTo: 'minutesOfDay',
  dailyFeeMinor: 'money',
  lessonMinutes: 'integer',
  repeatMonths: 'integer',
  capacity: 'integer',
  rating: 'integer',
  year: 'integer',
  maxLinesPerPerson: 'integer',
  headcount: 'integer',
  selfLevel: 'integer',
  targetLevel: 'integer',
  urgency: 'integer',
  preferredQuarter: 'integer',
  managerPriority: 'integer',
  persons: 'integer',
  unitsCount: 'integer',
  groupSize: 'integer',
  groupMinimum: 'integer',
  neededGroups: 'integer',
  lineCount: 'integer',
}

/** Where one column means something else than its namesakes. */
const exceptions: Readonly<Partial<Record<RecordedTable, Readonly<Record<string, FieldKind>>>>> = {
  topic: { level: 'choice' },
  planLine: { level: 'choice' },
  importBatch: { kind: 'choice' },
  importMapping: { kind: 'choice' },
}

/** How a column is told, or `undefined` for the store's own columns, which say nothing to a reader. */
export function fieldKind(table: RecordedTable, column: string): FieldKind | undefined {
  if (hidden.has(column)) return undefined
  if (column.endsWith('Sealed')) return 'sealed'
  return exceptions[table]?.[column] ?? kinds[column] ?? 'text'
}

/** Columns that together name a record of a table; a table without any is named by what it refers to. */
export const nameColumns: Readonly<Partial<Record<RecordedTable, readonly string[]>>> = {
  setting: ['key'],
  account: ['displayName'],
  title: ['name'],
  orgUnit: ['name'],
  person: ['givenNames', 'surname'],
  provider: ['name'],
  topic: ['name'],
  topicAlias: ['text'],
  trainer: ['name'],
  room: ['name'],
  holiday: ['date', 'name'],
  importBatch: ['fileName'],
  completedTraining: ['name'],
  tnaCycle: ['name'],
  importMapping: ['sender'],
  annualPlan: ['name'],
  planLine: ['name'],
  planNotice: ['title'],
}

/** For tables without a name of their own: the reference that says best which record is meant. */
export const namedBy: Readonly<Partial<Record<RecordedTable, readonly string[]>>> = {
  trainerTopic: ['trainerId', 'topicId'],
  trainerAvailability: ['trainerId'],
  tnaForm: ['personId'],
  needLine: ['personId', 'topicId'],
  demandGroup: ['topicId'],
  merge: ['topicId'],
  planCost: ['planLineId'],
  budgetCeiling: ['unitId'],
  planComment: ['unitId'],
}

export const isRecordedTable = (name: string): name is RecordedTable =>
  (recordedTables as readonly string[]).includes(name)
