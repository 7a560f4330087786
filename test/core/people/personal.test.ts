import { expect, test } from 'vitest'
import type { StaffDetail } from '../../../src-core/people/staff.ts'
import { openSmallOffice, type SmallOffice } from './small-office.ts'

const number = '12345678950'

type Sealed = { readonly sealed: string; readonly fits: boolean }

const sealed = (office: SmallOffice, text: string): Promise<Sealed> =>
  office.run('people.sealPersonal', { field: 'nationalId', text }, { as: ['TO'] })

async function withNumber(): Promise<SmallOffice> {
  const office = await openSmallOffice()
  const { sealed: text } = await sealed(office, '123 456 789 50')
  await office.run('people.setPersonal', { ...office.isik, field: 'nationalId', sealed: text }, { as: ['TO'] })
  return office
}

test('an identity number is masked for the training officer and unknown to everybody else', async () => {
  const office = await withNumber()
  const detail = (role: 'TO' | 'SA' | 'TM' | 'AU') =>
    office.run('people.getStaff', { id: office.isik.id }, { as: [role] }) as Promise<StaffDetail>
  expect((await detail('TO')).nationalId).toBe('123******50')
  for (const role of ['SA', 'TM', 'AU'] as const) expect(await detail(role)).not.toHaveProperty('nationalId')
})

test('an identity number stands nowhere in the store as it is written', async () => {
  const office = await withNumber()
  const { store } = office.academy.opened
  const tables = await store.read(async (db) => [
    await db.selectFrom('person').selectAll().execute(),
    await db.selectFrom('commandLog').selectAll().execute(),
    await db.selectFrom('commandChange').selectAll().execute(),
    await db.selectFrom('outbox').selectAll().execute(),
  ])
  expect(JSON.stringify(tables)).not.toContain(number)
})

test('who looks at an identity number stands in the log', async () => {
  const office = await withNumber()
  const shown = await office.run('people.showPersonal', { id: office.isik.id, field: 'nationalId' }, { as: ['TO'] })
  expect(shown).toEqual({ text: number })
  await expect(
    office.run('people.showPersonal', { id: office.isik.id, field: 'nationalId' }, { as: ['TM'] }),
  ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  const log = await office.academy.opened.store.read((db) =>
    db
      .selectFrom('commandLog')
      .select(['actorId', 'outcome', 'input'])
      .where('operation', '=', 'people.showPersonal')
      .orderBy('seq')
      .execute(),
  )
  expect(log.map(({ actorId, outcome }) => `${actorId} ${outcome}`)).toEqual(['officer-TO done', 'officer-TM refused'])
  expect(log[0]?.input).toContain(office.isik.id)
})

test('a number whose check digits do not fit is a warning, one without eleven digits is none', async () => {
  const office = await openSmallOffice()
  expect((await sealed(office, '12345678951')).fits).toBe(false)
  expect((await sealed(office, number)).fits).toBe(true)
  await expect(sealed(office, '1234567895')).rejects.toMatchObject({ data: { rule: 'nationalIdShape' } })
})

test('the same number is sealed to another text each time', async () => {
  const office = await openSmallOffice()
  expect((await sealed(office, number)).sealed).not.toBe((await sealed(office, number)).sealed)
})

test('a note on support needs is kept sealed too, and is forgotten on request', async () => {
  const office = await openSmallOffice()
  const note: Sealed = await office.run(
    'people.sealPersonal',
    { field: 'disabilitySupport', text: 'Rampa gerekir' },
    { as: ['TO'] },
  )
  await office.run('people.setPersonal', { ...office.isik, field: 'disabilitySupport', sealed: note.sealed })
  const read = async () =>
    ((await office.run('people.getStaff', { id: office.isik.id }, { as: ['TO'] })) as StaffDetail).disabilitySupport
  expect(await read()).toBe(true)
  await office.run('people.setPersonal', {
    id: office.isik.id,
    rowVersion: 2,
    field: 'disabilitySupport',
    sealed: null,
  })
  expect(await read()).toBe(false)
})

test('a list never carries what is sealed', async () => {
  const office = await withNumber()
  const page: { rows: readonly object[] } = await office.run('people.listStaff', {}, { as: ['TO'] })
  expect(JSON.stringify(page)).not.toMatch(/nationalId|Sealed|123\*/)
})
