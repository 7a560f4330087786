import type { PersonTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

const columns = [
  'id',
  'registryNo',
  'employmentType',
  'givenNames',
  'surname',
  'unitId',
  'titleId',
  'gender',
  'educationLevel',
  'hireDate',
  'leaveDate',
  'email',
  'phone',
  'active',
  'nationalIdSealed',
] as const

/** A member of staff as a staff list is compared with. */
export type StaffRecord = Pick<PersonTable, (typeof columns)[number]>

/** Everybody on record, also those who left. */
export const loadStaffRecords = (db: Reader): Promise<StaffRecord[]> =>
  db.selectFrom('person').select(columns).where('deletedAt', 'is', null).orderBy('id').execute()
