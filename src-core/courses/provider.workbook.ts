import { type FieldKey, fieldName } from '../imports/index.ts'
import type { WorkbookSpec } from '../kernel/workbook-spec.ts'
import type { Provider } from './provider.ts'
import { courseWords, itemSeparator, type Language } from './words.ts'

/** The providers as a workbook. */
export function providerWorkbook(rows: readonly Provider[], language: Language): WorkbookSpec {
  const header = (field: FieldKey) => fieldName(field, language)
  const words = courseWords[language]
  return {
    sheets: [
      {
        name: { tr: 'Kuruluşlar', en: 'Providers' }[language],
        filter: true,
        columns: [
          { header: header('provider'), width: 44, type: 'text' },
          {
            header: header('providerKind'),
            width: 24,
            type: 'text',
            list: { values: Object.values(words.providerKind) },
          },
          {
            header: header('permissionRequired'),
            width: 20,
            type: 'text',
            list: { values: Object.values(words.yesNo) },
          },
          { header: header('contacts'), width: 50, type: 'text' },
          { header: header('active'), width: 14, type: 'text', list: { values: Object.values(words.yesNo) } },
        ],
        rows: rows.map((row) => [
          row.name,
          words.providerKind[row.kind],
          row.permissionRequired ? words.yesNo.yes : words.yesNo.no,
          row.contacts
            .map(({ name, duty, email, phone }) => [name, duty, email, phone].filter(Boolean).join(', '))
            .join(itemSeparator) || null,
          row.active ? words.yesNo.yes : words.yesNo.no,
        ]),
      },
    ],
  }
}
