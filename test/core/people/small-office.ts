import type { StaffFields } from '../../../src-core/people/staff.ts'
import type { UnitFields } from '../../../src-core/people/unit.ts'
import { openTestAcademy, type TestAcademy } from '../academy.ts'

export type Made = { readonly id: string; readonly rowVersion: number }

export const unitFields = (fields: Partial<UnitFields> & { code: string; name: string }): UnitFields => ({
  nameEn: null,
  kind: 'directorate',
  parentId: null,
  managerId: null,
  coordinatorId: null,
  costCentre: null,
  aliases: [],
  validFrom: null,
  validTo: null,
  ...fields,
})

export const staffFields = (
  fields: Partial<StaffFields> & Pick<StaffFields, 'registryNo' | 'givenNames' | 'surname' | 'unitId'>,
): StaffFields => ({
  employmentType: 'OFFICER',
  titleId: null,
  position: null,
  gender: null,
  educationLevel: null,
  hireDate: null,
  email: null,
  phone: null,
  managerOverrideId: null,
  ...fields,
})

/** Whatever runs operations as the program itself. */
export type Runs = { run(operation: string, input?: unknown): Promise<never> }

export type Furniture = {
  readonly department: Made
  readonly training: Made
  readonly records: Made
  readonly clerk: Made
  readonly isik: Made
  readonly cagla: Made
  addUnit(fields: Partial<UnitFields> & { code: string; name: string }): Promise<Made>
  addStaff(fields: Parameters<typeof staffFields>[0]): Promise<Made>
}

export type SmallOffice = TestAcademy & Furniture

/** A department of two directorates with two people in one of them. */
export async function furnish<A extends Runs>(academy: A): Promise<A & Furniture> {
  const addUnit = (fields: Parameters<typeof unitFields>[0]): Promise<Made> =>
    academy.run('people.addUnit', unitFields(fields))
  const addStaff = (fields: Parameters<typeof staffFields>[0]): Promise<Made> =>
    academy.run('people.addStaff', staffFields(fields))
  const department = await addUnit({ code: 'IKE', name: 'İnsan Kaynakları Dairesi Başkanlığı', kind: 'department' })
  const training = await addUnit({ code: 'IKE-03', name: 'Eğitim Şube Müdürlüğü', parentId: department.id })
  const records = await addUnit({ code: 'IKE-04', name: 'Özlük Şube Müdürlüğü', parentId: department.id })
  const clerk: Made = await academy.run('people.addTitle', {
    code: 'U028',
    name: 'Memur',
    nameEn: 'Clerk',
    staffStatus: 'memur',
    serviceClass: 'GİH',
    level: 'L5',
  })
  const isik = await addStaff({
    registryNo: '000123',
    givenNames: 'Işık',
    surname: 'Şahin',
    unitId: training.id,
    titleId: clerk.id,
    email: 'isik.sahin@belediye.example',
    hireDate: '2010-03-01',
  })
  const cagla = await addStaff({ registryNo: '000124', givenNames: 'Çağla', surname: 'İnce', unitId: training.id })
  return { ...academy, department, training, records, clerk, isik, cagla, addUnit, addStaff }
}

/** The same in an academy of its own. */
export const openSmallOffice = async (): Promise<SmallOffice> => furnish(await openTestAcademy())
