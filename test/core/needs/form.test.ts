import { expect, test } from 'vitest'
import type { PersonForm } from '../../../src-core/needs/collect.contract.ts'
import {
  type CollectingOffice,
  freeze,
  managerRole,
  officerRole,
  openCollectingOffice,
  refusal,
} from './collecting-office.ts'

const formOf = (office: CollectingOffice, personId: string): Promise<PersonForm> =>
  office.run('needs.personForm', { cycleId: office.cycleId, personId }, officerRole)

test('a form typed for somebody counts as sent in and shows what was asked for', async () => {
  const office = await openCollectingOffice()
  const line = {
    topicId: office.excel.id,
    reason: 'newDuty',
    urgency: 4,
    selfLevel: 2,
    targetLevel: 4,
    note: ' acele ',
  }
  expect(await office.save(office.isik.id, [line])).toMatchObject({ created: 1, merged: 0, duplicates: [] })
  const form = await formOf(office, office.isik.id)
  expect(form).toMatchObject({
    eligible: true,
    state: 'SUBMITTED',
    submittedAt: '2026-12-15T07:00:00.000Z',
    person: { name: 'Işık Şahin', unitName: 'Eğitim Şube Müdürlüğü', title: 'Memur' },
  })
  expect(form.lines).toMatchObject([
    {
      kind: 'topic',
      topic: { code: 'BİL-003' },
      reason: 'newDuty',
      urgency: 4,
      selfLevel: 2,
      targetLevel: 4,
      note: 'acele',
    },
  ])
  expect(form.lines[0]?.sources).toMatchObject([{ kind: 'proxy', reference: 'Officer TO' }])
})

test('the same need from two sources is one line with both marks', async () => {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ topicId: office.excel.id, urgency: 2, note: 'ilk' }])
  const paper = { source: 'paper', reference: 'F-118' }
  const again = [{ topicId: office.excel.id, urgency: 5, reason: 'legal', note: 'ikinci' }]
  expect(await office.save(office.isik.id, again, paper)).toMatchObject({ created: 0, merged: 1 })
  const { lines } = await formOf(office, office.isik.id)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ urgency: 5, reason: 'legal', note: 'ilk' })
  expect(lines[0]?.sources.map(({ kind, reference }) => `${kind} ${reference}`)).toEqual([
    'proxy Officer TO',
    'paper F-118',
  ])
})

test('free words in another spelling are the same need', async () => {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ freeText: 'Yapay Zekâ' }])
  expect(await office.save(office.isik.id, [{ freeText: 'yapay  ZEKA' }])).toMatchObject({ created: 0, merged: 1 })
})

test('words that are the name of a topic become that topic and stay as they were written', async () => {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ freeText: 'HESAP TABLOSU' }])
  const { lines } = await formOf(office, office.isik.id)
  expect(lines).toMatchObject([{ kind: 'topic', topic: { id: office.excel.id }, freeText: 'HESAP TABLOSU' }])
})

test('nobody gets more lines than the cycle allows, and a refused form writes nothing', async () => {
  const office = await openCollectingOffice()
  const six = ['Bir', 'İki', 'Üç', 'Dört', 'Beş', 'Altı'].map((freeText) => ({ freeText: `${freeText} konusu` }))
  expect(await refusal(office.save(office.isik.id, six))).toBe('tooManyLines')
  expect(await formOf(office, office.isik.id)).toMatchObject({ state: 'EMPTY', lines: [] })
  expect(await office.save(office.isik.id, six.slice(0, 5))).toMatchObject({ created: 5 })
  expect(await office.save(office.isik.id, six.slice(0, 1), { source: 'paper' })).toMatchObject({ merged: 1 })
  expect(await refusal(office.save(office.isik.id, [{ freeText: 'Yedinci' }]))).toBe('tooManyLines')
})

test('only who may ask can be entered', async () => {
  const office = await openCollectingOffice()
  expect(await refusal(office.save(office.worker.id, [{ topicId: office.excel.id }]))).toBe('personNotEligible')
  await office.run('people.deactivateStaff', { ...office.cagla, leaveDate: '2026-12-14' })
  expect(await refusal(office.save(office.cagla.id, [{ topicId: office.excel.id }]))).toBe('personInactive')
})

