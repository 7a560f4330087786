import type { OutCell, OutColumn, WorkbookSpec } from '../kernel/workbook-spec.ts'
import { courseHeaders, itemSeparator } from './headers.ts'
import type { TopicRow } from './topic.ts'
import { courseWords, type Language } from './words.ts'

/** What the list of topics does not show but the workbook carries. */
export type TopicDetail = {
  readonly lessonMinutes: number
  readonly targetGroups: string | null
  readonly certificate: keyof (typeof courseWords)['tr']['certificate']
  readonly objectives: readonly { readonly verb: string; readonly text: string }[]
  readonly behaviours: readonly string[]
  readonly aliases: readonly string[]
  readonly prerequisiteCodes: readonly string[]
}

/** The catalogue as a workbook that `importTopics` reads back unchanged. */
export function topicWorkbook(
  rows: readonly TopicRow[],
  details: ReadonlyMap<string, TopicDetail>,
  language: Language,
): WorkbookSpec {
  const headers = courseHeaders[language]
  const words = courseWords[language]
  const column = (header: string, width: number, rest: Partial<OutColumn> = {}): OutColumn => ({
    header,
    width,
    type: 'text',
    ...rest,
  })
  const columns: readonly OutColumn[] = [
    column(headers.code, 12),
    column(headers.name, 46),
    column(headers.nameEn, 40),
    column(headers.category, 26),
    column(headers.level, 20, { list: { values: Object.values(words.level) } }),
    column(headers.lessonHours, 11, { type: 'decimal' }),
    column(headers.lessonMinutes, 11, { type: 'integer' }),
    column(headers.targetGroups, 34),
    column(headers.repeatMonths, 11, { type: 'integer' }),
    column(headers.legalBasis, 40),
    column(headers.certificate, 18, { list: { values: Object.values(words.certificate) } }),
    column(headers.prerequisites, 18),
    column(headers.objectives, 40),
    column(headers.behaviours, 40),
    column(headers.aliases, 34),
    column(headers.state, 12),
  ]
  const cells = rows.map((row): OutCell[] => {
    const detail = details.get(row.id)
    return [
      row.code,
      row.name,
      row.nameEn,
      row.category,
      words.level[row.level],
      row.lessonHoursTenths / 10,
      detail?.lessonMinutes ?? null,
      detail?.targetGroups ?? null,
      row.repeatMonths,
      row.legalBasis,
      detail ? words.certificate[detail.certificate] : null,
      listed(detail?.prerequisiteCodes),
      listed(detail?.objectives.map(({ verb, text }) => (verb ? `${text} (${verb})` : text))),
      listed(detail?.behaviours),
      listed(detail?.aliases),
      words.topicState[row.state],
    ]
  })
  const name = { tr: 'Katalog', en: 'Catalogue' }[language]
  return { sheets: [{ name, columns, rows: cells, filter: true }] }
}

const listed = (items: readonly string[] | undefined): string | null =>
  items && items.length > 0 ? items.join(itemSeparator) : null
