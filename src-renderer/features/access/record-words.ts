import type { FieldChange, LogRow } from '../../../src-core/access/audit.contract.ts'
import type { RecordedTable } from '../../../src-core/database/schema.ts'
import { formatDate, formatInstant } from '../../../src-core/kernel/dates.ts'
import { formatMoney, formatNumber } from '../../../src-core/kernel/numbers.ts'
import { language, textIfAny, textOf } from '../../app/i18n.ts'
import { records } from '../../locales/tr/records.ts'

type Value = FieldChange['before']

export const tableWord = (table: RecordedTable): string => textOf(`records:table.${table}`)

/** `Sicil no`; a field of a later version that this window has no word for is told as "other field". */
export const fieldWord = (field: string): string =>
  textIfAny(`records:field.${field}`) ?? textOf('records:history.otherField')

/** A record's name for a reader; settings are known by a key, which has its own word. */
export function recordName(table: RecordedTable, name: string | null): string | undefined {
  if (name === null) return undefined
  return table === 'setting' ? textIfAny(`records:value.setting.${name}`) : name
}

/** What an entry of the log is about: the single record it touched, or the account, file or backup it named. */
export function aboutWord({ name, about, touched }: Pick<LogRow, 'name' | 'about' | 'touched'>): string | undefined {
  const table = touched[0]?.table
  return (table && recordName(table, name)) ?? about ?? undefined
}

/** What an operation is called: `Oturum açma`. */
export const operationWord = (operation: string): string =>
  textIfAny(`records:operation.${operation}`) ?? textOf('records:history.otherOperation')

/** Names of all operations, as the log keeps them. */
export const operationNames: readonly string[] = Object.entries(records.operation).flatMap(([feature, operations]) =>
  Object.keys(operations).map((name) => `${feature}.${name}`),
)

const choiceWord = (field: string, value: string): string => textIfAny(`records:value.${field}.${value}`) ?? value

/** Texts inside a stored list: plain words, or structures that carry one. */
function listWords(field: string, stored: string): string {
  const items = JSON.parse(stored) as readonly (string | { readonly text?: string; readonly name?: string })[]
  const words = items.map((item) => {
    if (typeof item !== 'string') return item.text ?? item.name ?? ''
    if (field === 'roles') return textIfAny(`common:roles.${item}`) ?? item
    return field === 'eligibleTypes' ? choiceWord('employmentType', item) : item
  })
  return words.filter(Boolean).join(', ')
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** One side of a change as the officer reads it. */
export function valueText({ field, kind }: Pick<FieldChange, 'field' | 'kind'>, value: Value): string {
  if (value === null || value === '') return textOf('records:history.nothing')
  if (kind === 'flag') return textOf(value === 1 ? 'records:history.yes' : 'records:history.no')
  if (typeof value === 'number') {
    if (kind === 'tenths') return formatNumber(value / 10, value % 10 === 0 ? 0 : 1, language.get())
    if (kind === 'money') return formatMoney(value, language.get())
    if (kind === 'minutesOfDay') return clock(value)
    return field === 'year' ? String(value) : formatNumber(value, 0, language.get())
  }
  if (kind === 'date') return formatDate(value)
  if (kind === 'instant') return formatInstant(value)
  if (kind === 'choice') return choiceWord(field, value)
  if (kind === 'list') return listWords(field, value) || textOf('records:history.nothing')
  return field === 'key' ? choiceWord('setting', value) : value
}
