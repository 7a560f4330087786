import { expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import type { NeedDetail, NeedRow } from '../../../src-core/needs/need-list.contract.ts'
import { type CollectingOffice, managerRole, officerRole, openCollectingOffice, refusal } from './collecting-office.ts'

async function withNeeds(): Promise<CollectingOffice> {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [
    { topicId: office.excel.id, urgency: 2, reason: 'legal' },
    { freeText: 'İleri sürüş', urgency: 5 },
  ])
  await office.save(office.cagla.id, [{ topicId: office.waste.id, urgency: 4, preferredQuarter: 2 }], {
    source: 'paper',
    reference: 'F-7',
  })
  await office.run('needs.addUnitNeed', {
    cycleId: office.cycleId,
    fields: { unitId: office.records.id, freeText: 'Arşiv düzeni', headcount: 7 },
  })
  return office
}

const list = (
  office: CollectingOffice,
  page: object = {},
  more: object = {},
): Promise<{ rows: NeedRow[]; total: number }> =>
  office.run('needs.listNeeds', { cycleId: office.cycleId, page, ...more }, officerRole)

const asked = (rows: readonly NeedRow[]) => rows.map((row) => row.topicCode ?? row.freeText)

test('the list has the needs of people and of units in one order', async () => {
  const { rows, total } = await list(await withNeeds(), { sort: [{ column: 'person' }] })
  expect(total).toBe(4)
  expect(rows.map(({ personName, unitName, headcount }) => [personName ?? unitName, headcount])).toEqual([
    ['Çağla İnce', 1],
    ['Işık Şahin', 1],
    ['Işık Şahin', 1],
    ['Özlük Şube Müdürlüğü', 7],
  ])
})

test('topics sort in Turkish order with wordings that have none behind them', async () => {
  const office = await withNeeds()
  await office.save(office.cagla.id, [{ freeText: 'Çocuk hakları' }])
  const by = async (column: string, descending = false) =>
    asked((await list(office, { sort: [{ column, descending }] })).rows)
  expect(await by('topic')).toEqual(['ÇEV-002', 'BİL-003', 'Arşiv düzeni', 'Çocuk hakları', 'İleri sürüş'])
  expect((await by('urgency', true)).slice(0, 2)).toEqual(['İleri sürüş', 'ÇEV-002'])
})

test('pages neither repeat nor skip a row', async () => {
  const office = await withNeeds()
  const sort = [{ column: 'unit' }]
  const pages = await Promise.all([0, 1, 2, 3].map((start) => list(office, { start, end: start + 1, sort })))
  expect(new Set(pages.map(({ rows }) => rows[0]?.id)).size).toBe(4)
  expect(pages.every(({ total }) => total === 4)).toBe(true)
})

test('the search finds people, topics, units and wordings in any spelling, every word of it', async () => {
  const office = await withNeeds()
  const found = async (search: string) => asked((await list(office, { search })).rows)
  expect(await found('isik')).toEqual(['BİL-003', 'İleri sürüş'])
  expect(await found('ISIK surus')).toEqual(['İleri sürüş'])
  expect(await found('ozluk')).toEqual(['Arşiv düzeni'])
  expect(await found('000124')).toEqual(['ÇEV-002'])
  expect(await found('100%')).toEqual([])
})

test('filters narrow the list and its count: reason, urgency, source, unit with everything below', async () => {
  const office = await withNeeds()
  const found = async (filter: object, more: object = {}) => {
    const { rows, total } = await list(office, { filter, sort: [{ column: 'topic' }] }, more)
    expect(total).toBe(rows.length)
    return asked(rows)
  }
  expect(await found({ reason: { kind: 'oneOf', values: ['legal'] } })).toEqual(['BİL-003'])
  expect(await found({ urgency: { kind: 'between', from: 4 } })).toEqual(['ÇEV-002', 'İleri sürüş'])
  expect(await found({ 'source.paper': { kind: 'oneOf', values: [1] } })).toEqual(['ÇEV-002'])
  expect(await found({ topic: { kind: 'contains', text: 'ARSIV' } })).toEqual(['Arşiv düzeni'])
  expect(await found({ topic: { kind: 'empty', empty: true } })).toEqual(['Arşiv düzeni', 'İleri sürüş'])
  expect(await found({}, { unitId: office.records.id })).toEqual(['Arşiv düzeni'])
  expect(await found({}, { unitId: office.department.id })).toHaveLength(4)
})

