import { type FieldKey, fieldName } from '../imports/index.ts'
import type { WorkbookSpec } from '../kernel/workbook-spec.ts'
import type { Holiday } from './holiday.ts'
import { courseWords, type Language } from './words.ts'

/** The holidays as a workbook, one row a day. */
export function holidayWorkbook(rows: readonly Holiday[], language: Language): WorkbookSpec {
  const header = (field: FieldKey) => fieldName(field, language)
  const words = courseWords[language]
  return {
    sheets: [
      {
        name: { tr: 'Tatiller', en: 'Holidays' }[language],
        filter: true,
        columns: [
          { header: header('holidayDate'), width: 12, type: 'date' },
          { header: header('holiday'), width: 44, type: 'text' },
          { header: header('nameEn'), width: 44, type: 'text' },
          {
            header: header('holidayKind'),
            width: 20,
            type: 'text',
            list: { values: Object.values(words.holidayKind) },
          },
          { header: header('holidayHalf'), width: 16, type: 'text', list: { values: Object.values(words.half) } },
          { header: header('announced'), width: 12, type: 'text', list: { values: Object.values(words.yesNo) } },
        ],
        rows: rows.map((row) => [
          { date: row.date },
          row.name,
          row.nameEn,
          words.holidayKind[row.kind],
          words.half[row.half],
          row.announced ? words.yesNo.yes : words.yesNo.no,
        ]),
      },
    ],
  }
}
