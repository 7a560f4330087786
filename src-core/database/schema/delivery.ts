import type { PlanMode } from './plan.ts'
import type { Recorded } from './recorded.ts'

export type TrainingState =
  | 'DRAFT'
  | 'OPEN'
  | 'CONFIRMED'
  | 'RUNNING'
  | 'ATTENDANCE_CLOSED'
  | 'EVALUATED'
  | 'CLOSED'
  | 'TENTATIVE'
  | 'CANCELLED'

/**
 * One group of a plan line. It names the line by year and number, which all revisions of a year share, so that a revision
 * takes no training away from the plan in force.
 */
export type TrainingTable = Recorded & {
  year: number
  lineNo: number
  /** Year, topic and group: `2027-ÇEV-012-03`. */
  code: string
  topicId: string | null
  name: string
  /** Most people in the group. */
  seats: number
  mode: PlanMode
  mix: 'any' | 'mixed' | 'sameUnit'
  state: TrainingState
  searchKey: string
  sortKey: string
}

/** One sitting of a training. Without a date it has no place yet. */
export type SessionTable = Recorded & {
  trainingId: string
  /** From 1, in the order in which they are held. */
  ordinal: number
  halfDays: number
  lessonTenths: number
  date: string | null
  /** `none` is the whole day. */
  half: 'none' | 'am' | 'pm' | null
  /** Minutes of the day. */
  startMin: number | null
  endMin: number | null
  roomId: string | null
  trainerId: string | null
  pinned: 0 | 1
  /** JSON array of the kinds of clash that an officer accepted here, and why. */
  clashKinds: string
  clashReason: string | null
}

export type EnrolmentState =
  | 'NOMINATED'
  | 'INVITED'
  | 'CONFIRMED'
  | 'DECLINED'
  | 'WAITLISTED'
  | 'OFFERED'
  | 'EXPIRED'
  | 'SKIPPED'
  | 'ATTENDED'
  | 'NO_SHOW'
  | 'EXCUSED'
  | 'COMPLETED'
  | 'INSUFFICIENT'
  | 'MAKE_UP'
  | 'CANCELLED'

/** A person who is to attend a plan line, and the group they are in once there is one. */
export type EnrolmentTable = Recorded & {
  year: number
  lineNo: number
  personId: string
  trainingId: string | null
  via: 'TNA' | 'manager' | 'self' | 'unit' | 'waitlist' | 'proxy'
  state: EnrolmentState
}

/** Days on which a unit can spare nobody. */
export type UnitDutyTable = Recorded & {
  unitId: string
  fromDate: string
  toDate: string
  half: 'none' | 'am' | 'pm'
  note: string | null
}

/** Seats of a group that are kept for the people of one unit. */
export type ReservedSeatTable = Recorded & {
  trainingId: string
  unitId: string
  seats: number
}

/** What a trainer said about a session, at the time for which she was asked. */
export type SessionAnswerTable = Recorded & {
  sessionId: string
  trainerId: string
  forDate: string
  half: 'none' | 'am' | 'pm'
  answer: 'ACCEPTED' | 'ALTERNATIVE' | 'DECLINED'
  note: string | null
}

export type DeliveryTables = {
  training: TrainingTable
  session: SessionTable
  enrolment: EnrolmentTable
  unitDuty: UnitDutyTable
  reservedSeat: ReservedSeatTable
  sessionAnswer: SessionAnswerTable
}
