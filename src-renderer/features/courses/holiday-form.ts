import { type Holiday, type HolidayFields, holidayFieldsSchema } from '../../../src-core/courses/holiday.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

/** What stands in the form of a holiday; a new one may run over several days. */
export type HolidayValues = {
  readonly date: string | null
  readonly to: string | null
  readonly skipWeekends: boolean
  readonly name: string
  readonly nameEn: string
  readonly kind: string | null
  readonly half: string | null
  readonly announced: boolean
}

/** Most that is entered by hand is administrative leave; `name` is what that is called. */
export const newHoliday = (date: string | null, name: string): HolidayValues => ({
  date,
  to: null,
  skipWeekends: true,
  name,
  nameEn: '',
  kind: 'administrativeLeave',
  half: 'none',
  announced: true,
})

export const valuesOf = (holiday: Holiday): HolidayValues => ({
  date: holiday.date,
  to: null,
  skipWeekends: false,
  name: holiday.name,
  nameEn: holiday.nameEn ?? '',
  kind: holiday.kind,
  half: holiday.half,
  announced: holiday.announced,
})

export const holidayProblems = (values: HolidayValues): Problems<HolidayValues> => ({
  ...schemaProblems<HolidayValues>(holidayFieldsSchema, values),
  ...(values.date === null && { date: { key: 'common:form.required' } as const }),
  ...(values.date &&
    values.to &&
    values.to < values.date && { to: { key: 'courses:availability.fromAfterTo' } as const }),
})

/** Only for values without problems. */
export const holidayFields = (values: HolidayValues): HolidayFields => holidayFieldsSchema.parse(values)

/** One day, or every day up to the end. */
export function holidaySpan(values: HolidayValues) {
  const { date, ...fields } = holidayFields(values)
  const to = values.to ?? date
  return { ...fields, from: date, to, skipWeekends: values.skipWeekends && to !== date }
}

/** A holiday by its name in the officer's language. */
export const holidayName = (holiday: Pick<Holiday, 'name' | 'nameEn'>, language: 'tr' | 'en'): string =>
  (language === 'en' && holiday.nameEn) || holiday.name
