import type { AccessTables } from './schema/access.ts'
import type { CertificatesTables } from './schema/certificates.ts'
import type { CoursesTables } from './schema/courses.ts'
import type { DelegationsTables } from './schema/delegations.ts'
import type { DeliveryTables } from './schema/delivery.ts'
import type { GuestTables } from './schema/guests.ts'
import type { ImportsTables } from './schema/imports.ts'
import type { LinksTables } from './schema/links.ts'
import type { NeedsTables } from './schema/needs.ts'
import type { NoticesTables } from './schema/notices.ts'
import type { PeopleTables } from './schema/people.ts'
import type { PlanTables } from './schema/plan.ts'
import type { PortalTables } from './schema/portal.ts'
import type { Recorded } from './schema/recorded.ts'
import type { SyncTables } from './schema/sync.ts'
import type { SystemTables } from './schema/system.ts'

export type * from './schema/access.ts'
export type * from './schema/certificates.ts'
export type * from './schema/courses.ts'
export type * from './schema/delegations.ts'
export type * from './schema/delivery.ts'
export type * from './schema/guests.ts'
export type * from './schema/imports.ts'
export type * from './schema/links.ts'
export type * from './schema/needs.ts'
export type * from './schema/notices.ts'
export type * from './schema/people.ts'
export type * from './schema/plan.ts'
export type * from './schema/portal.ts'
export type * from './schema/recorded.ts'
export type * from './schema/sync.ts'
export type * from './schema/system.ts'

/** Every table of the store; each feature declares its own in `schema/`. */
export type Database = PeopleTables &
  CoursesTables &
  NeedsTables &
  ImportsTables &
  PlanTables &
  CertificatesTables &
  DeliveryTables &
  DelegationsTables &
  GuestTables &
  LinksTables &
  AccessTables &
  SyncTables &
  NoticesTables &
  PortalTables &
  SystemTables

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
  'certificateDesign',
  'certificatePicture',
  'signingKey',
  'certificateBlock',
  'certificate',
  'certificateEvent',
  'certificatePrint',
  'certificatePage',
  'training',
  'session',
  'enrolment',
  'unitDuty',
  'reservedSeat',
  'site',
  'siteTravel',
  'delegationRequest',
  'delegation',
  'delegationTask',
  'delegationResource',
  'delegationCost',
  'programmeItem',
  'delegationParticipant',
  'delegationAttendance',
  'delegationFeedback',
  'delegationAttachment',
  'programmeTemplate',
  'personalLink',
  'sessionAnswer',
  'erasureRequest',
  'programmeViewer',
  'participantPhoto',
  'officer',
] as const satisfies readonly (keyof Database)[]

export type RecordedTable = (typeof recordedTables)[number]

/** The columns of a recorded table that a feature writes itself. */
export type OwnColumns<T extends RecordedTable> = Omit<Database[T], keyof Recorded>

/** Tables that a desktop and its portal agree on: all recorded ones but the accounts, which each store has of its own. */
export const syncedTables: readonly RecordedTable[] = recordedTables.filter((table) => table !== 'account')
