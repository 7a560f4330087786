import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import XLSX from 'xlsx'
import { fixture, openSmallAcademy, type SmallAcademy, sheetOf } from './import-academy.ts'

const header = [
  'Sicil No',
  'İstihdam Türü',
  'Adı Soyadı',
  'Eğitim Konusu',
  'Diğer Eğitim İhtiyacı',
  'Gerekçe',
  'Aciliyet',
]

type Staff = { registryNo: string; employmentType: string; givenNames: string; surname: string; id: string }

const typeWords: Readonly<Record<string, string>> = {
  OFFICER: 'Memur',
  CONTRACTED: 'Sözleşmeli',
  CANDIDATE_OFFICER: 'Aday memur',
  WORKER: 'İşçi',
}

/** Active people who may ask and have no line yet. */
async function freshPeople(academy: SmallAcademy, count: number, type = 'OFFICER'): Promise<Staff[]> {
  const { rows } = await academy.academy.opened.store.read((db) =>
    sql<Staff>`select id, "registryNo", "employmentType", "givenNames", surname from person
      where active = 1 and "employmentType" = ${type} and id not in (select "personId" from "needLine" where "personId" is not null) order by id limit ${count}`.execute(
      db,
    ),
  )
  expect(rows).toHaveLength(count)
  return rows
}

const rowOf = (person: Staff, topic: string | null, freeText: string | null = null, urgency: string | null = '4') => [
  person.registryNo,
  typeWords[person.employmentType] ?? '',
  `${person.givenNames} ${person.surname}`,
  topic,
  freeText,
  'Yasal zorunluluk',
  urgency,
]

const linesOf = async (academy: SmallAcademy, personIds: readonly string[]) =>
  academy.academy.opened.store.read((db) =>
    db
      .selectFrom('needLine')
      .selectAll()
      .where('personId', 'in', [...personIds])
      .where('deletedAt', 'is', null)
      .orderBy('id')
      .execute(),
  )

const refusal = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    return (error as { data: { rule?: string; problem?: string } }).data
  }
  throw new Error('Nothing was refused')
}

