import type { Recorded } from './recorded.ts'

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

/** Somebody asks that data about her be erased, and what was answered. */
export type ErasureRequestTable = Recorded & {
  personId: string
  state: 'ASKED' | 'ANSWERED' | 'WITHDRAWN'
  askedAt: string
  /** In her own words. */
  wish: string | null
  /** JSON array of the kinds of data that were erased. */
  erased: string
  answer: string | null
  answeredAt: string | null
}

export type PeopleTables = {
  erasureRequest: ErasureRequestTable
  orgUnit: OrgUnitTable
  title: TitleTable
  person: PersonTable
  completedTraining: CompletedTrainingTable
}
