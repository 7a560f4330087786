import { describe, expect, test } from 'vitest'
import { compose } from '../../../src-core/notices/index.ts'
import type { Inputs, Outputs } from '../../../src-portal/pages/api.ts'
import { visitor } from '../academy.ts'
import { type CollectingOffice, freeze, openCollectingOffice, refusal } from './collecting-office.ts'

type MyNeeds = Outputs['needs']['myNeeds']
type Submit = Inputs['needs']['submitMyForm']

const asStaff = (id: string) => ({ connection: visitor(id, 'ST') })

const mine = (office: CollectingOffice, id = office.isik.id): Promise<MyNeeds> =>
  office.run('needs.myNeeds', undefined, asStaff(id))

async function send(office: CollectingOffice, lines: readonly object[], id = office.isik.id) {
  const formVersion = (await mine(office, id)).form?.rowVersion ?? null
  const input = { cycleId: office.cycleId, formVersion, lines } as unknown as Submit
  return office.run('needs.submitMyForm', input, asStaff(id)) as Promise<Outputs['needs']['submitMyForm']>
}

const wish = (fields: object, id: string | null = null) => ({ id, fields })

const mailsOf = (office: CollectingOffice) =>
  office.academy.opened.store.read((db) =>
    db.selectFrom('mail').select(['code', 'recipient', 'audience', 'data']).orderBy('id').execute(),
  )

describe('a member of staff and her own form', () => {
  test('what is typed is kept until it is sent, and a stale page cannot undo it', async () => {
    const office = await openCollectingOffice()
    const line = { ...emptyDraft, freeText: 'Excel', urgency: 3 }
    const save = (version: number) =>
      office.run('needs.saveMyDraft', { cycleId: office.cycleId, version, lines: [line] }, asStaff(office.isik.id))
    expect(await save(0)).toMatchObject({ version: 1 })
    expect((await mine(office)).draft).toMatchObject({ version: 1, lines: [{ freeText: 'Excel', urgency: 3 }] })
    expect(await refusal(save(0))).toBe('CONFLICT')
    expect((await mine(office, office.cagla.id)).draft).toBeNull()
    const log = await office.academy.opened.store.read((db) =>
      db
        .selectFrom('commandLog')
        .select('seq')
        .where('operation', '=', 'needs.saveMyDraft')
        .where('outcome', '=', 'done')
        .execute(),
    )
    expect(log).toEqual([])
  })

  test('sending in gives a receipt, marks the lines as from the portal, and is mailed to the sender', async () => {
    const office = await openCollectingOffice()
    const sent = await send(office, [
      wish({ topicId: office.excel.id, urgency: 4 }),
      wish({ freeText: 'Sunum hazırlama' }),
    ])
    expect(sent.receiptNo).toMatch(/^2027-[0-9A-Z]{8}$/)
    const { form } = await mine(office)
    expect(form).toMatchObject({ state: 'SUBMITTED', receiptNo: sent.receiptNo })
    expect(form?.lines.map(({ sources }) => sources[0]?.kind)).toEqual(['portal', 'portal'])
    expect(await mailsOf(office)).toMatchObject([
      { code: 'TNA-03', recipient: 'isik.sahin@belediye.example', audience: 'STAFF' },
    ])
  })

  test('sending again makes the lines what the form says; what also came another way stays', async () => {
    const office = await openCollectingOffice()
    await office.save(office.isik.id, [{ topicId: office.waste.id, note: 'kâğıt form' }])
    await send(office, [wish({ topicId: office.excel.id }), wish({ freeText: 'Sunum' })])
    const before = (await mine(office)).form?.lines ?? []
    expect(before).toHaveLength(3)
    const excel = before.find(({ topic }) => topic?.id === office.excel.id)
    await send(office, [wish({ topicId: office.excel.id, urgency: 5 }, excel?.id), wish({ topicId: office.waste.id })])
    const lines = (await mine(office)).form?.lines ?? []
    const told = lines.map(({ topic, urgency, sources }) => [
      topic?.code,
      urgency,
      sources.map(({ kind }) => kind).join(),
    ])
    expect(told.sort()).toEqual([
      ['BİL-003', 5, 'portal,portal'],
      ['ÇEV-002', null, 'proxy,portal'],
    ])
  })

  test('the same need twice, too many needs, and words that are already a topic’s name are seen', async () => {
    const office = await openCollectingOffice()
    const twice = send(office, [wish({ topicId: office.excel.id }), wish({ freeText: 'hesap TABLOSU' })])
    expect(await refusal(twice)).toBe('sameNeedTwice')
    const many = Array.from({ length: 6 }, (_, at) => wish({ freeText: `Konu ${at}` }))
    expect(await refusal(send(office, many))).toBe('tooManyLines')
    expect((await mine(office)).form).toBeNull()
  })

  test('the window is open to the minute, for eligible types, and for one’s own lines only', async () => {
    const office = await openCollectingOffice()
    expect((await mine(office, office.worker.id)).window).toBeNull()
    expect(await refusal(send(office, [wish({ freeText: 'Kaynak' })], office.worker.id))).toBe('NOT_FOUND')
    await send(office, [wish({ topicId: office.excel.id })])
    const foreign = (await mine(office)).form?.lines[0]?.id ?? ''
    expect(await refusal(send(office, [wish({ freeText: 'x' }, foreign)], office.cagla.id))).toBe('NOT_FOUND')
    office.setNow('2027-01-31T20:59:59.999Z')
    await send(office, [wish({ topicId: office.waste.id })], office.cagla.id)
    office.setNow('2027-01-31T21:00:00.000Z')
    expect(await refusal(send(office, [wish({ topicId: office.excel.id })], office.cagla.id))).toBe('collectingClosed')
    expect((await mine(office)).window?.collecting).toBe('late')
    await freeze(office)
    expect((await mine(office)).form).toMatchObject({ state: 'LOCKED_UNREVIEWED' })
  })
})