describe('a long sheet', () => {
  it('becomes one line a row, with the registry number as text', async () => {
    const academy = await openSmallAcademy()
    const [a, b] = (await freshPeople(academy, 2)) as [Staff, Staff]
    const file = await academy.upload(
      await sheetOf(header, [rowOf(a, 'BIL-004'), rowOf(b, null, 'Kaynak makinesi bakımı')]),
      'Fen İşleri.xlsx',
    )
    const checked = await academy.check(file)
    expect(checked.issues.filter((issue) => issue.severity === 'error')).toEqual([])
    expect(checked.counts).toMatchObject({ people: 2, lines: 2, created: 2, merged: 0, freeTexts: 1 })
    await academy.commit(file)
    const [one, other] = await linesOf(academy, [a.id, b.id])
    expect(one).toMatchObject({ kind: 'topic', urgency: 4, reason: 'legal', headcount: 1 })
    expect(other).toMatchObject({ kind: 'freeText', freeText: 'Kaynak makinesi bakımı', topicId: null })
    expect(JSON.parse(one?.sources ?? '[]')).toMatchObject([
      { kind: 'excel', reference: 'Fen İşleri.xlsx, Talepler, 2' },
    ])
  })

  it('names every wrong cell before anything is written, and writes nothing', async () => {
    const academy = await openSmallAcademy()
    const [a, b, c] = (await freshPeople(academy, 3)) as [Staff, Staff, Staff]
    const [worker] = (await freshPeople(academy, 1, 'WORKER')) as [Staff]
    const bytes = await sheetOf(header, [
      ['999999999', 'Memur', '', 'BIL-004', null, '', '3'],
      rowOf(a, 'Microsoft Excell İleri'),
      rowOf(b, 'BIL-004', null, 'dokuz'),
      rowOf(c, null),
      rowOf(worker, 'BIL-004'),
    ])
    const file = await academy.upload(bytes, 'hatalı.xlsx')
    const { issues } = await academy.check(file)
    const errors = issues.filter((issue) => issue.severity === 'error').map(({ code, cell }) => `${code} ${cell}`)
    expect(errors.sort()).toEqual(['E12 A2', 'E14 A6', 'E23 G4', 'E25 D5', 'E31 D3'])
    const meant = issues.find((issue) => issue.code === 'E31')
    expect(meant?.message).toContain('Excel')
    expect(await refusal(academy.commit(file))).toMatchObject({ rule: 'importHasErrors', details: { count: 5 } })
    expect(await linesOf(academy, [a.id, b.id, c.id])).toEqual([])
  })

  it('leaves rows with errors out when the officer says so', async () => {
    const academy = await openSmallAcademy()
    const [a] = (await freshPeople(academy, 1)) as [Staff]
    const file = await academy.upload(
      await sheetOf(header, [rowOf(a, 'BIL-004'), ['1', 'Memur', '', 'BIL-004', null, '', '3']]),
      'karışık.xlsx',
    )
    const { counts } = await academy.commit(file, { leaveOutErrors: true })
    expect(counts).toMatchObject({ created: 1, errors: 1 })
  })

  it('keeps one line with both marks when the same need comes again from another file', async () => {
    const academy = await openSmallAcademy()
    const [a] = (await freshPeople(academy, 1)) as [Staff]
    await academy.commit(await academy.upload(await sheetOf(header, [rowOf(a, 'BIL-004')]), 'bir.xlsx'))
    const second = await academy.upload(await sheetOf(header, [rowOf(a, 'Microsoft Excel İleri')], 'Liste'), 'iki.xlsx')
    const { counts } = await academy.commit(second)
    expect(counts).toMatchObject({ created: 0, merged: 1 })
    const lines = await linesOf(academy, [a.id])
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]?.sources ?? '[]').map((source: { reference: string }) => source.reference)).toEqual([
      'bir.xlsx, Talepler, 2',
      'iki.xlsx, Liste, 2',
    ])
  })

  it('changes nothing when the same file comes twice, and says that it came before', async () => {
    const academy = await openSmallAcademy()
    const [a] = (await freshPeople(academy, 1)) as [Staff]
    const file = await academy.upload(await sheetOf(header, [rowOf(a, 'BIL-004')]), 'bir.xlsx')
    const { batchId } = await academy.commit(file)
    const checked = await academy.check(file)
    expect(checked.importedBefore?.batchId).toBe(batchId)
    await academy.commit(file)
    const lines = await linesOf(academy, [a.id])
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]?.sources ?? '[]')).toHaveLength(1)
  })

  it('refuses lines beyond what the cycle allows a person', async () => {
    const academy = await openSmallAcademy()
    const [a] = (await freshPeople(academy, 1)) as [Staff]
    const topics = ['BIL-001', 'BIL-002', 'BIL-003', 'BIL-004', 'BIL-005', 'BIL-006']
    const { issues, counts } = await academy.check(
      await academy.upload(
        await sheetOf(
          header,
          topics.map((topic) => rowOf(a, topic)),
        ),
        'çok.xlsx',
      ),
    )
    expect(issues.map((issue) => issue.code)).toContain('E41')
    expect(counts.lines).toBe(5)
  })

  it('proposes a topic that nothing resembles, and adds it to the catalogue only as a proposal', async () => {
    const academy = await openSmallAcademy()
    const [a] = (await freshPeople(academy, 1)) as [Staff]
    const file = await academy.upload(await sheetOf(header, [rowOf(a, 'Kuyumculukta mine işçiliği')]), 'yeni.xlsx')
    const { counts } = await academy.commit(file)
    expect(counts.proposedTopics).toBe(1)
    const [line] = await linesOf(academy, [a.id])
    const topic = await academy.academy.opened.store.read((db) =>
      db
        .selectFrom('topic')
        .selectAll()
        .where('id', '=', line?.topicId ?? '')
        .executeTakeFirst(),
    )
    expect(topic).toMatchObject({ name: 'Kuyumculukta mine işçiliği', state: 'PROPOSED' })
  })

  it('takes people found by name only after the officer has confirmed them', async () => {
    const academy = await openSmallAcademy()
    const [a] = (await freshPeople(academy, 1)) as [Staff]
    const file = await academy.upload(
      await sheetOf(['Adı Soyadı', 'Eğitim Konusu'], [[`${a.givenNames} ${a.surname}`, 'BIL-004']]),
      'adlar.xlsx',
    )
    expect(await refusal(academy.commit(file))).toMatchObject({ rule: 'importNamesUnconfirmed' })
    expect((await academy.commit(file, { confirmNames: true })).counts.created).toBe(1)
  })
})

