import type { OwnColumns } from '../database/schema.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import type { TitleFields } from './title.ts'

/** What a title is found by and ordered by. */
export const titleKeys = (fields: Pick<TitleFields, 'code' | 'name' | 'nameEn'>) => ({
  searchKey: fold(`${fields.code} ${fields.name} ${fields.nameEn ?? ''}`),
  sortKey: sortKey(fields.name),
})

export const newTitleColumns = (fields: TitleFields): OwnColumns<'title'> => ({
  ...fields,
  active: 1,
  ...titleKeys(fields),
})
