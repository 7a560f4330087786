import { expect, test } from 'vitest'
import type { UnitRow } from '../../../src-core/people/unit.ts'
import { openSmallOffice, unitFields } from './small-office.ts'

type Tree = { readonly units: readonly UnitRow[] }

const broken = (rule: string, details?: object) =>
  expect.objectContaining({ code: 'RULE_BROKEN', data: details ? { rule, details } : { rule } })

test('the tree lists parents before their children and counts the staff below each unit', async () => {
  const office = await openSmallOffice()
  await office.addStaff({ registryNo: '9', givenNames: 'Ali', surname: 'Can', unitId: office.department.id })
  const { units }: Tree = await office.run('people.listUnits', {}, { as: ['AU'] })
  expect(
    units.map(({ code, depth, staff, staffBelow, children }) => [code, depth, staff, staffBelow, children]),
  ).toEqual([
    ['IKE', 0, 1, 3, 2],
    ['IKE-03', 1, 2, 2, 0],
    ['IKE-04', 1, 0, 0, 0],
  ])
  expect(units[1]).toMatchObject({ parentName: 'İnsan Kaynakları Dairesi Başkanlığı', active: true, rowVersion: 1 })
})

test('siblings stand in Turkish order', async () => {
  const office = await openSmallOffice()
  for (const name of ['Zabıta', 'Çevre', 'Cadde', 'Şehir', 'Su', 'Ihlamur', 'İmar'])
    await office.addUnit({ code: `X-${name}`, name })
  const { units }: Tree = await office.run('people.listUnits', {})
  expect(units.filter(({ code }) => code.startsWith('X-')).map(({ name }) => name)).toEqual([
    'Cadde',
    'Çevre',
    'Ihlamur',
    'İmar',
    'Su',
    'Şehir',
    'Zabıta',
  ])
})

test('a code belongs to one unit, in any spelling', async () => {
  const office = await openSmallOffice()
  await expect(office.addUnit({ code: 'ike-03', name: 'Başka' })).rejects.toEqual(
    broken('unitCodeTaken', { code: 'ike-03', name: 'Eğitim Şube Müdürlüğü' }),
  )
})

test('another spelling cannot be that of two units', async () => {
  const office = await openSmallOffice()
  await office.run('people.changeUnit', {
    ...office.training,
    fields: { aliases: ['Eğitim Md.', 'egitim md.', 'IKE-03'] },
  })
  const unit: UnitRow = await office.run('people.getUnit', { id: office.training.id })
  expect(unit.aliases).toEqual(['Eğitim Md.'])
  await expect(
    office.run('people.changeUnit', { ...office.records, fields: { aliases: ['EĞİTİM MD.'] } }),
  ).rejects.toEqual(broken('unitAliasTaken', { alias: 'EĞİTİM MD.', name: 'Eğitim Şube Müdürlüğü' }))
})

test('a unit moves with everything below it, but never under itself', async () => {
  const office = await openSmallOffice()
  const top = await office.addUnit({ code: 'GS', name: 'Genel Sekreterlik', kind: 'generalSecretariat' })
  await office.run('people.changeUnit', { ...office.department, fields: { parentId: top.id } })
  const { units }: Tree = await office.run('people.listUnits', {})
  expect(units.map(({ code, depth }) => `${code} ${depth}`)).toEqual(['GS 0', 'IKE 1', 'IKE-03 2', 'IKE-04 2'])
  expect(units[2]?.path).toEqual(['Genel Sekreterlik', 'İnsan Kaynakları Dairesi Başkanlığı'])
  await expect(office.run('people.changeUnit', { ...top, fields: { parentId: office.training.id } })).rejects.toEqual(
    broken('unitUnderItself', { name: 'Genel Sekreterlik', parent: 'Eğitim Şube Müdürlüğü' }),
  )
})