test('a column that the list does not have is refused', async () => {
  const office = await withNeeds()
  expect(await refusal(list(office, { sort: [{ column: 'sources; drop table needLine' }] }))).toBe('INVALID_INPUT')
})

test('one need shows its sources, its person and whether it may still be changed', async () => {
  const office = await withNeeds()
  const { rows } = await list(office, { search: 'cagla' })
  const detail = (roles: typeof officerRole | typeof managerRole): Promise<NeedDetail> =>
    office.run('needs.getNeed', { id: rows[0]?.id }, roles)
  expect(await detail(officerRole)).toMatchObject({
    personName: 'Çağla İnce',
    employmentType: 'OFFICER',
    formState: 'SUBMITTED',
    sources: [{ kind: 'paper', reference: 'F-7' }],
    recentTraining: null,
    editable: true,
  })
  expect(await detail(managerRole)).toMatchObject({ editable: false })
  office.setNow('2027-02-01T08:00:00.000Z')
  expect(await detail(officerRole)).toMatchObject({ editable: false })
})

test('what the list shows leaves as a workbook, all pages of it, with foreign text as text', async () => {
  const office = await withNeeds()
  await office.save(office.isik.id, [{ freeText: '=HYPERLINK("http://kotu.example")' }])
  const page = { search: 'isik', sort: [{ column: 'urgency' }] }
  const file: File = await office.run(
    'needs.exportNeeds',
    { cycleId: office.cycleId, page, language: 'en' },
    officerRole,
  )
  expect(file.name).toBe('needs-2027-2026-12-15.xlsx')
  const book = read(new Uint8Array(await file.arrayBuffer()), { cellFormula: true })
  const sheet = book.Sheets.Needs ?? {}
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
  expect(rows).toHaveLength(4)
  expect(rows[1]?.[6]).toBe('=HYPERLINK("http://kotu.example")')
  expect(Object.values(sheet).some((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toBe(false)
})

test('a workbook has the columns that are shown, in their order, and no others', async () => {
  const office = await withNeeds()
  const file: File = await office.run(
    'needs.exportNeeds',
    {
      cycleId: office.cycleId,
      page: { search: 'cagla' },
      columns: ['quarter', 'topic', 'source.paper', '__proto__', 'person'],
      language: 'tr',
    },
    officerRole,
  )
  const { Sheets } = read(new Uint8Array(await file.arrayBuffer()))
  expect(utils.sheet_to_json(Sheets.İhtiyaçlar ?? {}, { header: 1 })).toEqual([
    ['Çeyrek', 'Konu', 'Adı Soyadı'],
    [2, 'Atık Yönetimi ve Sıfır Atık', 'Çağla İnce'],
  ])
})

test('the administrator may not read what people ask for', async () => {
  const office = await withNeeds()
  const read = office.run('needs.listNeeds', { cycleId: office.cycleId, page: {} }, { as: ['SA'] })
  expect(await refusal(read)).toBe('NOT_ALLOWED')
})

test('a line shows what was decided for its group, and is found by it', async () => {
  const office = await withNeeds()
  const decide = (demands: readonly object[], decision: string, reason: string | null) =>
    office.run('needs.decide', { cycleId: office.cycleId, demands, decision, reason }, managerRole)
  await decide([{ topicId: office.excel.id, freeTextKey: null }], 'PLAN', null)
  await decide([{ topicId: null, freeTextKey: 'arsiv duzeni' }], 'DEFER', 'budget')
  const filter = { outcome: { kind: 'oneOf', values: ['PLANNED', 'DEFERRED'] } }
  const { rows } = await list(office, { filter, sort: [{ column: 'topic' }] })
  expect(rows.map((row) => [row.topicCode ?? row.freeText, row.outcome])).toEqual([
    ['BİL-003', 'PLANNED'],
    ['Arşiv düzeni', 'DEFERRED'],
  ])
  expect(await office.run('needs.getNeed', { id: rows[1]?.id }, officerRole)).toMatchObject({ outcomeReason: 'budget' })
  const { counts } = (await office.run('needs.getCycle', { id: office.cycleId })) as unknown as { counts: object }
  expect(counts).toMatchObject({ lines: 4, undecided: 2 })
})