const emptyDraft = {
  id: null,
  topicId: null,
  topicName: null,
  freeText: '',
  external: false,
  reason: null,
  urgency: null,
  selfLevel: null,
  targetLevel: null,
  preferredQuarter: null,
  note: '',
}

async function leads(office: CollectingOffice, managerId: string) {
  const unit = office.department
  await office.run('people.changeUnit', { id: unit.id, rowVersion: unit.rowVersion, fields: { managerId } })
}

describe('a manager and the forms of her people', () => {
  test('she sees whoever answers to her, decides line by line, and a returned form comes back to its owner', async () => {
    const office = await openCollectingOffice()
    const boss = await office.addStaff({
      registryNo: '7',
      givenNames: 'Banu',
      surname: 'Ak',
      unitId: office.department.id,
    })
    const other = await office.addUnit({ code: 'FEN', name: 'Fen İşleri', managerId: office.cagla.id })
    const outside = await office.addStaff({ registryNo: '8', givenNames: 'Ece', surname: 'Ün', unitId: other.id })
    await leads(office, boss.id)
    await send(office, [wish({ topicId: office.excel.id }), wish({ freeText: 'Sunum' })])
    await send(office, [wish({ topicId: office.excel.id })], outside.id)
    const asBoss = { connection: visitor(boss.id, 'ST', 'UM') }
    const desk: Outputs['needs']['unitForms'] = await office.run('needs.unitForms', undefined, asBoss)
    expect(desk.forms.map(({ name, lines }) => [name, lines])).toEqual([['Işık Şahin', 2]])
    const [{ id } = { id: '' }] = desk.forms
    const foreign = { connection: visitor(office.cagla.id, 'ST', 'UM') }
    expect(await refusal(office.run('needs.unitForm', { id }, foreign))).toBe('NOT_FOUND')

    const open = async (): Promise<Outputs['needs']['unitForm']> => office.run('needs.unitForm', { id }, asBoss)
    const decide = async (more: object, connection = asBoss) =>
      office.run('needs.decideForm', { id, rowVersion: (await open()).form.rowVersion, ...more }, connection)
    expect(await refusal(decide({ decision: 'return', reason: 'Eksik' }, foreign))).toBe('NOT_FOUND')
    await decide({ decision: 'return', reason: 'Önceliği yazın' })
    expect((await mine(office)).form).toMatchObject({ state: 'RETURNED', returnReason: 'Önceliği yazın' })
    const again = ((await mine(office)).form?.lines ?? []).map(({ id: lineId, topic, freeText }) =>
      wish({ topicId: topic?.id ?? null, freeText, urgency: 5 }, lineId),
    )
    await send(office, again)
    const lines = (await open()).lines.map(({ id: lineId, rowVersion }, at) => ({
      id: lineId,
      rowVersion,
      approved: at === 0,
      priority: 4,
      reason: '',
    }))
    expect(await refusal(decide({ decision: 'approve', lines }))).toBe('refusalNeedsReason')
    await decide({ decision: 'approve', lines: lines.map((line) => ({ ...line, reason: 'Görevle ilgili değil' })) })
    expect((await mine(office)).form).toMatchObject({
      state: 'MANAGER_APPROVED',
      lines: [{ managerState: 'APPROVED' }, { managerState: 'REJECTED', managerReason: 'Görevle ilgili değil' }],
    })
    expect(await refusal(send(office, again))).toBe('formApproved')
  })

  test('she changes what was asked for with a reason, and ranks what all her people ask for in one list', async () => {
    const { office, asBoss } = await openBoss()
    await send(office, [wish({ topicId: office.excel.id }), wish({ freeText: 'Sunum' })])
    await send(office, [wish({ freeText: 'Arşiv' })], office.cagla.id)
    const { forms }: Outputs['needs']['unitForms'] = await office.run('needs.unitForms', undefined, asBoss)
    const id = forms.find(({ name }) => name === 'Işık Şahin')?.id ?? ''
    const open: Outputs['needs']['unitForm'] = await office.run('needs.unitForm', { id }, asBoss)
    const { rowVersion } = open.form
    const [excel, talk] = open.lines.map((line) => ({
      id: line.id,
      rowVersion: line.rowVersion,
      approved: true,
      priority: 3,
    }))
    const decide = (second: object) =>
      office.run(
        'needs.decideForm',
        { decision: 'approve', id, rowVersion, lines: [excel, { ...talk, ...second }] },
        asBoss,
      )
    const change = { topicId: office.waste.id, freeText: null }
    expect(await refusal(decide({ change }))).toBe('changeNeedsReason')
    const reason = 'Birimin önceliği bu konu'
    expect(await refusal(decide({ change: { ...change, topicId: office.excel.id }, reason }))).toBe('sameNeedTwice')
    await decide({ change, reason })
    expect((await mine(office)).form?.lines).toMatchObject([
      { topic: { code: 'BİL-003' }, managerState: 'APPROVED' },
      { topic: { code: 'ÇEV-002' }, managerState: 'CHANGED', managerReason: reason },
    ])

    const listed = async (): Promise<Outputs['needs']['unitWishes']> =>
      office.run('needs.unitWishes', undefined, asBoss)
    const { wishes } = await listed()
    expect(wishes.map(({ name, topic, priority }) => [name, topic, priority])).toEqual([
      ['Işık Şahin', 'Microsoft Excel Temel', 3],
      ['Işık Şahin', 'Atık Yönetimi ve Sıfır Atık', 3],
      ['Çağla İnce', 'Arşiv', null],
    ])
    const ranks = wishes.slice(1).map((one, at) => ({ id: one.id, rowVersion: one.rowVersion, priority: at + 4 }))
    await office.run('needs.rankWishes', { ranks }, asBoss)
    expect((await listed()).wishes.map(({ topic, priority }) => [topic, priority])).toEqual([
      ['Arşiv', 5],
      ['Atık Yönetimi ve Sıfır Atık', 4],
      ['Microsoft Excel Temel', 3],
    ])
    const foreign = { connection: visitor(office.cagla.id, 'ST', 'UM') }
    expect(await refusal(office.run('needs.rankWishes', { ranks }, foreign))).toBe('NOT_FOUND')
  })

  test('one mail a working day says what waits for her, and once, near the end, who has not answered', async () => {
    const { office } = await openBoss()
    await send(office, [wish({ topicId: office.excel.id })])
    const mail = () => office.run('needs.mailManagers')
    expect(await mail()).toEqual({ waiting: 1, silent: 0 })
    expect(await mail()).toEqual({ waiting: 0, silent: 0 })
    const told = (await mailsOf(office)).find(({ code }) => code === 'TNA-04')
    expect(told).toMatchObject({ code: 'TNA-04', recipient: 'banu@belediye.example', audience: 'STAFF' })
    expect(JSON.parse(told?.data ?? '')).toMatchObject({ count: 1, people: 'Işık Şahin', more: 0 })
    for (const language of ['tr', 'en'] as const)
      expect(compose('TNA-04', language, JSON.parse(told?.data ?? ''), 'https://p').text).toContain('Işık Şahin.')
    office.setNow('2026-12-19T07:00:00.000Z')
    expect(await mail(), 'a Saturday').toEqual({ waiting: 0, silent: 0 })
    office.setNow('2027-01-29T07:00:00.000Z')
    expect(await mail()).toEqual({ waiting: 1, silent: 1 })
    expect(await mail()).toEqual({ waiting: 0, silent: 0 })
    const last = (await mailsOf(office)).find(({ code }) => code === 'TNA-07')
    expect(last).toMatchObject({ recipient: 'banu@belediye.example', audience: 'STAFF' })
    expect(compose('TNA-07', 'tr', JSON.parse(last?.data ?? ''), 'https://p').text).toContain(
      '1 kişi henüz form göndermedi',
    )
    office.setNow('2027-02-01T07:00:00.000Z')
    expect(await mail()).toEqual({ waiting: 0, silent: 0 })
  })
})

/** The department led by somebody with an address. */
async function openBoss() {
  const office = await openCollectingOffice()
  const banu = { registryNo: '7', givenNames: 'Banu', surname: 'Ak', email: 'banu@belediye.example' }
  const boss = await office.addStaff({ ...banu, unitId: office.department.id })
  await leads(office, boss.id)
  return { office, asBoss: { connection: visitor(boss.id, 'ST', 'UM') } }
}
