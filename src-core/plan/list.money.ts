import { type NumberStyle, numberStyle } from '../kernel/number-parse.ts'
import { formatMoney } from '../kernel/numbers.ts'
import type { ListCells, ReadSheet } from '../people/index.ts'
import { currencyIn, parseFee } from './foreign-cells.rules.ts'
import { costFields } from './list.fields.ts'
import type { CurrencyRates } from './list.known.ts'
import { costTypes, type PlanCost } from './plan.ts'

/** What a column of money shows of itself. */
type MoneyColumn = {
  readonly style: NumberStyle
  /** The currency its header names. */
  readonly currency: ReturnType<typeof currencyIn>
  readonly perPerson: boolean
  /** Whether some cell names another currency than the lira. */
  readonly foreign: boolean
}

const perPersonHeader = /ki[şs]i ba[şs][ıi]|per person|per head|per participant/i
const most = 20_000_000

/** Reads the columns of money of one block. */
export function moneyReader(sheet: ReadSheet, rates: CurrencyRates, language: 'tr' | 'en') {
  const { proposal } = sheet.seen
  const columns = new Map<PlanCost['type'], MoneyColumn>()
  for (const type of costTypes) {
    const at = proposal?.resolved.fields.get(costFields[type])
    if (at === undefined) continue
    const cells = sheet.rows.map(({ cells }) => cells[at] ?? null)
    const header = proposal?.table.columns.find(({ column }) => column === at)?.name ?? ''
    const named = cells.map((cell) => (typeof cell === 'string' ? currencyIn(cell) : null))
    columns.set(type, {
      style: numberStyle(cells),
      currency: currencyIn(header),
      perPerson: perPersonHeader.test(header),
      foreign: named.some((currency) => currency !== null && currency !== 'TRY'),
    })
  }

  /** Kuruş of one cost, undefined where the cell says nothing or is not understood (then it is said). */
  const costIn = (cells: ListCells, type: PlanCost['type'], persons: number | null): number | undefined => {
    const column = columns.get(type)
    if (!column) return undefined
    const field = costFields[type]
    const text = cells.text(field)
    const fee = parseFee(cells.cell(field), column.style)
    if (fee.kind === 'empty') return undefined
    if (fee.kind === 'wrong') {
      cells.say('W35', field, { field, text })
      return undefined
    }
    const header = column.currency === 'several' ? null : column.currency
    const currency = fee.currency ?? header ?? 'TRY'
    const rate = currency === 'TRY' ? 1 : rates[currency]
    if (rate === undefined) {
      cells.say('E46', field, { text, currency })
      return undefined
    }
    const each = fee.perPerson || column.perPerson
    if (each && persons === null) {
      cells.say('E25', 'headCount', { field: 'headCount' })
      return undefined
    }
    const minor = Math.round(fee.amount * rate * (each ? (persons ?? 1) : 1) * 100)
    if (minor > most * 100) {
      cells.say('E28', field, { field, text, least: 0, most })
      return undefined
    }
    const unsaid = fee.currency === null && header === null && (column.foreign || column.currency === 'several')
    if (currency !== 'TRY' || each || unsaid)
      cells.say('W39', field, { field, text, value: formatMoney(minor, language) })
    return minor
  }

  return { has: columns.size > 0, types: [...columns.keys()], costIn }
}