describe('undo', () => {
  it('gives back the state before the import, and leaves alone what changed since', async () => {
    const academy = await openSmallAcademy()
    const people = await freshPeople(academy, 3)
    const before = await academy.academy.opened.store.read((db) =>
      db.selectFrom('needLine').selectAll().where('deletedAt', 'is', null).orderBy('id').execute(),
    )
    const file = await academy.upload(
      await sheetOf(
        header,
        people.map((person) => rowOf(person, 'BIL-004')),
      ),
      'geri.xlsx',
    )
    const { batchId } = await academy.commit(file)
    const lines = await linesOf(
      academy,
      people.map((person) => person.id),
    )
    const touched = lines[1]
    await academy.run('needs.decideLines', { lineIds: [touched?.id], decision: 'PLAN' })
    const result = (await academy.run('imports.undo', { batchId })) as {
      removed: number
      kept: { id: string; because: string }[]
    }
    expect(result.kept).toContainEqual({ table: 'needLine', id: touched?.id, because: 'changedSince' })
    const after = await academy.academy.opened.store.read((db) =>
      db.selectFrom('needLine').selectAll().where('deletedAt', 'is', null).orderBy('id').execute(),
    )
    expect(after.filter((line) => line.id !== touched?.id)).toEqual(before)
    expect(await refusal(academy.run('imports.undo', { batchId }))).toMatchObject({ rule: 'importNotCommitted' })
  })
})

/** Counts the survey without any of our code: every cell of the 33 topic columns as SheetJS shows it. */
function countSurvey(bytes: Uint8Array) {
  const book = XLSX.read(bytes, { type: 'buffer' })
  const rows = XLSX.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] as XLSX.WorkSheet, {
    header: 1,
    raw: false,
    defval: '',
  })
  const words = [
    'Not needed',
    'Slightly needed',
    'Moderately needed',
    'Very needed',
    'Highly needed',
    'Absolutely essential',
  ]
  const clean = (cell: string) => cell.replaceAll('\u00a0', ' ').trim()
  const columns = (rows[0] ?? []).map((_, column) =>
    rows
      .slice(1)
      .map((row) => clean(row[column] ?? ''))
      .filter((cell) => cell !== ''),
  )
  const topics = columns.filter((cells) => cells.length > 0 && cells.every((cell) => words.includes(cell)))
  const levels = new Map<string, number>()
  for (const cell of topics.flat()) levels.set(cell, (levels.get(cell) ?? 0) + 1)
  return { people: rows.length - 1, topics, levels, answers: topics.flat().length }
}

describe('the survey of the Swiss Institute of Bioinformatics', () => {
  it('gives people, topics, answers and levels as a count made without our code', async () => {
    const academy = await openSmallAcademy()
    const bytes = await fixture('sib-training-needs-survey-2026.xlsx')
    const counted = countSurvey(bytes)
    const file = await academy.upload(bytes, 'sib-training-needs-survey-2026.xlsx')
    const { counts, issues, needsUnit } = await academy.check(file)
    expect([counts.people, counts.topics, counts.answers]).toEqual([260, 33, counted.answers])
    expect(counted.people).toBe(260)
    expect(counted.topics).toHaveLength(33)
    expect(counts.levels).toEqual({
      'Not needed': counted.levels.get('Not needed'),
      'Slightly needed': counted.levels.get('Slightly needed'),
      'Moderately needed': counted.levels.get('Moderately needed'),
      'Very needed / Highly needed':
        (counted.levels.get('Very needed') ?? 0) + (counted.levels.get('Highly needed') ?? 0),
      'Absolutely essential': counted.levels.get('Absolutely essential'),
    })
    const perTopic = Object.values(counts.topicAnswers).map((levels) =>
      Object.values(levels).reduce((sum, count) => sum + count, 0),
    )
    expect(perTopic).toEqual(counted.topics.map((cells) => cells.length))
    expect(issues.map((issue) => issue.code)).toContain('W16')
    expect(needsUnit).toBe(true)
  })

  it('becomes head-count needs of the chosen unit; skipped cells and the lowest level make none', async () => {
    const academy = await openSmallAcademy()
    const bytes = await fixture('sib-training-needs-survey-2026.xlsx')
    const counted = countSurvey(bytes)
    const file = await academy.upload(bytes, 'sib.xlsx')
    expect(await refusal(academy.commit(file))).toMatchObject({ rule: 'importNeedsUnit' })
    const { counts, batchId } = await academy.commit(file, { unitId: academy.unitId })
    expect(counts.freeTexts).toBeGreaterThan(0)
    const lines = await academy.academy.opened.store.read((db) =>
      db.selectFrom('needLine').selectAll().where('importId', '=', batchId).execute(),
    )
    const ofTopics = lines.filter((line) => line.topicId !== null)
    const wanted = counted.answers - (counted.levels.get('Not needed') ?? 0)
    expect(ofTopics.reduce((sum, line) => sum + line.headcount, 0)).toBe(wanted)
    expect(ofTopics).toHaveLength(33)
    expect(lines.every((line) => line.personId === null && line.unitId === academy.unitId)).toBe(true)
    const again = await academy.check(file, { unitId: academy.unitId, includeLowest: true })
    expect(again.counts.headcount).toBe(counted.answers + counts.freeTexts)
  })
})
