import type { WorkbookSpec } from '../kernel/workbook-spec.ts'
import { courseHeaders, itemSeparator } from './headers.ts'
import type { TrainerRow } from './trainer.ts'
import { courseWords, type Language } from './words.ts'

/** The trainers as a workbook; nothing that is sealed leaves in it. */
export function trainerWorkbook(
  rows: readonly TrainerRow[],
  topicCodes: ReadonlyMap<string, readonly string[]>,
  language: Language,
): WorkbookSpec {
  const headers = courseHeaders[language]
  const words = courseWords[language]
  return {
    sheets: [
      {
        name: { tr: 'Eğitmenler', en: 'Trainers' }[language],
        filter: true,
        columns: [
          { header: headers.trainerName, width: 30, type: 'text' },
          { header: headers.kind, width: 14, type: 'text', list: { values: Object.values(words.trainerKind) } },
          { header: headers.registryNo, width: 12, type: 'text' },
          { header: headers.institution, width: 36, type: 'text' },
          { header: headers.email, width: 30, type: 'text' },
          { header: headers.phone, width: 18, type: 'text' },
          { header: headers.languages, width: 18, type: 'text' },
          { header: headers.dailyFee, width: 16, type: 'decimal' },
          { header: headers.topics, width: 40, type: 'text' },
          { header: headers.state, width: 14, type: 'text', list: { values: Object.values(words.activity) } },
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
          row.active ? words.activity.active : words.activity.inactive,
        ]),
      },
    ],
  }
}

/** `İngilizce` of `en`. */
export const languageName = (code: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
