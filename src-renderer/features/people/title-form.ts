import { type TitleFields, type TitleRow, titleFieldsSchema } from '../../../src-core/people/title.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

/** What stands in the form of a title. */
export type TitleValues = { readonly [K in keyof TitleFields]: string }

export const newTitle: TitleValues = { code: '', name: '', nameEn: '', staffStatus: '', serviceClass: '', level: '' }

export const valuesOf = (title: TitleRow): TitleValues => ({
  code: title.code,
  name: title.name,
  nameEn: title.nameEn ?? '',
  staffStatus: title.staffStatus ?? '',
  serviceClass: title.serviceClass ?? '',
  level: title.level ?? '',
})

export const titleProblems = (values: TitleValues): Problems<TitleValues> => schemaProblems(titleFieldsSchema, values)

/** Only for values without problems. */
export const titleFields = (values: TitleValues): TitleFields => titleFieldsSchema.parse(values)
