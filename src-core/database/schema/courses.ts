import type { Recorded } from './recorded.ts'

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

export type CoursesTables = {
  topic: TopicTable
  topicAlias: TopicAliasTable
  provider: ProviderTable
  trainer: TrainerTable
  trainerTopic: TrainerTopicTable
  trainerAvailability: TrainerAvailabilityTable
  room: RoomTable
  holiday: HolidayTable
}