test('a form without lines says that the person needs nothing', async () => {
  const office = await openCollectingOffice()
  await office.save(office.cagla.id, [])
  expect(await formOf(office, office.cagla.id)).toMatchObject({ state: 'SUBMITTED', lines: [] })
})

test('a retired topic is refused', async () => {
  const office = await openCollectingOffice()
  await office.run('courses.retireTopic', { ...office.waste, supersededById: null }, managerRole)
  expect(await refusal(office.save(office.isik.id, [{ topicId: office.waste.id }]))).toBe('topicRetired')
})

test('a topic completed within the last 24 months is named as a duplicate, an older one is not', async () => {
  const office = await openCollectingOffice()
  const completed = (topicId: string, completedOn: string, certificateNo: string) =>
    office.run('people.addCompletedTraining', {
      personId: office.isik.id,
      topicId,
      name: certificateNo,
      provider: null,
      completedOn,
      lessonHoursTenths: null,
      certificateNo,
    })
  await completed(office.excel.id, '2025-03-01', 'KS-2025-000009')
  await completed(office.waste.id, '2024-12-14', 'KS-2024-000001')
  const { duplicates } = await office.save(office.isik.id, [{ topicId: office.excel.id }, { topicId: office.waste.id }])
  expect(duplicates).toMatchObject([{ name: 'KS-2025-000009', completedOn: '2025-03-01' }])
  expect((await formOf(office, office.isik.id)).trainings.map(({ recent }) => recent)).toEqual([true, false])
})

test('before the window opens and after it closed no officer enters a need', async () => {
  const office = await openCollectingOffice()
  office.setNow('2027-01-31T21:00:00.000Z')
  expect(await refusal(office.save(office.isik.id, [{ topicId: office.excel.id }]))).toBe('collectingClosed')
  await office.run('needs.createCycle', await office.run('needs.suggestCycle', { year: 2028 }), officerRole)
  const { cycles } = (await office.run('needs.listCycles')) as unknown as { cycles: { id: string; year: number }[] }
  const cycleId = cycles.find(({ year }) => year === 2028)?.id
  expect(await refusal(office.save(office.isik.id, [], { cycleId }))).toBe('collectingNotYet')
})

test('after closing the manager lets a need in with a written reason, until the cycle is frozen', async () => {
  const office = await openCollectingOffice()
  office.setNow('2027-02-01T08:00:00.000Z')
  const late = (exception: string | null) =>
    office.run(
      'needs.saveForm',
      {
        cycleId: office.cycleId,
        personId: office.isik.id,
        source: 'paper',
        lines: [{ topicId: office.excel.id }],
        exception,
      },
      managerRole,
    )
  expect(await refusal(late(null))).toBe('exceptionNeedsReason')
  expect(await late('Evrak kurye ile geç ulaştı')).toMatchObject({ created: 1 })
  const { lines } = await formOf(office, office.isik.id)
  expect(lines[0]?.sources[0]).toMatchObject({ kind: 'paper', exception: 'Evrak kurye ile geç ulaştı' })
  await freeze(office)
  expect(await refusal(late('Bir evrak daha bulundu'))).toBe('collectingOver')
})

test('while the window is open the manager herself enters nothing', async () => {
  const office = await openCollectingOffice()
  const input = { cycleId: office.cycleId, personId: office.isik.id, source: 'proxy', lines: [{ freeText: 'Python' }] }
  expect(await refusal(office.run('needs.saveForm', input, managerRole))).toBe('NOT_ALLOWED')
})

test('a typed text finds its topic by code, beginning, other wording and resemblance, in this order', async () => {
  const office = await openCollectingOffice()
  const names = async (text: string) => {
    const { matches } = (await office.run('needs.matchTopics', { text }, officerRole)) as unknown as {
      matches: { code: string; alias: string | null }[]
    }
    return matches.map(({ code, alias }) => (alias ? `${code} (${alias})` : code))
  }
  expect(await names('bil-003')).toEqual(['BİL-003'])
  expect(await names('ATIK yon')).toEqual(['ÇEV-002'])
  expect(await names('hesap')).toEqual(['BİL-003 (Hesap tablosu)'])
  expect(await names('excell')).toEqual(['BİL-003'])
  expect(await names('ğğğğğ')).toEqual([])
})
