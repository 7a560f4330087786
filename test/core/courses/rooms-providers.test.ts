import { expect, test } from 'vitest'
import { needsPermission, type Provider, providerKinds } from '../../../src-core/courses/provider.ts'
import { clockText, minutesOfClock, type Room, type RoomFields } from '../../../src-core/courses/room.ts'
import { openSmallOffice } from '../people/small-office.ts'
import { openSmallCatalogue, type Record, refusal } from './small-catalogue.ts'

const roomFields = (rest: Partial<RoomFields>): RoomFields => ({
  code: 'D-101',
  name: 'Şehit Işık Salonu',
  venue: 'Saraçhane',
  address: null,
  capacity: 24,
  layout: 'uShape',
  equipment: ['Projeksiyon', 'Ses düzeni'],
  accessible: true,
  unitId: null,
  bookableFrom: 510,
  bookableTo: 1050,
  ...rest,
})

test('a room is found by name, building and equipment in any spelling', async () => {
  const { run } = await openSmallCatalogue()
  await run('courses.addRoom', roomFields({}))
  for (const search of ['isik', 'SARACHANE', 'ses duzeni', 'd-101']) {
    const page: { total: number } = await run('courses.listRooms', { search })
    expect(page.total).toBe(1)
  }
})

test('a room knows the unit it belongs to, and one that is unknown is refused', async () => {
  const { run, training } = await openSmallOffice()
  const { id }: Record = await run('courses.addRoom', roomFields({ unitId: training.id }))
  const room: Room = await run('courses.getRoom', { id })
  expect(room.unitName).toBe('Eğitim Şube Müdürlüğü')
  expect(await refusal(run('courses.addRoom', roomFields({ code: 'X', unitId: 'nobody' })))).toBe('NOT_FOUND')
})

test('two rooms never share a code, and hours end after they begin', async () => {
  const { run } = await openSmallCatalogue()
  await run('courses.addRoom', roomFields({}))
  expect(await refusal(run('courses.addRoom', roomFields({ code: 'd-101', name: 'Başka' })))).toBe('roomCodeTaken')
  const late = roomFields({ code: 'D-102', bookableFrom: 1050, bookableTo: 510 })
  expect(await refusal(run('courses.addRoom', late))).toBe('roomHoursReversed')
})

test('equipment named twice counts once, and what is there is offered again', async () => {
  const { run } = await openSmallCatalogue()
  await run('courses.addRoom', roomFields({ equipment: ['Projeksiyon', 'PROJEKSİYON', 'Çizim tahtası'] }))
  expect(await run('courses.roomFacets')).toEqual({
    venues: ['Saraçhane'],
    equipment: ['Çizim tahtası', 'Projeksiyon'],
  })
})

test('a room that is closed stays in the list and can be opened again', async () => {
  const { run } = await openSmallCatalogue()
  const room: Record = await run('courses.addRoom', roomFields({}))
  await run('courses.deactivateRoom', room)
  const closed: Room = await run('courses.getRoom', { id: room.id })
  expect(closed.active).toBe(false)
  expect(await refusal(run('courses.reactivateRoom', room))).toBe('CONFLICT')
  await run('courses.reactivateRoom', { id: room.id, rowVersion: closed.rowVersion })
})

test('clock times are read as people write them', () => {
  expect(['9:30', '09.30', '0930', '9', '24:00', '9:30:00'].map(minutesOfClock)).toEqual([
    570, 570, 570, 540, 1440, 570,
  ])
  expect(['25:00', '9:75', 'sabah', ''].map(minutesOfClock)).toEqual([undefined, undefined, undefined, undefined])
  expect(clockText(570)).toBe('09:30')
})

test('permission is asked for of associations, foundations and companies, not of unions of municipalities', () => {
  expect(providerKinds.filter(needsPermission)).toEqual(['association', 'foundation', 'company'])
})

test('a provider is entered once, keeps its contacts, and knows the topics that name it', async () => {
  const { run, excel } = await openSmallCatalogue()
  const fields = {
    name: 'Işık Üniversitesi SEM',
    kind: 'university',
    permissionRequired: false,
    contacts: [{ name: 'Çağla İnce', duty: 'Eğitim sorumlusu', email: 'c.ince@uni.example', phone: '' }],
  }
  const { id }: Record = await run('courses.addProvider', fields)
  expect(await refusal(run('courses.addProvider', { ...fields, name: 'IŞIK ÜNİVERSİTESİ sem' }))).toBe(
    'providerNameTaken',
  )
  await run('courses.changeTopic', { ...excel, fields: { defaultProviderId: id } })
  const provider: Provider = await run('courses.getProvider', { id })
  expect(provider).toMatchObject({ topics: 1, contacts: [{ email: 'c.ince@uni.example', phone: null }] })
  const found: { total: number } = await run('courses.listProviders', { search: 'cagla' })
  expect(found.total).toBe(1)
})

test('a provider that no longer works with the academy is not newly chosen for a topic', async () => {
  const { run, excel } = await openSmallCatalogue()
  const provider: Record = await run('courses.addProvider', {
    name: 'Eski Şirket',
    kind: 'company',
    permissionRequired: true,
    contacts: [],
  })
  await run('courses.deactivateProvider', provider)
  const choose = run('courses.changeTopic', { ...excel, fields: { defaultProviderId: provider.id } })
  expect(await refusal(choose)).toBe('providerInactive')
})
