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

/** The list of needs as a workbook, with the name it is saved under. */
export function needsWorkbook(
  year: number,
  parts: AsyncIterable<readonly NeedRow[]>,
  language: Language,
  today: string,
): { readonly name: string; readonly spec: WorkbookSpec } {
  const words = headers[language]
  const column = (header: string, width: number, type: OutColumn['type'] = 'text'): OutColumn => ({
    header,
    width,
    type,
  })
  const columns = [
    column(words.registryNo, 12),
    column(words.person, 26),
    column(words.unit, 36),
    column(words.topicCode, 12),
    column(words.topic, 42),
    column(words.freeText, 36),
    column(words.headcount, 11, 'integer'),
    column(words.reason, 20),
    column(words.urgency, 9, 'integer'),
    column(words.quarter, 8, 'integer'),
    column(words.sources, 16),
    column(words.outcome, 20),
    column(words.enteredAt, 12, 'date'),
  ]
  const spec = { sheets: [{ name: words.sheet, columns, rows: cells(parts, language), filter: true }] }
  return { name: `${words.file}-${year}-${today}.xlsx`, spec }
}

async function* cells(
  parts: AsyncIterable<readonly NeedRow[]>,
  language: Language,
): AsyncGenerator<readonly OutCell[]> {
  const { reason, source, outcome } = needWords[language]
  for await (const rows of parts) {
    for (const row of rows) {
      yield [
        row.registryNo,
        row.personName,
        row.unitName,
        row.topicCode,
        row.topicName,
        row.freeText,
        row.headcount,
        row.reason && reason[row.reason],
        row.urgency,
        row.quarter,
        row.sources.map((kind) => source[kind]).join(', '),
        outcome[row.outcome],
        { date: istanbulDate(row.enteredAt) },
      ]
    }
  }
}
