import { type FieldKey, fieldName } from '../imports/index.ts'
import type { WorkbookSpec } from '../kernel/workbook-spec.ts'
import { clockText, type Room } from './room.ts'
import { courseWords, itemSeparator, type Language } from './words.ts'

/** The rooms as a workbook. */
export function roomWorkbook(rows: readonly Room[], language: Language): WorkbookSpec {
  const header = (field: FieldKey) => fieldName(field, language)
  const words = courseWords[language]
  return {
    sheets: [
      {
        name: { tr: 'Salonlar', en: 'Rooms' }[language],
        filter: true,
        columns: [
          { header: header('roomCode'), width: 12, type: 'text' },
          { header: header('room'), width: 30, type: 'text' },
          { header: header('venue'), width: 30, type: 'text' },
          { header: header('address'), width: 40, type: 'text' },
          { header: header('capacity'), width: 10, type: 'integer' },
          { header: header('layout'), width: 18, type: 'text', list: { values: Object.values(words.layout) } },
          { header: header('equipment'), width: 40, type: 'text' },
          { header: header('accessible'), width: 14, type: 'text', list: { values: Object.values(words.yesNo) } },
          { header: header('unit'), width: 36, type: 'text' },
          { header: header('bookableFrom'), width: 14, type: 'text' },
          { header: header('bookableTo'), width: 14, type: 'text' },
          { header: header('active'), width: 14, type: 'text', list: { values: Object.values(words.yesNo) } },
        ],
        rows: rows.map((row) => [
          row.code,
          row.name,
          row.venue,
          row.address,
          row.capacity,
          row.layout ? words.layout[row.layout] : null,
          row.equipment.join(itemSeparator) || null,
          row.accessible ? words.yesNo.yes : words.yesNo.no,
          row.unitName,
          clockText(row.bookableFrom),
          clockText(row.bookableTo),
          row.active ? words.yesNo.yes : words.yesNo.no,
        ]),
      },
    ],
  }
}
