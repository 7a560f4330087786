import type { SheetRow } from '../kernel/sheet.ts'
import { oneLine } from './cell-text.ts'
import { type Header, headerText } from './header.ts'
import { fitHeader, headerWords } from './header-text.ts'
import { synonyms } from './synonyms.ts'

const unitWords = headerWords([...synonyms.unit, ...synonyms.parentUnit])
const labelled = /^([^:]{2,40}):\s*(.*)$/s

const textsOf = (row: SheetRow): readonly string[] =>
  row.cells
    .map(headerText)
    .map(oneLine)
    .filter((text) => text !== '')

const rowsAbove = (head: readonly SheetRow[], header: Header): readonly SheetRow[] =>
  head.filter((row) => row.row < header.top)

/** The lines that stand above a header, top down: the form's title, the unit's name, the year. */
export const linesAbove = (head: readonly SheetRow[], header: Header): readonly string[] =>
  rowsAbove(head, header)
    .map((row) => textsOf(row).join(' '))
    .filter((line) => line !== '')

/** `Fen İşleri` of the cells `Birim: Fen İşleri`, or of `Birim Adı` beside `Fen İşleri`. */
function namedUnit(texts: readonly string[]): string | null {
  for (const [at, text] of texts.entries()) {
    const [, label = text, value = ''] = labelled.exec(text) ?? []
    if (fitHeader(label, unitWords).score < 1) continue
    const named = value === '' ? texts[at + 1] : value
    if (named !== undefined && named !== '') return named
  }
  return null
}

/** What the first rows of a table belong to, as the lines above it say. */
export function blockAbove(head: readonly SheetRow[], header: Header): string | null {
  const above = rowsAbove(head, header)
  for (const row of above.toReversed()) {
    const unit = namedUnit(textsOf(row))
    if (unit !== null) return unit
  }
  const last = above.at(-1)
  const texts = last ? textsOf(last) : []
  return last && last.row === header.top - 1 && texts.length === 1 ? (texts[0] ?? null) : null
}
