import { expect, test } from 'vitest'
import type { TitleRow } from '../../../src-core/people/title.ts'
import { openSmallOffice } from './small-office.ts'

type Page = { readonly rows: readonly TitleRow[]; readonly total: number }

test('titles show how many active people bear them', async () => {
  const office = await openSmallOffice()
  const page: Page = await office.run('people.listTitles', { search: 'MEMUR' })
  expect(page.rows).toMatchObject([{ code: 'U028', name: 'Memur', staff: 1, active: true }])
})

test('a title that somebody bears stays in use', async () => {
  const office = await openSmallOffice()
  await expect(office.run('people.deactivateTitle', office.clerk)).rejects.toMatchObject({
    data: { rule: 'titleHasStaff', details: { name: 'Memur', staff: 1 } },
  })
  await office.run('people.changeStaff', { ...office.isik, fields: { titleId: null } })
  await office.run('people.deactivateTitle', office.clerk)
  await expect(
    office.run('people.changeStaff', { ...office.cagla, fields: { titleId: office.clerk.id } }),
  ).rejects.toMatchObject({ data: { rule: 'staffTitleInactive', details: { name: 'Memur' } } })
  await office.run('people.reactivateTitle', { id: office.clerk.id, rowVersion: 2 })
  await office.run('people.changeStaff', { ...office.cagla, fields: { titleId: office.clerk.id } })
})

test('a title is found and ordered by its new name after it is renamed', async () => {
  const office = await openSmallOffice()
  await office.run('people.changeTitle', { ...office.clerk, fields: { name: 'Şube Görevlisi' } })
  const page: Page = await office.run('people.listTitles', { search: 'sube gorevlisi' })
  expect(page.rows).toMatchObject([{ name: 'Şube Görevlisi', rowVersion: 2 }])
  expect(await office.run('people.listTitles', { search: 'memur' })).toMatchObject({ total: 0 })
})

test('a code belongs to one title', async () => {
  const office = await openSmallOffice()
  await expect(
    office.run('people.addTitle', {
      code: 'u028',
      name: 'X',
      nameEn: null,
      staffStatus: null,
      serviceClass: null,
      level: null,
    }),
  ).rejects.toMatchObject({ data: { rule: 'titleCodeTaken', details: { name: 'Memur' } } })
})
