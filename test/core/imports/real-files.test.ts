import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import { fieldNames } from '../../../src-core/imports/field-names.ts'
import {
  answerReader,
  type FieldKey,
  type PartialMapping,
  type Proposal,
  proposeMapping,
  readTable,
  type TableRow,
  targetField,
  textOf,
} from '../../../src-core/imports/index.ts'
import { numberStyle, parseNumber } from '../../../src-core/kernel/numbers.ts'
import type { SheetRow } from '../../../src-core/kernel/sheet.ts'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'

const folder = new URL('../../fixtures/workbooks/', import.meta.url)
const fields = (Object.keys(fieldNames) as FieldKey[]).map((key) => targetField(key))

type ReadFile = {
  readonly proposal: Proposal
  readonly rows: readonly TableRow[]
  readonly issues: readonly { code: string }[]
}

async function readFile(fileName: string, chosen: PartialMapping = {}): Promise<ReadFile> {
  const workbook = await openWorkbook(readFileSync(new URL(fileName, folder)), { fileName })
  const info = workbook.info.sheets[0]
  if (!info) throw new Error('no sheet')
  const rows: SheetRow[] = [...workbook.rows(0)].flat()
  workbook.close()
  const { proposal, issues } = proposeMapping(info, rows, fields, { chosen })
  if (!proposal) throw new Error('nothing proposed')
  const reader = readTable(proposal.table, info)
  const data = rows.flatMap((row) => reader.read(row) ?? [])
  return { proposal, rows: data, issues: [...issues, ...reader.finish()] }
}

/** The same file through a library and plain counting, without any of our code. */
function countByHand(fileName: string): { topics: Map<string, Map<string, number>>; people: number } {
  const sheet = read(readFileSync(new URL(fileName, folder))).Sheets.Sheet1
  if (!sheet) throw new Error('no sheet')
  const [header = [], ...rows] = utils.sheet_to_json<(string | number | undefined)[]>(sheet, { header: 1, raw: true })
  const topics = new Map<string, Map<string, number>>()
  header.forEach((title, column) => {
    const [question, topic] = String(title).split('not relevant.')
    if (!question?.includes('specify your training') || topic === undefined) return
    const levels = new Map<string, number>()
    for (const row of rows) {
      const answer = String(row[column] ?? '').trim()
      if (answer !== '') levels.set(answer, (levels.get(answer) ?? 0) + 1)
    }
    topics.set(topic.replaceAll('\u00a0', ' ').trim(), levels)
  })
  return { topics, people: rows.filter((row) => row.length > 0).length }
}

const survey = await readFile('sib-training-needs-survey-2026.xlsx')

describe('the survey of the Swiss Institute of Bioinformatics', () => {
  const { proposal, rows, issues } = survey
  const byHand = countByHand('sib-training-needs-survey-2026.xlsx')
  const { scale } = proposal.mapping
  if (!scale) throw new Error('no scale')
  const answer = answerReader(scale)

  test('is a wide sheet of 260 people, 33 topics and one column of free texts', () => {
    expect(proposal.mapping.layout).toBe('wide')
    expect(rows).toHaveLength(260)
    expect(byHand.people).toBe(260)
    expect(proposal.mapping.topics).toHaveLength(33)
    expect(proposal.mapping.topics.map((topic) => topic.topic)).toEqual([...byHand.topics.keys()])
    expect(proposal.mapping.freeTexts).toEqual([expect.stringContaining('Please list any topics that you need')])
    expect(proposal.mapping.fields).toMatchObject({ fullName: 'Name', email: 'Email', respondentId: 'Id' })
  })

  test('has a scale of five steps, the upper but one in two wordings', () => {
    expect(scale.levels).toEqual([
      { labels: ['Not needed'], urgency: null },
      { labels: ['Slightly needed'], urgency: 2 },
      { labels: ['Moderately needed'], urgency: 3 },
      { labels: ['Very needed', 'Highly needed'], urgency: 4 },
      { labels: ['Absolutely essential'], urgency: 5 },
    ])
    expect(issues).toMatchObject([{ code: 'W16', values: { labels: 'Very needed, Highly needed' } }])
  })

  test('gives for each topic and level the answers that plain counting gives', () => {
    for (const { column, topic } of proposal.resolved.topics) {
      const counted = new Map<string, number>()
      for (const row of rows) {
        const given = answer(row.cells[column])
        if (given.kind === 'blank') continue
        if (given.kind === 'other') throw new Error(`not of the scale: ${given.text}`)
        const label = textOf(row.cells[column])
        expect(scale.levels[given.level]?.labels).toContain(label)
        counted.set(label, (counted.get(label) ?? 0) + 1)
      }
      expect(counted, topic).toEqual(byHand.topics.get(topic))
    }
  })

  test('has 6,602 answers in all', () => {
    const levels = scale.levels.map((_, level) =>
      proposal.resolved.topics.reduce((sum, { column }) => {
        const of = rows.filter((row) => {
          const given = answer(row.cells[column])
          return given.kind === 'level' && given.level === level
        })
        return sum + of.length
      }, 0),
    )
    expect(levels).toEqual([2061, 956, 1234, 1223, 1128])
  })

  test('has questions about barriers and formats that are no needs', () => {
    const why = new Map(proposal.layout.ignored.map((one) => [one.column, one.why]))
    for (let column = 43; column <= 61; column++) expect(why.get(column)).toBe('otherScale')
  })
})

