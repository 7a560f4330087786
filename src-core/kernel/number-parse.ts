import type { Cell } from './sheet.ts'

/**
 * How a column writes its numbers: `tr` is 1.234,50, `en` is 1,234.50. `mixed` has unmistakable numbers of both kinds,
 * `unknown` none of either.
 */
export type NumberStyle = 'tr' | 'en' | 'mixed' | 'unknown'

export type ParsedNumber =
  | { readonly kind: 'empty' }
  /** `ambiguous`: `5.461` could be five thousand or five and a half; it was read the Turkish way. Percentages are shares: `%85,7` is 0.857. */
  | { readonly kind: 'number'; readonly value: number; readonly ambiguous: boolean }
  | { readonly kind: 'wrong'; readonly text: string }

const currency = /₺|€|\$|£|\b(?:tl|try|eur|usd|gbp)\b\.?/gi
const digitSpaces = /(?<=\d)[\s'’](?=\d{3}(?!\d))/g
const outside = /\s+/g
const body = /^\d+(?:[.,]\d+)*$|^[.,]\d+$/
const exponent = /^\d+(?:\.\d+)?e[+-]?\d{1,3}$/i
const grouped = { '.': /^[1-9]\d{0,2}(?:\.\d{3})+$/, ',': /^[1-9]\d{0,2}(?:,\d{3})+$/ } as const
const enoughGroups = 3

type Bare = { readonly digits: string; readonly negative: boolean; readonly percent: boolean }

/** Takes off what stands around a number: currency, percent sign, sign or accountant's brackets, spaces. */
function strip(text: string): Bare | null {
  let rest = text.replace(currency, '').replace(digitSpaces, '').trim()
  const brackets = rest.startsWith('(') && rest.endsWith(')')
  if (brackets) rest = rest.slice(1, -1)
  const percent = rest.startsWith('%') !== rest.endsWith('%')
  if (percent) rest = rest.replace('%', '')
  rest = rest.replace(outside, '')
  const minus = /^[-−–]/.test(rest)
  const digits = minus || rest.startsWith('+') ? rest.slice(1) : rest
  if (!body.test(digits) && !exponent.test(digits)) return null
  return { digits, negative: minus !== brackets && (minus || brackets), percent }
}

/** What one number shows of its style; `either` when only the column can tell. */
function evidence(digits: string): 'tr' | 'en' | 'either' | 'none' {
  const dot = digits.lastIndexOf('.')
  const comma = digits.lastIndexOf(',')
  if (dot < 0 && comma < 0) return 'none'
  if (dot >= 0 && comma >= 0) return comma > dot ? 'tr' : 'en'
  const mark = dot >= 0 ? '.' : ','
  const several = digits.indexOf(mark) !== digits.lastIndexOf(mark)
  if (several) return mark === '.' ? 'tr' : 'en'
  if (grouped[mark].test(digits)) return 'either'
  return mark === ',' ? 'tr' : 'en'
}

/**
 * The style of a column from its texts. Numbers such as `5.461` prove nothing alone, but a column where three or more
 * have a point and always exactly three digits behind it is taken for Turkish thousands.
 */
export function numberStyle(cells: Iterable<Cell>): NumberStyle {
  let tr = 0
  let en = 0
  let pointed = 0
  let commaed = 0
  for (const cell of cells) {
    if (typeof cell !== 'string') continue
    const bare = strip(cell)
    if (!bare || exponent.test(bare.digits)) continue
    const shown = evidence(bare.digits)
    if (shown === 'tr') tr++
    else if (shown === 'en') en++
    else if (shown === 'either' && bare.digits.includes('.')) pointed++
    else if (shown === 'either') commaed++
  }
  if (tr && en) return 'mixed'
  if (tr) return 'tr'
  if (en) return 'en'
  if (pointed && commaed) return 'unknown'
  return pointed >= enoughGroups ? 'tr' : 'unknown'
}

function readIn(digits: string, style: 'tr' | 'en'): number | null {
  const [thousands, decimal] = style === 'tr' ? (['.', ','] as const) : ([',', '.'] as const)
  const [whole = '', fraction, ...more] = digits.split(decimal)
  if (more.length > 0 || fraction?.includes(thousands)) return null
  if (whole.includes(thousands) && !grouped[thousands].test(whole)) return null
  return Number(`${whole.replaceAll(thousands, '') || '0'}.${fraction ?? '0'}`)
}

function parseText(text: string, style: NumberStyle): ParsedNumber {
  if (text.trim() === '') return { kind: 'empty' }
  const bare = strip(text)
  if (!bare) return { kind: 'wrong', text }
  const scale = (value: number): number => {
    const signed = bare.negative && value !== 0 ? -value : value
    return bare.percent ? signed / 100 : signed
  }
  if (exponent.test(bare.digits)) {
    const value = scale(Number(bare.digits))
    return Number.isFinite(value) ? { kind: 'number', value, ambiguous: false } : { kind: 'wrong', text }
  }
  const shown = evidence(bare.digits)
  const known = style === 'tr' || style === 'en'
  const read = shown === 'tr' || shown === 'en' ? shown : style === 'en' ? 'en' : 'tr'
  const value = readIn(bare.digits, read)
  if (value === null) return { kind: 'wrong', text }
  return { kind: 'number', value: scale(value), ambiguous: shown === 'either' && !known }
}

/** Reads a number as Turkish or English programs write it, with a currency or percent sign beside it. */
export function parseNumber(cell: Cell, style: NumberStyle = 'unknown'): ParsedNumber {
  if (cell === null) return { kind: 'empty' }
  if (typeof cell === 'number') {
    return Number.isFinite(cell)
      ? { kind: 'number', value: cell, ambiguous: false }
      : { kind: 'wrong', text: String(cell) }
  }
  if (typeof cell === 'string') return parseText(cell, style)
  if (typeof cell === 'boolean') return { kind: 'wrong', text: String(cell) }
  return { kind: 'wrong', text: 'error' in cell ? cell.error : cell.iso }
}
