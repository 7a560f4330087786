import { expect, test } from 'vitest'
import type { StaffDetail, StaffOption, StaffRow } from '../../../src-core/people/staff.ts'
import { openSmallOffice, staffFields } from './small-office.ts'

type Page = { readonly rows: readonly StaffRow[]; readonly total: number }
type Found = { readonly staff: readonly StaffOption[] }

const broken = (rule: string, details?: object) =>
  expect.objectContaining({ code: 'RULE_BROKEN', data: details ? { rule, details } : { rule } })

test('any spelling finds a name, and so does a part of the registry number or the address', async () => {
  const office = await openSmallOffice()
  for (const search of ['isik', 'IŞIK', 'ışık', 'şahin ışık', '0123', 'ISIK.SAHIN@']) {
    const page: Page = await office.run('people.listStaff', { search })
    expect(
      page.rows.map(({ surname }) => surname),
      search,
    ).toEqual(['Şahin'])
  }
  expect(await office.run('people.listStaff', { search: 'işil' })).toEqual({ rows: [], total: 0 })
})

test('a list is filtered per column and by a unit with everything below it', async () => {
  const office = await openSmallOffice()
  await office.addStaff({
    registryNo: '000123',
    employmentType: 'WORKER',
    givenNames: 'Umut',
    surname: 'Akın',
    unitId: office.records.id,
    hireDate: '2020-06-15',
  })
  const names = async (page: object) =>
    ((await office.run('people.listStaff', page)) as Page).rows.map(({ givenNames }) => givenNames)
  expect(await names({ unitId: office.department.id, sort: [{ column: 'name' }] })).toEqual(['Çağla', 'Işık', 'Umut'])
  expect(await names({ unitId: office.records.id })).toEqual(['Umut'])
  expect(
    await names({
      filter: { unit: { kind: 'oneOf', values: [office.training.id] } },
      sort: [{ column: 'name', descending: true }],
    }),
  ).toEqual(['Işık', 'Çağla'])
  expect(await names({ filter: { unit: { kind: 'contains', text: 'ozluk' } } })).toEqual(['Umut'])
  expect(await names({ filter: { employmentType: { kind: 'oneOf', values: ['WORKER'] } } })).toEqual(['Umut'])
  expect(await names({ filter: { title: { kind: 'oneOf', values: [office.clerk.id] } } })).toEqual(['Işık'])
  expect(await names({ filter: { title: { kind: 'empty', empty: true } }, sort: [{ column: 'name' }] })).toEqual([
    'Çağla',
    'Umut',
  ])
  expect(await names({ filter: { hireDate: { kind: 'between', from: '2015-01-01' } } })).toEqual(['Umut'])
  expect(await names({ filter: { name: { kind: 'contains', text: 'CAGLA' } } })).toEqual(['Çağla'])
  expect(
    await names({ filter: { registryNo: { kind: 'contains', text: '123' } }, sort: [{ column: 'employmentType' }] }),
  ).toEqual(['Işık', 'Umut'])
})

test('one registry number serves one person of an employment type, and keeps its zeros', async () => {
  const office = await openSmallOffice()
  const person = { givenNames: 'Ali', surname: 'Can', unitId: office.training.id }
  await expect(office.addStaff({ ...person, registryNo: '000123' })).rejects.toEqual(
    broken('registryTaken', { registryNo: '000123', name: 'Işık Şahin' }),
  )
  await office.addStaff({ ...person, registryNo: '123' })
  await office.addStaff({ ...person, registryNo: '000123', employmentType: 'COMPANY' })
  const page: Page = await office.run('people.listStaff', {
    search: '123',
    sort: [{ column: 'registryNo' }, { column: 'employmentType' }],
  })
  expect(page.rows.map(({ registryNo, employmentType }) => `${employmentType} ${registryNo}`)).toEqual([
    'OFFICER 000123',
    'COMPANY 000123',
    'OFFICER 123',
  ])
})

test('the same person keeps the registry number when something else is corrected', async () => {
  const office = await openSmallOffice()
  const answer = await office.run('people.changeStaff', {
    ...office.isik,
    fields: { registryNo: '000123', surname: 'Ünlü' },
  })
  expect(answer).toEqual({ rowVersion: 2 })
  const page: Page = await office.run('people.listStaff', { search: 'unlu isik' })
  expect(page.total).toBe(1)
})

test('several people move to another unit at once, or none does', async () => {
  const office = await openSmallOffice()
  await office.run('people.changeStaff', { ...office.cagla, fields: { phone: '1234' } })
  await expect(
    office.run('people.moveStaff', { people: [office.isik, office.cagla], unitId: office.records.id }),
  ).rejects.toMatchObject({ code: 'CONFLICT' })
  const before: Page = await office.run('people.listStaff', { unitId: office.records.id })
  expect(before.total).toBe(0)
  const answer = await office.run('people.moveStaff', {
    people: [office.isik, { ...office.cagla, rowVersion: 2 }],
    unitId: office.records.id,
  })
  expect(answer).toEqual({ moved: 2 })
})

