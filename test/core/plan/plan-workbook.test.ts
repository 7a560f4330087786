import { expect, test } from 'vitest'
import { type CellObject, read, utils, write } from 'xlsx'
import type { ListCheck, ListInspection } from '../../../src-core/courses/list-import.contract.ts'
import type { PlanLine } from '../../../src-core/plan/plan.ts'
import { openPreparedAcademy, type TestAcademy } from '../academy.ts'
import { refusal, topicFields } from '../courses/small-catalogue.ts'
import { unitFields } from '../people/small-office.ts'

const planner = { as: ['TO'] } as const

/** A catalogue of two topics, a unit, a trainer, and a plan of 2027 with one line. */
const prepare = async (academy: TestAcademy) => {
  const topic = (fields: Parameters<typeof topicFields>[0]) =>
    academy.run('courses.addTopic', topicFields(fields), planner)
  await topic({ code: 'BİL-003', name: 'Microsoft Excel Temel', lessonHoursTenths: 60 })
  await topic({ code: 'KİŞ-001', name: 'Etkili İletişim', nameEn: 'Effective Communication', lessonHoursTenths: 120 })
  await academy.run('people.addUnit', unitFields({ code: 'FEN', name: 'Fen İşleri Müdürlüğü', nameEn: 'Public Works' }))
  const plan = (await academy.run('plan.createPlan', { year: 2027 }, planner)) as { id: string }
  const fields = {
    name: 'Etik İlkeler',
    level: 'HALF_DAY',
    unitId: null,
    groups: 2,
    groupSize: 24,
    personsPlanned: 40,
    lessonHours: 3,
    quarter: 2,
    month: 5,
    providerId: null,
    trainerId: null,
    permissionNo: null,
    mode: 'classroom',
    responsible: 'Aylin Korkmaz',
    note: null,
  }
  await academy.run('plan.addLine', { planId: plan.id, topicId: null, source: 'management', fields }, planner)
  return { planId: plan.id }
}

const openOffice = async () => {
  const academy = await openPreparedAcademy(prepare)
  const { planId } = academy.facts
  const take = async (file: File) => {
    const { fileHash, fileName } = (await academy.run('imports.upload', { file }, planner)) as {
      fileHash: string
      fileName: string
    }
    return { planId, fileHash, fileName }
  }
  type Check = ListCheck & { currencies: readonly string[] }
  return {
    ...academy,
    planId,
    take,
    lines: async () => (await academy.run('plan.lines', { planId }, planner)) as PlanLine[],
    check: async (input: object) => (await academy.run('plan.checkLines', input, planner)) as Check,
    commit: async (input: object) =>
      (await academy.run('plan.commitLines', input, planner)) as { batchId: string; created: number; changed: number },
  }
}

type Grid = readonly (readonly (string | number | null)[])[]

/** A workbook as another program writes it. */
const foreign = (grid: Grid, merges: readonly string[] = []): File => {
  const sheet = utils.aoa_to_sheet(grid.map((row) => [...row]))
  sheet['!merges'] = merges.map((range) => utils.decode_range(range))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Training Plan')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Old'], ['x'], ['y']]), 'Archive')
  return new File(
    [new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)],
    'plan made elsewhere.xlsx',
  )
}

/** Blocks for two departments, the second with columns of its own; every shape of date, fee and priority that plans have. */
const elsewhere = foreign(
  [
    ['ANNUAL TRAINING PLAN'],
    [],
    ['Public Works'],
    ['S/N', 'Course', 'Date', 'Priority', 'Fee', 'No of Participants', 'Institution'],
    [1, '1.1 Effective Communication', '10-15 August', 'High', '1,500 USD', '20 to 40', 'Academy of Somewhere'],
    [2, '1.2 Bee Keeping', 'Aug,2024', 'P2', '€ 900', 12, ''],
    [3, 'BİL-003', '30 Mar-03 Apr 2026', 'Critical and urgent', '12.000 TL', 24, ''],
    [4, '2) Report Writing', '5 Days', 'whenever', '4500', 10, ''],
    [5, 'Crisis Management', 'TBD', '', '', '', ''],
    [6, 'Stress Management', 'in spring', 'Low', 'TBD', 15, ''],
    ['Total', '', '', '', '', 121, ''],
    [],
    ['Leadership Programmes'],
    ['Course', 'Duration', 'Month', 'Estimated Cost', 'No of Participants'],
    ['3.1 Coaching', '2 days', 'March', 3000, 15],
  ],
  ['A3:G3'],
)

