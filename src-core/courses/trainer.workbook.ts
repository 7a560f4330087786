import { type FieldKey, fieldName } from '../imports/index.ts'
import type { WorkbookSpec } from '../kernel/workbook-spec.ts'
import type { TrainerRow } from './trainer.ts'
import { courseWords, itemSeparator, type Language } from './words.ts'

/** The trainers as a workbook; nothing that is sealed leaves in it. */
export function trainerWorkbook(
  rows: readonly TrainerRow[],
  topicCodes: ReadonlyMap<string, readonly string[]>,
  language: Language,
): WorkbookSpec {
  const header = (field: FieldKey) => fieldName(field, language)
  const words = courseWords[language]
  return {
    sheets: [
      {
        name: { tr: 'Eğitmenler', en: 'Trainers' }[language],
        filter: true,
        columns: [
          { header: header('trainer'), width: 30, type: 'text' },
          {
            header: header('trainerKind'),
            width: 14,
            type: 'text',
            list: { values: Object.values(words.trainerKind) },
          },
          { header: header('registryNo'), width: 12, type: 'text' },
          { header: header('institution'), width: 36, type: 'text' },
          { header: header('email'), width: 30, type: 'text' },
          { header: header('phone'), width: 18, type: 'text' },
          { header: header('languages'), width: 18, type: 'text' },
          { header: header('dailyFee'), width: 16, type: 'decimal' },
          { header: header('trainerTopics'), width: 40, type: 'text' },
          { header: header('active'), width: 14, type: 'text', list: { values: Object.values(words.yesNo) } },
        ],
        rows: rows.map((row) => [
          row.name,
          words.trainerKind[row.kind],
          row.registryNo,
          row.institution,
          row.email,
          row.phone,
          row.languages.map((code) => languageName(code, language)).join(itemSeparator) || null,
          row.dailyFeeMinor === null ? null : row.dailyFeeMinor / 100,
          (topicCodes.get(row.id) ?? []).join(itemSeparator) || null,
          row.active ? words.yesNo.yes : words.yesNo.no,
        ]),
      },
    ],
  }
}

/** `İngilizce` of `en`. */
export const languageName = (code: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
