import { describe, expect, test } from 'vitest'
import { compose } from '../../../src-core/notices/index.ts'
import type { Inputs, Outputs } from '../../../src-portal/pages/api.ts'
import { visitor } from '../academy.ts'
import { type CollectingOffice, openCollectingOffice, refusal } from './collecting-office.ts'

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
