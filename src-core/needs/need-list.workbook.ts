import { istanbulDate } from '../kernel/dates.ts'
import type { OutCell, OutColumn, WorkbookSpec } from '../kernel/workbook-spec.ts'
import type { NeedRow } from './need-list.contract.ts'
import { type Language, needWords } from './need-words.ts'

const headers = {
  tr: {
    sheet: 'İhtiyaçlar',
    file: 'ihtiyaclar',
    registryNo: 'Sicil No',
    person: 'Adı Soyadı',
    employment: 'İstihdam Türü',
    unit: 'Birim',
    topicCode: 'Konu Kodu',
    topic: 'Konu',
    freeText: 'Serbest Metin',
    headcount: 'Kişi Sayısı',
    reason: 'Gerekçe',
    urgency: 'Aciliyet',
    quarter: 'Çeyrek',
    sources: 'Geliş Yolu',
    outcome: 'Sonuç',
    enteredAt: 'Giriş Tarihi',
  },
  en: {
    sheet: 'Needs',
    file: 'needs',
    registryNo: 'Registry No',
    person: 'Name',
    employment: 'Employment',
    unit: 'Unit',
    topicCode: 'Topic Code',
    topic: 'Topic',
    freeText: 'Free Text',
    headcount: 'Persons',
    reason: 'Reason',
    urgency: 'Urgency',
    quarter: 'Quarter',
    sources: 'Came By',
    outcome: 'Outcome',
    enteredAt: 'Entered On',
  },
} as const

type Words = (typeof headers)[Language] & { readonly of: (typeof needWords)[Language] }

type Column = OutColumn & { readonly cell: (row: NeedRow) => OutCell }

const text = (header: string, width: number, cell: Column['cell']): Column => ({ header, width, type: 'text', cell })

const whole = (header: string, width: number, cell: Column['cell']): Column => ({
  header,
  width,
  type: 'integer',
  cell,
})

/** What a workbook can show of a need, by the ids that the list gives its columns, in their usual order. */
const columnsOf = (words: Words): Readonly<Record<string, Column>> => ({
  registryNo: text(words.registryNo, 12, (row) => row.registryNo),
  person: text(words.person, 26, (row) => row.personName),
  employmentType: text(words.employment, 18, (row) => row.employmentType && words.of.employment[row.employmentType]),
  unit: text(words.unit, 36, (row) => row.unitName),
  topicCode: text(words.topicCode, 12, (row) => row.topicCode),
  topic: text(words.topic, 42, (row) => row.topicName ?? row.freeText),
  freeText: text(words.freeText, 36, (row) => row.freeText),
  headcount: whole(words.headcount, 11, (row) => row.headcount),
  reason: text(words.reason, 20, (row) => row.reason && words.of.reason[row.reason]),
  urgency: whole(words.urgency, 9, (row) => row.urgency),
  quarter: whole(words.quarter, 8, (row) => row.quarter),
  sources: text(words.sources, 16, (row) => row.sources.map((kind) => words.of.source[kind]).join(', ')),
  outcome: text(words.outcome, 20, (row) => words.of.outcome[row.outcome]),
  enteredAt: {
    header: words.enteredAt,
    width: 12,
    type: 'date',
    cell: (row) => ({ date: istanbulDate(row.enteredAt) }),
  },
})

type List = {
  readonly year: number
  /** Ids of columns in the order they are shown; none means all of them. Ids the workbook does not know are left out. */
  readonly columns: readonly string[]
  readonly parts: AsyncIterable<readonly NeedRow[]>
}

/** The list of needs as a workbook, with the name it is saved under. */
export function needsWorkbook(
  { year, columns, parts }: List,
  language: Language,
  today: string,
): { readonly name: string; readonly spec: WorkbookSpec } {
  const words = headers[language]
  const all = columnsOf({ ...words, of: needWords[language] })
  const asked = columns.flatMap((id) => (Object.hasOwn(all, id) ? (all[id] ?? []) : []))
  const shown = asked.length > 0 ? asked : Object.values(all)
  const sheet = {
    name: words.sheet,
    columns: shown.map(({ header, width, type }): OutColumn => ({ header, type, ...(width && { width }) })),
    rows: cells(parts, shown),
    filter: true,
  }
  return { name: `${words.file}-${year}-${today}.xlsx`, spec: { sheets: [sheet] } }
}

async function* cells(
  parts: AsyncIterable<readonly NeedRow[]>,
  columns: readonly Column[],
): AsyncGenerator<readonly OutCell[]> {
  for await (const rows of parts) for (const row of rows) yield columns.map(({ cell }) => cell(row))
}