test('a plan made elsewhere comes in block by block with every doubt at its cell, and nothing is guessed in silence', async () => {
  const office = await openOffice()
  const file = await office.take(elsewhere)
  const seen = (await office.run('plan.inspectLines', file, planner)) as ListInspection
  expect(seen).toMatchObject({ sheet: 'Training Plan', headerRow: 4 })
  const found = await office.check(file)
  const said = found.issues.map(({ code, cell }) => `${code} ${cell}`)
  expect(said).toEqual(
    expect.arrayContaining([
      'W48 ', // the other sheet
      ...['W41 B5', 'W39 C5', 'W39 D5', 'E46 E5', 'W39 F5', 'W35 G5'],
      ...['W41 B6', 'W42 B6', 'W44 C6', 'W39 D6', 'E46 E6'],
      ...['W44 C7', 'W39 C7', 'W39 D7'],
      ...['W41 B8', 'W42 B8', 'W39 C8', 'W35 D8', 'W39 E8'],
      ...['W43 C9', 'W42 B9', 'W40 F9'],
      ...['E47 C10', 'W35 E10'],
      'W15 A11',
      ...['W46 A14', 'W47 A15', 'W41 A15', 'W39 B15'],
    ]),
  )
  expect(found.counts).toMatchObject({ rows: 7, new: 4, errors: 3, wrongRows: 3 })
  expect(found.currencies).toEqual(['USD', 'EUR'])
  expect(await refusal(office.commit(file))).toBe('listHasErrors')

  const priced = { ...file, rates: { USD: 40, EUR: 45 }, leaveOutErrors: true }
  expect((await office.check(priced)).counts).toMatchObject({ new: 6, wrongRows: 1 })
  const { batchId, created } = await office.commit(priced)
  expect(created).toBe(6)
  const lines = new Map((await office.lines()).map((line) => [line.name, line]))
  const unit = 'Fen İşleri Müdürlüğü'
  expect(lines.get('Effective Communication')).toMatchObject({
    ...{ code: 'KİŞ-001', unit, month: 8, quarter: 3, personsPlanned: 40, lessonHours: 24, plannedMinor: 6_000_000 },
    ...{ score: 80, source: 'management', state: 'PROPOSED' },
  })
  expect(lines.get('Bee Keeping')).toMatchObject({ topicId: null, month: 8, score: 50, plannedMinor: 4_050_000 })
  expect(lines.get('Microsoft Excel Temel')).toMatchObject({
    code: 'BİL-003',
    month: 3,
    lessonHours: 30,
    plannedMinor: 1_200_000,
  })
  expect(lines.get('Report Writing')).toMatchObject({
    month: null,
    lessonHours: 30,
    plannedMinor: 450_000,
    score: null,
  })
  expect(lines.get('Crisis Management')).toMatchObject({ month: null, personsPlanned: 24, plannedMinor: 0 })
  expect(lines.get('Coaching')).toMatchObject({ unit: null, month: 3, lessonHours: 12, plannedMinor: 300_000 })
  expect(lines.get('Coaching')?.note).toContain('Leadership Programmes')
  expect(lines.has('Stress Management')).toBe(false)

  const again = await office.check(priced)
  expect(again.issues.filter(({ code }) => code === 'W45')).toHaveLength(6)
  expect(again.importedBefore).toMatchObject({ batchId })
  const corrected = (await office.run('plan.correctedLines', file, planner)) as File
  const notes = read(await corrected.arrayBuffer())
  expect(notes.SheetNames).toEqual(['Training Plan (1)', 'Training Plan (2)'])
  const wrong: CellObject | undefined = notes.Sheets['Training Plan (1)']?.E2
  expect(wrong?.c?.[0]?.t).toContain('USD')

  await office.run('imports.undo', { batchId }, planner)
  expect((await office.lines()).map(({ name }) => name)).toEqual(['Etik İlkeler'])
})

test('twelve month columns with marks, as officers draw a year, give each line its month', async () => {
  const office = await openOffice()
  const months = [
    'Ocak',
    'Şubat',
    'Mart',
    'Nisan',
    'Mayıs',
    'Haziran',
    'Temmuz',
    'Ağustos',
    'Eylül',
    'Ekim',
    'Kasım',
    'Aralık',
  ]
  const marks = (...at: number[]) => months.map((_, index) => (at.includes(index + 1) ? 'X' : null))
  const file = await office.take(
    foreign([
      ['Sıra No', 'Eğitimin Adı', 'Süre (saat)', 'Kişi Sayısı', ...months],
      [1, 'Etkili İletişim', 6, 20, ...marks(4)],
      [2, 'Microsoft Excel Temel', 12, 24, ...marks(9, 10)],
    ]),
  )
  const found = await office.check(file)
  expect(found.issues.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['W48 ', 'W39 E3'])
  await office.commit(file)
  const [, talk, excel] = await office.lines()
  expect([talk?.month, excel?.month]).toEqual([4, 9])
})