test('a unit with people or units is not closed, and the refusal counts them', async () => {
  const office = await openSmallOffice()
  const close = (unit: { id: string; rowVersion: number }) =>
    office.run('people.deactivateUnit', { ...unit, validTo: null })
  await expect(close(office.training)).rejects.toEqual(
    broken('unitHasStaff', { name: 'Eğitim Şube Müdürlüğü', staff: 2 }),
  )
  await expect(close(office.department)).rejects.toEqual(
    broken('unitHasUnits', { name: 'İnsan Kaynakları Dairesi Başkanlığı', units: 2 }),
  )
  await close(office.records)
  const unit: UnitRow = await office.run('people.getUnit', { id: office.records.id })
  expect(unit).toMatchObject({ active: false, validTo: '2026-12-15', rowVersion: 2 })
  const shown: Tree = await office.run('people.listUnits', { withInactive: false })
  expect(shown.units.map(({ code }) => code)).toEqual(['IKE', 'IKE-03'])
})

test('a closed unit takes no people and no units until it is opened again', async () => {
  const office = await openSmallOffice()
  await office.run('people.deactivateUnit', { ...office.records, validTo: '2026-12-31' })
  await expect(
    office.addStaff({ registryNo: '7', givenNames: 'Ali', surname: 'Can', unitId: office.records.id }),
  ).rejects.toEqual(broken('staffUnitInactive', { name: 'Özlük Şube Müdürlüğü' }))
  await expect(office.addUnit({ code: 'N', name: 'Yeni', parentId: office.records.id })).rejects.toEqual(
    broken('unitParentInactive', { name: 'Özlük Şube Müdürlüğü' }),
  )
  await office.run('people.reactivateUnit', { id: office.records.id, rowVersion: 2 })
  await office.addStaff({ registryNo: '7', givenNames: 'Ali', surname: 'Can', unitId: office.records.id })
})

test('an end before the beginning is refused', async () => {
  const office = await openSmallOffice()
  await expect(
    office.addUnit({ code: 'N', name: 'Yeni', validFrom: '2026-05-01', validTo: '2026-04-30' }),
  ).rejects.toEqual(broken('unitValidityReversed'))
})

test('a unit is led by somebody who works here, and says so when that ends', async () => {
  const office = await openSmallOffice()
  await office.run('people.changeUnit', {
    ...office.training,
    fields: { managerId: office.isik.id, coordinatorId: office.isik.id },
  })
  const left = await office.run('people.deactivateStaff', { ...office.isik, leaveDate: '2026-12-01' })
  expect(left).toEqual({
    rowVersion: 2,
    leads: [
      { unitId: office.training.id, name: 'Eğitim Şube Müdürlüğü', as: 'manager' },
      { unitId: office.training.id, name: 'Eğitim Şube Müdürlüğü', as: 'coordinator' },
    ],
  })
  const unit: UnitRow = await office.run('people.getUnit', { id: office.training.id })
  expect(unit.manager).toEqual({ id: office.isik.id, name: 'Işık Şahin', active: false })
  await expect(
    office.run('people.changeUnit', { ...office.records, fields: { managerId: office.isik.id } }),
  ).rejects.toEqual(broken('unitLeaderInactive', { name: 'Işık Şahin' }))
})

test('two officers on one unit: the second is told instead of overwriting', async () => {
  const office = await openSmallOffice()
  await office.run('people.changeUnit', { ...office.training, fields: { nameEn: 'Training' } })
  await expect(
    office.run('people.changeUnit', { ...office.training, fields: { nameEn: 'Other' } }),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { entity: 'orgUnit', expected: 1, actual: 2 },
  })
})

test('a change of nothing is no change', async () => {
  const office = await openSmallOffice()
  const answer = await office.run('people.changeUnit', {
    ...office.training,
    fields: { name: ' Eğitim Şube Müdürlüğü ' },
  })
  expect(answer).toEqual({ rowVersion: 1 })
})

test('everybody who is signed in reads units, the training officer alone adds them', async () => {
  const office = await openSmallOffice()
  for (const role of ['SA', 'TM', 'CR', 'DC', 'EC', 'AU'] as const) {
    const { units }: { units: readonly unknown[] } = await office.run('people.unitOptions', undefined, { as: [role] })
    expect(units).toHaveLength(3)
    await expect(
      office.run('people.addUnit', unitFields({ code: 'N', name: 'Yeni' }), { as: [role] }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  }
})
