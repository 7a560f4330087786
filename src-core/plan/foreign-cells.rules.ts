import { type NumberStyle, parseNumber } from '../kernel/number-parse.ts'
import type { Cell } from '../kernel/sheet.ts'
import { fold } from '../kernel/turkish.ts'

/** Currencies other than the lira that plans are priced in. */
export const currencies = ['USD', 'EUR', 'GBP'] as const

export type Currency = (typeof currencies)[number]

const currencySigns: readonly (readonly [Currency | 'TRY', RegExp])[] = [
  ['USD', /\$|\busd\b|\bdolar\b|\bdollars?\b/],
  ['EUR', /€|\beuros?\b|\beur\b|\bavro\b/],
  ['GBP', /£|\bgbp\b|\bsterlin\b|\bpounds?\b/],
  ['TRY', /₺|\btry\b|\btl\b|\blira(?:si)?\b/],
]

/** The currency a text names, null where it names none, `several` where it names more than one. */
export function currencyIn(text: string): Currency | 'TRY' | 'several' | null {
  const folded = fold(text)
  const found = currencySigns.filter(([, sign]) => sign.test(folded)).map(([currency]) => currency)
  return found.length > 1 ? 'several' : (found[0] ?? null)
}

export type Fee =
  | { readonly kind: 'empty' }
  /** In units of the currency, not in hundredths; a null currency was not written. */
  | {
      readonly kind: 'amount'
      readonly amount: number
      readonly currency: Currency | 'TRY' | null
      readonly perPerson: boolean
    }
  | { readonly kind: 'wrong' }

const nothing = /^(?:-+|yok|ucretsiz|bedelsiz|free(?: of charge)?|nil|none|no fee)$/
const perPerson = /\b(?:kisi basi(?:na)?|kisi|katilimci basi(?:na)?|per person|per head|per participant|pp|each)\b/g
// Nobody writes thousandths of money, so three digits behind the mark are thousands in every language.
const thousands = /^[^\d]*\d{1,3}(?:\.\d{3})+[^\d.,]*$|^[^\d]*\d{1,3}(?:,\d{3})+[^\d.,]*$/
const moneyWords = /\b(?:dolar|dollars?|avro|euros?|sterlin|pounds?|lira(?:si)?|us)\b/g

/** Reads an amount of money with its currency and whether it is meant for one person. */
export function parseFee(cell: Cell | undefined, style: NumberStyle): Fee {
  if (cell === null || cell === undefined) return { kind: 'empty' }
  if (typeof cell === 'number')
    return cell >= 0 ? { kind: 'amount', amount: cell, currency: null, perPerson: false } : { kind: 'wrong' }
  if (typeof cell !== 'string') return { kind: 'wrong' }
  const folded = fold(cell)
  if (folded === '') return { kind: 'empty' }
  if (nothing.test(folded)) return { kind: 'amount', amount: 0, currency: 'TRY', perPerson: false }
  const currency = currencyIn(cell)
  if (currency === 'several') return { kind: 'wrong' }
  const bare = folded.replace(perPerson, '').replace(moneyWords, '').replace(/[/()]/g, ' ').trim()
  const parsed = parseNumber(thousands.test(bare) ? bare.replace(/[.,](?=\d{3})/g, '') : bare, style)
  if (parsed.kind !== 'number' || parsed.value < 0) return { kind: 'wrong' }
  return { kind: 'amount', amount: parsed.value, currency, perPerson: folded.search(perPerson) >= 0 }
}

export type Duration =
  | { readonly kind: 'empty' }
  /** Lesson hours of one group; `days` where days or weeks were written. */
  | { readonly kind: 'hours'; readonly hours: number; readonly days: number | null }
  | { readonly kind: 'wrong' }

/** Lesson hours that make a day (as the plan's own levels count them). */
const hoursPerDay = 6
const daysPerWeek = 5
const durationText = /^(\d+(?:[.,]\d+)?) ?(?:-|x)? ?([a-z][a-z ./]*)?$/

/** Reads a duration in hours, days or weeks; a bare number is of the unit given. */
export function parseDuration(cell: Cell | undefined, unit: 'hours' | 'days'): Duration {
  if (cell === null || cell === undefined) return { kind: 'empty' }
  const text = typeof cell === 'string' ? fold(cell) : typeof cell === 'number' ? String(cell) : null
  if (text === '') return { kind: 'empty' }
  const match = text === null ? null : durationText.exec(text)
  const count = Number((match?.[1] ?? '').replace(',', '.'))
  if (!match || !(count > 0)) return { kind: 'wrong' }
  const said = match[2] ?? ''
  const days = /^(?:gun|is gun|day|working day)/.test(said)
    ? count
    : /^(?:hafta|week)/.test(said)
      ? count * daysPerWeek
      : said === '' && unit === 'days'
        ? count
        : null
  if (days !== null) return { kind: 'hours', hours: days * hoursPerDay, days }
  if (said === '' || /^(?:saat|ders|hour|hr|h$)/.test(said)) return { kind: 'hours', hours: count, days: null }
  return { kind: 'wrong' }
}

const ownNumber =
  /^(?:\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}\s*[.)]|\d{1,3}\s*[-–:](?=\s)|[A-ZÇĞİÖŞÜ]\s*[.)]|[A-Z]?[IVX]{1,5}\s*[.)]|\(\d{1,3}\))\s*(?=\p{L}|["“'(\d])/u

/** A title without the number that its list gave it: `1.2 Excel` is `Excel`, `5018 sayılı Kanun` stays. */
export function withoutOwnNumber(title: string): string {
  const rest = title.replace(ownNumber, '').trim()
  return rest.length >= 2 ? rest : title
}

export const priorities = { high: 80, medium: 50, low: 20 } as const

/** What plans write for how urgent a training is; numbers and letters stand for the first to third rank. */
export const priorityWords = [
  {
    key: 'high',
    words: ['Yüksek', 'Çok yüksek', 'Acil', 'Çok acil', 'Öncelikli', 'Zorunlu', 'Kritik', 'Birinci öncelik', 'High'],
  },
  {
    key: 'high',
    words: ['Very high', 'Urgent', 'Critical', 'Critical and urgent', 'Must', 'Mandatory', 'P1', 'A', '1'],
  },
  {
    key: 'medium',
    words: ['Orta', 'Normal', 'Önemli', 'İkinci öncelik', 'Medium', 'Important', 'Should', 'P2', 'B', '2'],
  },
  {
    key: 'medium',
    words: ['Important for the organisation', 'Important for the organization', 'Moderate'],
  },
  {
    key: 'low',
    words: ['Düşük', 'Az', 'İsteğe bağlı', 'Üçüncü öncelik', 'Low', 'Supplementary', 'Could', 'P3', 'C', '3'],
  },
] as const