test('the plan goes out and comes back: unchanged it changes nothing, changed cells alone are written, and all is taken back', async () => {
  const office = await openOffice()
  const out = (await office.run('plan.exportLines', { planId: office.planId }, planner)) as File
  const bytes = await out.arrayBuffer()
  expect(read(bytes).SheetNames.slice(0, 2)).toEqual(['Oku', 'Plan'])
  const same = await office.check(await office.take(out))
  expect(same).toMatchObject({ sheet: 'Plan', counts: { rows: 1, same: 1, errors: 0, warnings: 0 }, changes: [] })

  const book = read(bytes)
  const grid = utils.sheet_to_json<string[]>(book.Sheets.Plan ?? {}, { header: 1 })
  const header = grid[0] ?? []
  const at = (name: string) => header.indexOf(name)
  const row = [...(grid[1] ?? [])]
  row[at('Kişi Sayısı')] = '60'
  row[at('Ay / Tarih')] = 'Ekim'
  row[at('Salon Gideri (₺)')] = '1500'
  row[at('Satır Durumu')] = 'İptal'
  const fresh: string[] = []
  fresh[at('Eğitim Kodu')] = 'BİL-003'
  fresh[at('Eğitim Konusu')] = 'Microsoft Excel Temel'
  fresh[at('Kişi Sayısı')] = '30'
  book.Sheets.Plan = utils.aoa_to_sheet([header, row, fresh])
  const file = await office.take(
    new File([new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)], 'plan.xlsx'),
  )
  const found = await office.check(file)
  expect(found.changes).toMatchObject([
    {
      kind: 'changed',
      fields: [
        { field: 'Kişi Sayısı', from: '40', to: '60' },
        { field: 'İstenen Dönem', from: '2', to: '4' },
        { field: 'Ay / Tarih', from: 'Mayıs', to: 'Ekim' },
        { field: 'Salon Gideri (₺)', to: '1.500,00 ₺' },
      ],
    },
    { kind: 'new', name: 'Microsoft Excel Temel' },
  ])
  expect(found.issues.map(({ code }) => code).sort()).toEqual(['W40', 'W49'])
  const [before] = await office.lines()
  const { batchId } = await office.commit(file)
  const [changed, added] = await office.lines()
  expect(changed).toMatchObject({ personsPlanned: 60, month: 10, quarter: 4, state: 'PROPOSED', groups: 2 })
  expect(changed?.plannedMinor).toBe((before?.plannedMinor ?? 0) + 150_000)
  expect(added).toMatchObject({ lineNo: 2, code: 'BİL-003', personsPlanned: 30, lessonHours: 6 })

  await office.run('imports.undo', { batchId }, planner)
  const [restored, ...others] = await office.lines()
  expect(others).toEqual([])
  expect(restored).toMatchObject({ personsPlanned: 40, month: 5, quarter: 2, plannedMinor: before?.plannedMinor })
})

test('a number the plan does not have is refused, and a locked plan keeps what an import wrote', async () => {
  const office = await openOffice()
  const row = (number: number, persons: number) => [number, 'Etik İlkeler', persons]
  const header = ['Plan Satır No', 'Eğitim Konusu', 'Kişi Sayısı']
  const wrong = await office.check(await office.take(foreign([header, row(77, 12), row(1, 50), row(1, 60)])))
  expect(wrong.issues.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['W48 ', 'E43 A2', 'E29 A4'])
  const { batchId } = await office.commit(await office.take(foreign([header, row(1, 50)])))
  for (const operation of ['sendToReview', 'submit']) {
    const [plan] = (await office.run('plan.plans', undefined, planner)) as { rowVersion: number }[]
    await office.run(`plan.${operation}`, { planId: office.planId, rowVersion: plan?.rowVersion }, { as: ['TM', 'TO'] })
  }
  expect(await refusal(office.run('imports.undo', { batchId }, planner))).toBe('planLocked')
  expect((await office.lines())[0]?.personsPlanned).toBe(50)
  expect(await refusal(office.commit(await office.take(foreign([header, row(1, 55)]))))).toBe('planLocked')
})

test('what a column was said to mean holds for the blocks below that have it too', async () => {
  const office = await openOffice()
  const file = await office.take(
    foreign([
      ['S/N', 'Course', 'Duration', 'Month', 'No of Participants', 'Kalem 7'],
      [1, 'Bee Keeping', '2 days', 'March', 12, 3000],
      [2, 'Report Writing', '1 day', 'May', 15, 3500],
      [],
      ['Course', 'Duration', 'Month', 'Kalem 7'],
      ['Coaching', '1 day', 'April', 4000],
    ]),
  )
  const mapping = { fields: { costFee: 'Kalem 7' } }
  await office.commit({ ...file, mapping })
  const planned = new Map((await office.lines()).map(({ name, plannedMinor }) => [name, plannedMinor]))
  expect(planned.get('Bee Keeping')).toBe(300_000)
  expect(planned.get('Coaching')).toBe(400_000)
})
