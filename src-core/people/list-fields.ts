import { fieldName } from '../imports/index.ts'
import type { ListKind } from './list-change.ts'
import type { Language } from './staff-words.ts'

type Names = Readonly<Record<string, Readonly<Record<Language, string>>>>

/** Where a column means something more exact in one kind of list than in workbooks at large. */
const ownNames: Readonly<Record<ListKind, Names>> = {
  staff: {},
  units: {
    unit: { tr: 'Birim Adı', en: 'Unit name' },
    parentUnit: { tr: 'Üst Birim', en: 'Parent unit' },
  },
  titles: {},
}

/** What a column of a list is called, on the screen and as a header. */
export const listFieldName = (kind: ListKind, field: string, language: Language): string =>
  ownNames[kind][field]?.[language] ?? fieldName(field, language)
