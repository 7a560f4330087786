import type { FieldKey } from './field-names.ts'
import { courseSynonyms } from './synonyms-courses.ts'
import { needSynonyms } from './synonyms-needs.ts'
import { peopleSynonyms } from './synonyms-people.ts'
import { planSynonyms } from './synonyms-plan.ts'

/**
 * How officers, HR programs and survey tools head the columns of each field, Turkish and English. Compared folded and
 * without signs, so case, accents, `*`, `.` and line breaks do not matter.
 */
export const synonyms: Readonly<Record<FieldKey, readonly string[]>> = {
  ...peopleSynonyms,
  ...needSynonyms,
  ...courseSynonyms,
  ...planSynonyms,
}
