import { type StaffDetail, type StaffFields, staffFieldsSchema } from '../../../src-core/people/staff.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

/** What stands in the form of a member of staff. */
export type StaffValues = {
  readonly registryNo: string
  readonly employmentType: string | null
  readonly givenNames: string
  readonly surname: string
  readonly unitId: string | null
  readonly titleId: string | null
  readonly position: string
  readonly gender: string | null
  readonly educationLevel: string | null
  readonly hireDate: string | null
  readonly email: string
  readonly phone: string
  readonly managerOverrideId: string | null
}

export const newStaff = (unitId: string | null): StaffValues => ({
  registryNo: '',
  employmentType: 'OFFICER',
  givenNames: '',
  surname: '',
  unitId,
  titleId: null,
  position: '',
  gender: null,
  educationLevel: null,
  hireDate: null,
  email: '',
  phone: '',
  managerOverrideId: null,
})

export const valuesOf = (person: StaffDetail): StaffValues => ({
  registryNo: person.registryNo,
  employmentType: person.employmentType,
  givenNames: person.givenNames,
  surname: person.surname,
  unitId: person.unitId,
  titleId: person.titleId,
  position: person.position ?? '',
  gender: person.gender,
  educationLevel: person.educationLevel,
  hireDate: person.hireDate,
  email: person.email ?? '',
  phone: person.phone ?? '',
  managerOverrideId: person.managerOverride?.id ?? null,
})

export const staffProblems = (values: StaffValues): Problems<StaffValues> => schemaProblems(staffFieldsSchema, values)

/** Only for values without problems. */
export const staffFields = (values: StaffValues): StaffFields => staffFieldsSchema.parse(values)
