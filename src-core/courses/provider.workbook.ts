import type { WorkbookSpec } from '../kernel/workbook-spec.ts'
import { courseHeaders, itemSeparator } from './headers.ts'
import type { Provider } from './provider.ts'
import { courseWords, type Language } from './words.ts'

/** The providers as a workbook. */
export function providerWorkbook(rows: readonly Provider[], language: Language): WorkbookSpec {
  const headers = courseHeaders[language]
  const words = courseWords[language]
  return {
    sheets: [
      {
        name: { tr: 'Kuruluşlar', en: 'Providers' }[language],
        filter: true,
        columns: [
          { header: headers.providerName, width: 44, type: 'text' },
          { header: headers.kind, width: 24, type: 'text', list: { values: Object.values(words.providerKind) } },
          { header: headers.permissionRequired, width: 20, type: 'text', list: { values: Object.values(words.yesNo) } },
          { header: headers.contacts, width: 50, type: 'text' },
          { header: headers.state, width: 14, type: 'text', list: { values: Object.values(words.activity) } },
        ],
        rows: rows.map((row) => [
          row.name,
          words.providerKind[row.kind],
          row.permissionRequired ? words.yesNo.yes : words.yesNo.no,
          row.contacts
            .map(({ name, duty, email, phone }) => [name, duty, email, phone].filter(Boolean).join(', '))
            .join(itemSeparator) || null,
          row.active ? words.activity.active : words.activity.inactive,
        ]),
      },
    ],
  }
}
