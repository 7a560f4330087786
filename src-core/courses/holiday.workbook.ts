import type { WorkbookSpec } from '../kernel/workbook-spec.ts'
import { courseHeaders } from './headers.ts'
import type { Holiday } from './holiday.ts'
import { courseWords, type Language } from './words.ts'

/** The holidays as a workbook, one row a day. */
export function holidayWorkbook(rows: readonly Holiday[], language: Language): WorkbookSpec {
  const headers = courseHeaders[language]
  const words = courseWords[language]
  return {
    sheets: [
      {
        name: { tr: 'Tatiller', en: 'Holidays' }[language],
        filter: true,
        columns: [
          { header: headers.date, width: 12, type: 'date' },
          { header: headers.holidayName, width: 44, type: 'text' },
          { header: headers.nameEn, width: 44, type: 'text' },
          { header: headers.kind, width: 20, type: 'text', list: { values: Object.values(words.holidayKind) } },
          { header: headers.half, width: 16, type: 'text', list: { values: Object.values(words.half) } },
          { header: headers.announced, width: 12, type: 'text', list: { values: Object.values(words.yesNo) } },
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