test('somebody who left stays on record with the day of leaving, and can come back', async () => {
  const office = await openSmallOffice()
  await expect(office.run('people.deactivateStaff', { ...office.isik, leaveDate: '2010-02-28' })).rejects.toEqual(
    broken('leaveBeforeHire'),
  )
  await office.run('people.deactivateStaff', { ...office.isik, leaveDate: '2026-11-30' })
  const left: Page = await office.run('people.listStaff', { filter: { active: { kind: 'oneOf', values: [0] } } })
  expect(left.rows.map(({ id, leaveDate }) => [id, leaveDate])).toEqual([[office.isik.id, '2026-11-30']])
  const picker: Found = await office.run('people.searchStaff', { text: 'isik' })
  expect(picker.staff).toEqual([])
  await office.run('people.reactivateStaff', { id: office.isik.id, rowVersion: 2 })
  const person: StaffDetail = await office.run('people.getStaff', { id: office.isik.id })
  expect(person).toMatchObject({
    active: true,
    leaveDate: null,
    unitPath: ['İnsan Kaynakları Dairesi Başkanlığı', 'Eğitim Şube Müdürlüğü'],
  })
})

test('a picker finds registry numbers that begin so before names that contain it', async () => {
  const office = await openSmallOffice()
  await office.addStaff({ registryNo: '990001', givenNames: 'A 000124', surname: 'Aa', unitId: office.records.id })
  const { staff }: Found = await office.run('people.searchStaff', { text: '000124' })
  expect(staff.map(({ registryNo }) => registryNo)).toEqual(['000124', '990001'])
  const within: Found = await office.run('people.searchStaff', { text: '', unitId: office.records.id })
  expect(within.staff.map(({ registryNo }) => registryNo)).toEqual(['990001'])
})

test('a picker shows whom it holds, also somebody who left', async () => {
  const office = await openSmallOffice()
  await office.run('people.deactivateStaff', { ...office.isik, leaveDate: '2026-11-30' })
  const { staff }: Found = await office.run('people.searchStaff', { text: 'çağ', ids: [office.isik.id] })
  expect(staff.map(({ name, active }) => [name, active])).toEqual([
    ['Işık Şahin', false],
    ['Çağla İnce', true],
  ])
})

test('signs that mean something to the database are plain letters to a search', async () => {
  const office = await openSmallOffice()
  for (const text of ['%', '_', '\\', "'"]) {
    const { staff }: Found = await office.run('people.searchStaff', { text })
    expect(staff).toEqual([])
    expect(await office.run('people.listStaff', { search: text })).toEqual({ rows: [], total: 0 })
  }
})

test('nobody manages themselves', async () => {
  const office = await openSmallOffice()
  await expect(
    office.run('people.changeStaff', { ...office.isik, fields: { managerOverrideId: office.isik.id } }),
  ).rejects.toEqual(broken('staffManagesSelf'))
})

test('an address that is none is refused, an empty one is none', async () => {
  const office = await openSmallOffice()
  const person = staffFields({ registryNo: '5', givenNames: 'Ali', surname: 'Can', unitId: office.training.id })
  await expect(office.run('people.addStaff', { ...person, email: 'ali at belediye' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { issues: [{ path: 'email' }] },
  })
  const added: { id: string } = await office.run('people.addStaff', { ...person, email: '' })
  const row: StaffDetail = await office.run('people.getStaff', { id: added.id })
  expect(row.email).toBeNull()
})

test('a training taken elsewhere stands in the history until it is removed', async () => {
  const office = await openSmallOffice()
  const training = {
    personId: office.isik.id,
    topicId: null,
    name: 'İlk Yardım',
    provider: 'Kızılay',
    certificateNo: null,
    lessonHoursTenths: 160,
  }
  await office.run('people.addCompletedTraining', { ...training, completedOn: '2024-05-02' })
  await office.run('people.addCompletedTraining', { ...training, name: 'Yangın', completedOn: '2025-05-02' })
  const read = async () =>
    (
      (await office.run('people.trainingHistory', { personId: office.isik.id })) as {
        trainings: { id: string; name: string; rowVersion: number }[]
      }
    ).trainings
  const [latest, first] = await read()
  expect([latest?.name, first?.name]).toEqual(['Yangın', 'İlk Yardım'])
  await office.run('people.removeCompletedTraining', { id: latest?.id, rowVersion: latest?.rowVersion })
  expect((await read()).map(({ name }) => name)).toEqual(['İlk Yardım'])
})
