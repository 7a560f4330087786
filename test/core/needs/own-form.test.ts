import { describe, expect, test } from 'vitest'
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
