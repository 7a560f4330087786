import { type FieldKey, fieldName } from '../imports/index.ts'
import type { OutCell, OutColumn, WorkbookSpec } from '../kernel/workbook-spec.ts'
import type { TopicRow } from './topic.ts'
import { courseWords, itemSeparator, type Language } from './words.ts'

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
  const words = courseWords[language]
  const column = (name: FieldKey, width: number, rest: Partial<OutColumn> = {}): OutColumn => ({
    header: fieldName(name, language),
    width,
    type: 'text',
    ...rest,
  })
  const columns: readonly OutColumn[] = [
    column('topicCode', 12),
    column('topic', 46),
    column('nameEn', 40),
    column('category', 26),
    column('topicLevel', 20, { list: { values: Object.values(words.level) } }),
    column('lessonHours', 11, { type: 'decimal' }),
    column('lessonMinutes', 11, { type: 'integer' }),
    column('targetGroups', 34),
    column('repeatMonths', 11, { type: 'integer' }),
    column('legalBasis', 40),
    column('certificateKind', 18, { list: { values: Object.values(words.certificate) } }),
    column('prerequisites', 18),
    column('objectives', 40),
    column('behaviours', 40),
    column('aliases', 34),
    column('topicState', 12),
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
