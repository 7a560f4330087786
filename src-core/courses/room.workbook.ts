import type { WorkbookSpec } from '../kernel/workbook-spec.ts'
import { courseHeaders, itemSeparator } from './headers.ts'
import { clockText, type Room } from './room.ts'
import { courseWords, type Language } from './words.ts'

/** The rooms as a workbook. */
export function roomWorkbook(rows: readonly Room[], language: Language): WorkbookSpec {
  const headers = courseHeaders[language]
  const words = courseWords[language]
  return {
    sheets: [
      {
        name: { tr: 'Salonlar', en: 'Rooms' }[language],
        filter: true,
        columns: [
          { header: headers.roomCode, width: 12, type: 'text' },
          { header: headers.roomName, width: 30, type: 'text' },
          { header: headers.venue, width: 30, type: 'text' },
          { header: headers.address, width: 40, type: 'text' },
          { header: headers.capacity, width: 10, type: 'integer' },
          { header: headers.layout, width: 18, type: 'text', list: { values: Object.values(words.layout) } },
          { header: headers.equipment, width: 40, type: 'text' },
          { header: headers.accessible, width: 14, type: 'text', list: { values: Object.values(words.yesNo) } },
          { header: headers.unit, width: 36, type: 'text' },
          { header: headers.bookableFrom, width: 14, type: 'text' },
          { header: headers.bookableTo, width: 14, type: 'text' },
          { header: headers.state, width: 14, type: 'text', list: { values: Object.values(words.activity) } },
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
          row.active ? words.activity.active : words.activity.inactive,
        ]),
      },
    ],
  }
}
