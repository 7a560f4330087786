import type { RecordedTable } from '../database/schema.ts'
import type { Actor } from '../kernel/context.ts'
import type { OfficerRole, Role } from '../kernel/roles.ts'

const everyone: readonly OfficerRole[] = ['SA', 'TM', 'TO', 'CR', 'DC', 'EC', 'AU']
const administration: readonly OfficerRole[] = ['SA', 'TM', 'AU']
const cycles: readonly OfficerRole[] = ['SA', 'TM', 'TO', 'AU']
/** The administrator keeps the system and does not read what people asked for. */
const forms: readonly OfficerRole[] = ['TM', 'TO', 'AU']
const certificates: readonly OfficerRole[] = ['TM', 'TO', 'CR', 'DC', 'AU']
const delegations: readonly OfficerRole[] = ['TM', 'TO', 'CR', 'DC', 'AU']

const plans: readonly OfficerRole[] = ['TM', 'TO', 'CR', 'DC', 'AU']

/** Who may read the records of a table, and with them their history (the reading half of the table of permissions). */
export const readersOf: Readonly<Record<RecordedTable, readonly OfficerRole[]>> = {
  setting: administration,
  account: administration,
  title: everyone,
  orgUnit: everyone,
  person: everyone,
  provider: everyone,
  topic: everyone,
  topicAlias: everyone,
  trainer: everyone,
  trainerTopic: everyone,
  trainerAvailability: everyone,
  room: everyone,
  holiday: everyone,
  importBatch: cycles,
  importMapping: cycles,
  completedTraining: everyone,
  tnaCycle: cycles,
  tnaForm: forms,
  demandGroup: forms,
  needLine: forms,
  merge: forms,
  mergeLine: forms,
  annualPlan: plans,
  planLine: plans,
  planCost: plans,
  budgetCeiling: plans,
  planComment: plans,
  planNotice: forms,
  certificateGroup: certificates,
  certificateHolder: certificates,
  certificateTemplate: certificates,
  certificateDesign: certificates,
  certificatePicture: certificates,
  signingKey: certificates,
  certificateBlock: certificates,
  certificate: certificates,
  certificateEvent: certificates,
  certificatePrint: certificates,
  certificatePage: certificates,
  training: plans,
  session: plans,
  enrolment: forms,
  unitDuty: plans,
  reservedSeat: plans,
  site: delegations,
  siteTravel: delegations,
  delegationRequest: delegations,
  delegation: delegations,
  delegationTask: delegations,
  delegationResource: delegations,
  delegationCost: delegations,
  programmeItem: delegations,
  delegationParticipant: delegations,
  delegationAttendance: delegations,
  delegationFeedback: delegations,
  delegationAttachment: delegations,
  programmeTemplate: delegations,
  erasureRequest: cycles,
  personalLink: delegations,
  sessionAnswer: plans,
  programmeViewer: delegations,
  participantPhoto: delegations,
  officer: everyone,
}

export const mayRead = (actor: Pick<Actor, 'roles'>, table: RecordedTable): boolean =>
  actor.roles === 'all' || actor.roles.some((role) => (readersOf[table] as readonly Role[]).includes(role))

/** Whether an officer reads the whole trail; the others read what they did themselves. */
export const readsWholeLog = (actor: Pick<Actor, 'roles'>): boolean =>
  actor.roles === 'all' || actor.roles.some((role) => (administration as readonly Role[]).includes(role))
