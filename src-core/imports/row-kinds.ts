import type { Cell, CellRange } from '../kernel/sheet.ts'
import { fold } from '../kernel/turkish.ts'
import { isBlank, isFigure } from './cell-text.ts'
import type { TableColumn } from './header-names.ts'

const totals = /^(?:(?:genel|ara|alt|birim|daire) )?(?:toplam[iı]?|yekun)$|^(?:(?:grand|sub|unit) ?)?totals?$/
const brackets = /\s*\([^)]*\)\s*$/
const tail = /[\s:.=*-]+$/
const firstLetters = new Set('tgaybdsuTGAYBDSU')

/** How many cells of a row hold something, and the first of them. */
export type Filling = { readonly count: number; readonly first: number }

/** Counts the filled cells among the listed columns. `listed[c]` is 1 for a column of the table. */
export function fillingOf(cells: readonly Cell[], listed: Uint8Array): Filling {
  let count = 0
  let first = -1
  const width = Math.min(cells.length, listed.length)
  for (let column = 0; column < width; column++) {
    if (listed[column] === 0 || isBlank(cells[column])) continue
    if (count === 0) first = column
    count++
  }
  return { count, first }
}

/**
 * The label of a totals row (`TOPLAM`, `Genel Toplam:`, `Total (12)`), or null. Beside the label such a row holds only
 * figures; `Toplam Kalite Yönetimi` is a topic.
 */
export function totalsLabel(cells: readonly Cell[], first: number): string | null {
  const label = cells[first]
  if (typeof label !== 'string' || label.length > 60 || !firstLetters.has(label.trimStart()[0] ?? '')) return null
  const bare = fold(label).replace(brackets, '').replace(tail, '')
  if (!totals.test(bare)) return null
  for (let column = first + 1; column < cells.length; column++) {
    const cell = cells[column]
    if (!isBlank(cell) && !isFigure(cell) && cell !== '-') return null
  }
  return label.trim()
}

const signatures =
  /^(?:hazirlayan(?:lar)?|duzenleyen|kontrol eden|onaylayan|onay|uygundur|imza|tasdik(?: olunur)?|birim amiri|prepared by|approved by|checked by|signature|signed by)(?: ?[:/(.].*)?$/

/** Whether a row after an empty one begins the signatures at the foot of a form. */
export function beginsFooter(cells: readonly Cell[], { count, first }: Filling, named: number): boolean {
  const cell = cells[first]
  return typeof cell === 'string' && cell.length <= 60 && count <= Math.max(2, named / 2) && signatures.test(fold(cell))
}

const fewestNumbered = 3

/** Whether a row below a header only numbers the columns, as official forms do: 1, 2, 3 … or (1), (2), (3) …. */
export function numbersColumns(cells: readonly Cell[], filled: number, named: number): boolean {
  if (filled < fewestNumbered || filled < named * 0.7) return false
  let next = 1
  for (const cell of cells) {
    if (cell === undefined || isBlank(cell)) continue
    const number = typeof cell === 'string' ? Number(cell.replace(/^\s*\(?(\d+)[).]?\s*$/, '$1')) : cell
    if (number !== next) return false
    next++
  }
  return true
}

/** Recognises a header that is written again above the next block. */
export function repeatedHeader(columns: readonly TableColumn[]): (cells: readonly Cell[], filled: number) => boolean {
  const parts = columns
    .filter((column) => column.named)
    .map((column) => {
      const texts = column.path.map(fold)
      return { at: column.column, texts, lengths: new Set(column.path.map((text) => text.trim().length)) }
    })
  const named = parts.length
  return (cells, filled) => {
    let same = 0
    let other = 0
    for (const { at, texts, lengths } of parts) {
      const cell = cells[at]
      if (typeof cell !== 'string' || cell === '') continue
      // A header is written again as it was, so texts of another length need no closer look.
      if (lengths.has(cell.trim().length) && texts.includes(fold(cell))) same++
      // A data row is told from a header by its first cells; no need to look through three hundred columns.
      else if (++other > 2) return false
    }
    return same >= 2 && same >= Math.min(filled, named) * 0.7
  }
}

/** The merged cells of a sheet that reach over several rows below the header, by their first row. */
export function tallMerges(merges: readonly CellRange[], below: number): ReadonlyMap<number, readonly CellRange[]> {
  const byRow = new Map<number, CellRange[]>()
  for (const range of merges) {
    if (range.bottom === range.top || range.top <= below) continue
    const list = byRow.get(range.top)
    if (list) list.push(range)
    else byRow.set(range.top, [range])
  }
  return byRow
}

/** The rows in which one merged cell reaches over several columns. */
export const wideRows = (merges: readonly CellRange[]): ReadonlySet<number> =>
  new Set(merges.filter((range) => range.top === range.bottom && range.right > range.left).map((range) => range.top))
