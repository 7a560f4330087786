import type { TFunction } from 'i18next'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { formatMoney, formatNumber } from '../../../src-core/kernel/numbers.ts'
import { type Column, choiceOf } from './columns.ts'
import type { ColumnFilter } from './filters.ts'

type Words = TFunction<'common'>

function between<Row>(
  column: Column<Row>,
  { from, to }: { readonly from?: string | number | undefined; readonly to?: string | number | undefined },
  t: Words,
  language: 'tr' | 'en',
): string {
  const write = (value: string | number): string => {
    if (typeof value === 'string') return formatDate(value)
    return column.type === 'money' ? formatMoney(value, language) : formatNumber(value, undefined, language)
  }
  const dates = column.type === 'date'
  if (from !== undefined && to !== undefined) return from === to ? write(from) : `${write(from)} – ${write(to)}`
  if (from !== undefined) return t(dates ? 'filter.onOrAfter' : 'filter.atLeast', { value: write(from) })
  return to === undefined ? '' : t(dates ? 'filter.onOrBefore' : 'filter.atMost', { value: write(to) })
}

/** A filter as a short phrase: `en az 12`, `Fen İşleri ve 2 tane daha`. */
export function filterText<Row>(column: Column<Row>, filter: ColumnFilter, t: Words, language: 'tr' | 'en'): string {
  switch (filter.kind) {
    case 'empty':
      return t(filter.empty ? 'filter.blank' : 'filter.notBlank')
    case 'contains':
      return `“${filter.text}”`
    case 'between':
      return between(column, filter, t, language)
    case 'oneOf': {
      const word = (value: string | number | null): string => {
        if (value === null) return t('filter.blank')
        if (column.type === 'choice') return choiceOf(column.choices, String(value))?.label ?? String(value)
        return column.type === 'flag' ? t(value === 1 ? 'table.yes' : 'table.no') : String(value)
      }
      const [first = '', ...others] = filter.values.map(word)
      if (others.length === 0) return first
      return others.length === 1 ? `${first}, ${others[0]}` : t('filter.more', { first, count: others.length })
    }
  }
}
