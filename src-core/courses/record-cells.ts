import type { FieldKey } from '../imports/index.ts'
import { parseNumber } from '../kernel/number-parse.ts'
import type { ListCells } from '../people/index.ts'

const units = /\s*(?:saat|ders saati|ders|dk\.?|dakika|ay|kişi|gün|hours?|h|minutes?|min|months?|people|persons?)\.?$/i

type Limits = {
  readonly least: number
  readonly most: number
  /** The finest step: 0.5 for halves. */
  readonly step?: number
}

/** A number in a cell, with its unit behind it or without; what cannot be one is said, and null given. */
export function numberIn(cells: ListCells, field: FieldKey, { least, most, step = 1 }: Limits): number | null {
  const cell = cells.cell(field) ?? null
  const parsed = parseNumber(typeof cell === 'string' ? cell.trim().replace(units, '') : cell)
  if (parsed.kind === 'empty') return null
  if (parsed.kind === 'wrong') {
    cells.say('E22', field, { field, text: parsed.text })
    return null
  }
  if (parsed.value < least || parsed.value > most || !Number.isInteger(Math.round(parsed.value * 1e6) / (step * 1e6))) {
    cells.say('E28', field, { field, text: cells.text(field), least, most })
    return null
  }
  return parsed.value
}

/** The items of one cell: our own `|`, or `;` and line breaks as people write them. */
export function itemsIn(cells: ListCells, field: FieldKey): readonly string[] | null {
  const cell = cells.cell(field)
  const text = typeof cell === 'string' ? cell : cells.text(field)
  const items = text
    .split(/[|;\n]/)
    .map((item) => item.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  return items.length > 0 ? items : null
}

/** An e-mail address, or null with a warning: the row can do without. */
export function emailIn(cells: ListCells, field: FieldKey = 'email'): string | null {
  const text = cells.text(field)
  if (text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text || null
  cells.say('W35', field, { field, text })
  return null
}

/** Says that a cell must be filled in, unless something stands in it that was found wrong already. */
export function missing(cells: ListCells, field: FieldKey): void {
  if (cells.text(field) === '') cells.say('E25', field, { field })
}

/** True for yes, false for no, null for what was not said. */
export const yesAsFlag = (answer: 'yes' | 'no' | null): boolean | null => (answer === null ? null : answer === 'yes')
