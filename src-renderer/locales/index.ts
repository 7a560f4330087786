import { access as accessEn } from './en/access.ts'
import { common as commonEn } from './en/common.ts'
import { records as recordsEn } from './en/records.ts'
import { access as accessTr } from './tr/access.ts'
import { common as commonTr } from './tr/common.ts'
import { records as recordsTr } from './tr/records.ts'

/** Every namespace in both languages. A feature adds its file to `tr/` and `en/` and one line to each list. */
export const texts = {
  tr: { access: accessTr, common: commonTr, records: recordsTr },
  en: { access: accessEn, common: commonEn, records: recordsEn },
} as const