describe('the course list of NBIS', () => {
  test('goes through the mapping: proposed where names are known, settled by the officer where not', async () => {
    const { proposal, rows } = await readFile('nbis-elixir-training-survey-courses.xlsx', {
      fields: { note: 'Duration', headCount: 'nStudents' },
    })
    expect(proposal.mapping.layout).toBe('long')
    expect(rows).toHaveLength(48)
    expect(proposal.mapping.fields).toMatchObject({ topic: 'Course name', topicCode: 'Course ID', note: 'Duration' })
    const headCount = proposal.resolved.fields.get('headCount') ?? -1
    expect(parseNumber(rows[0]?.cells[headCount] ?? null)).toEqual({ kind: 'wrong', text: '0 to 20 students' })
  })
})

describe('a table of districts in Turkish numbers', () => {
  test.each(['bolgeler.tsv', 'bolgeler-1254.csv'])(
    '%s keeps its zeros and reads 5.461 as five thousand',
    async (file) => {
      const { proposal, rows } = await readFile(file, {
        fields: { unit: 'Bölge', unitCode: 'Kod', headCount: 'Nüfus' },
      })
      const cells = (name: string) => {
        const column = proposal.table.columns.find((one) => one.name === name)?.column ?? -1
        return rows.map((row) => row.cells[column] ?? null)
      }
      expect(proposal.resolved.missing).toEqual([])
      expect(cells('Kod').slice(0, 2)).toEqual(['07', '026'])
      expect(cells('Bölge')).toContain('Kâğıthane Yanı')
      for (const [name, first] of [
        ['Alan (km²)', 5461],
        ['Nüfus', 15519267],
        ['Kişi/km²', 2841.83],
      ] as const) {
        const style = numberStyle(cells(name))
        expect(style).toBe('tr')
        expect(parseNumber(cells(name)[0] ?? null, style)).toEqual({ kind: 'number', value: first, ambiguous: false })
      }
    },
  )
})

describe('one request form written by many programs', () => {
  test.each([
    'talepler-openpyxl.xlsx',
    'talepler-libreoffice.xlsx',
    'talepler-libreoffice.xls',
    'talepler-libreoffice.ods',
    'talepler-gnumeric.xlsx',
    'talepler-gnumeric.ods',
    'talepler-gnumeric-95.xls',
    'talepler-exceljs.xlsx',
    'talepler-sheetjs.xlsb',
  ])('%s: the title is no header, merged units reach their rows, zeros stay, hidden rows are named', async (file) => {
    const { proposal, rows, issues } = await readFile(file)
    expect(proposal.table.above).toEqual(['2027 YILI EĞİTİM İHTİYAÇ FORMU'])
    expect(proposal.mapping).toMatchObject({
      layout: 'long',
      fields: {
        unit: 'Birim',
        registryNo: 'Sicil No',
        fullName: 'Adı Soyadı',
        topic: 'Eğitim Konusu',
        urgency: 'Öncelik',
      },
    })
    const at = (field: string, row: number) => rows[row]?.cells[proposal.resolved.fields.get(field) ?? -1]
    expect(rows.slice(0, 3).map((row) => row.row)).toEqual([3, 4, 6])
    expect([0, 1, 2].map((row) => at('unit', row))).toEqual([
      'Fen İşleri Müdürlüğü',
      'Fen İşleri Müdürlüğü',
      'Zabıta Dairesi Başkanlığı',
    ])
    expect([0, 1, 2].map((row) => at('registryNo', row))).toEqual(['00012345', '00012346', '07'])
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'W14', values: { what: 'rows', names: '6', count: 1 } }),
    )
    expect(textOf(at('topic', 1))).toBe('Etkili iletişim (2. grup)')
  })
})
