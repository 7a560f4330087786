import { expect, test } from 'vitest'
import type { Availability } from '../../../src-core/courses/availability.ts'
import type { Trainer, TrainerFields, TrainerRow } from '../../../src-core/courses/trainer.ts'
import { openSmallOffice } from '../people/small-office.ts'
import { openSmallCatalogue, type Record, refusal } from './small-catalogue.ts'

const freelance = (name: string, rest: Partial<TrainerFields> = {}): TrainerFields => ({
  kind: 'freelance',
  personId: null,
  name,
  institution: null,
  email: null,
  phone: null,
  languages: ['tr'],
  dailyFeeMinor: 450_000,
  topicIds: [],
  ...rest,
})

test('an internal trainer bears the name and address of the staff record, once', async () => {
  const { run, isik } = await openSmallOffice()
  const fields = freelance('anything', { kind: 'internal', personId: isik.id, dailyFeeMinor: null })
  const { id }: Record = await run('courses.addTrainer', fields, { as: ['TO'] })
  const trainer: Trainer = await run('courses.getTrainer', { id }, { as: ['AU'] })
  expect(trainer).toMatchObject({
    name: 'Işık Şahin',
    institution: 'Eğitim Şube Müdürlüğü',
    registryNo: '000123',
    email: 'isik.sahin@belediye.example',
  })
  expect(await refusal(run('courses.addTrainer', fields))).toBe('trainerTwice')
  expect(await refusal(run('courses.addTrainer', { ...fields, personId: null }))).toBe('internalTrainerIsStaff')
})

test('a trainer who left the institution is marked, and not taken back', async () => {
  const { run, isik } = await openSmallOffice()
  const fields = freelance('', { kind: 'internal', personId: isik.id, name: 'Işık' })
  const { id }: Record = await run('courses.addTrainer', fields)
  await run('people.deactivateStaff', { id: isik.id, rowVersion: 1, leaveDate: '2026-12-01' })
  const page: { rows: TrainerRow[] } = await run('courses.listTrainers', {})
  expect(page.rows[0]).toMatchObject({ left: true, active: true })
  await run('courses.deactivateTrainer', { id, rowVersion: 1 })
  expect(await refusal(run('courses.reactivateTrainer', { id, rowVersion: 2 }))).toBe('trainerLeft')
})

test('a trainer is found by name in any spelling, and by institution', async () => {
  const { run } = await openSmallCatalogue()
  await run('courses.addTrainer', freelance('Işık Öğüt', { kind: 'university', institution: 'Yıldız Üniversitesi' }))
  for (const search of ['isik ogut', 'IŞIK', 'yildiz universitesi öğüt']) {
    const page: { total: number } = await run('courses.listTrainers', { search })
    expect(page.total).toBe(1)
  }
})

test('topics of a trainer are set as a whole, and retired ones are not newly given', async () => {
  const { run, excel, waste } = await openSmallCatalogue()
  const { id }: Record = await run('courses.addTrainer', freelance('Ada Can', { topicIds: [excel.id, waste.id] }))
  await run('courses.changeTrainer', { id, rowVersion: 1, fields: { topicIds: [waste.id] } })
  const trainer: Trainer = await run('courses.getTrainer', { id })
  expect(trainer.topics.map((topic) => topic.code)).toEqual(['ÇEV-002'])
  await run('courses.retireTopic', { ...waste, supersededById: null })
  expect(await refusal(run('courses.changeTrainer', { id, rowVersion: 1, fields: { phone: '555' } }))).toBe(
    'not refused',
  )
  expect(await refusal(run('courses.addTrainer', freelance('Başka', { topicIds: [waste.id] })))).toBe('topicNotOffered')
})

const iban = 'TR33 0006 1005 1978 6457 8413 26'

async function withAccount() {
  const catalogue = await openSmallCatalogue()
  const { run } = catalogue
  const { id }: Record = await run('courses.addTrainer', freelance('Ada Can'))
  const { sealed }: { sealed: string } = await run(
    'courses.sealTrainerSecret',
    { secret: 'iban', text: iban },
    { as: ['TO'] },
  )
  await run('courses.setTrainerSecret', { id, rowVersion: 1, secret: 'iban', sealed }, { as: ['TO'] })
  return { ...catalogue, id }
}

test('the account of a trainer is masked for who pays the fee and unknown to the others', async () => {
  const { run, id } = await withAccount()
  const seen = async (role: 'TO' | 'TM' | 'SA' | 'AU'): Promise<Trainer> =>
    run('courses.getTrainer', { id }, { as: [role] })
  expect((await seen('TM')).iban).toBe('TR33 **** 1326')
  for (const role of ['SA', 'AU'] as const) expect(await seen(role)).not.toHaveProperty('iban')
  expect(await refusal(run('courses.showTrainerSecret', { id, secret: 'iban' }, { as: ['AU'] }))).toBe('NOT_ALLOWED')
})

test('who looked at an account stands in the log, and the account itself nowhere', async () => {
  const { run, id, academy } = await withAccount()
  const shown = await run('courses.showTrainerSecret', { id, secret: 'iban' }, { as: ['TM'] })
  expect(shown).toEqual({ text: 'TR330006100519786457841326' })
  const log = await academy.opened.store.read(async (db) => ({
    commands: await db.selectFrom('commandLog').selectAll().execute(),
    changes: await db.selectFrom('commandChange').selectAll().execute(),
    trainers: await db.selectFrom('trainer').selectAll().execute(),
  }))
  expect(log.commands.at(-1)).toMatchObject({ operation: 'courses.showTrainerSecret', actorId: 'officer-TM' })
  expect(JSON.stringify(log)).not.toMatch(/0006\s?1005/)
})

test('a wrong account is refused, a doubtful identity number only marked', async () => {
  const { run } = await openSmallCatalogue()
  const seal = (secret: string, text: string) => run('courses.sealTrainerSecret', { secret, text })
  expect(await refusal(seal('iban', 'TR33 0006 1005 1978 6457 8413 27'))).toBe('ibanWrong')
  expect(await refusal(seal('identity', '123'))).toBe('identityShape')
  expect(await seal('identity', '80010112340')).toMatchObject({ fits: false })
  expect(await seal('identity', '123 456 789 50')).toMatchObject({ fits: true })
})

test('availability is stated for weekdays of a span and comes back for the month on screen', async () => {
  const { run } = await openSmallCatalogue()
  const { id }: Record = await run('courses.addTrainer', freelance('Ada Can'))
  const state = (rest: object) =>
    run('courses.stateAvailability', {
      trainerId: id,
      fromDate: '2027-01-01',
      toDate: '2027-06-30',
      half: 'am',
      kind: 'available',
      note: null,
      weekdays: [2, 4],
      ...rest,
    })
  await state({})
  await state({
    fromDate: '2027-02-01',
    toDate: '2027-02-28',
    kind: 'unavailable',
    half: 'none',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
  })
  const february: { entries: Availability[] } = await run('courses.trainerAvailability', {
    trainerId: id,
    from: '2027-02-01',
    to: '2027-02-28',
  })
  expect(february.entries.map(({ id: _, ...entry }) => entry)).toEqual([
    { fromDate: '2027-02-01', toDate: '2027-02-28', half: 'none', kind: 'unavailable', note: null },
  ])
  const page: { rows: TrainerRow[] } = await run('courses.listTrainers', {})
  expect(page.rows[0]?.statedUntil).toBe('2027-06-29')
  expect(await refusal(state({ fromDate: '2027-03-02', toDate: '2027-03-01' }))).toBe('spanReversed')
})
