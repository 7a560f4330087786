import type { Cell, SheetRow, WorkbookInfo } from '../../src-core/kernel/sheet.ts'
import { limits } from './limits.ts'
import type { LetterWitness } from './mojibake.ts'
import { refuse } from './refuse.ts'
import { decodeText } from './text-encoding.ts'
import type { ReadSheet } from './xlsx-reader.ts'

export type Delimiter = NonNullable<WorkbookInfo['delimiter']>

/** A text table as one sheet of texts. */
export type ReadText = ReadSheet & Pick<WorkbookInfo, 'encoding' | 'delimiter'>

/**
 * Reads `.csv`, `.tsv` and their kin. Every field stays text: `00123` keeps its zeros, `1.234,50` its comma. `name` is the
 * name the sheet gets.
 */
export function readText(bytes: Uint8Array, name: string, witness: LetterWitness): ReadText {
  const { text: decoded, encoding } = decodeText(bytes)
  witness.see(decoded)
  const declared = /^sep=([;,\t|])\r?\n/i.exec(decoded)
  const text = (declared ? decoded.slice(declared[0].length) : decoded).replace(oldEndOfFile, '')
  const delimiter = (declared?.[1] as Delimiter | undefined) ?? findDelimiter(text)
  const rows: SheetRow[] = []
  let columnCount = 0
  let room: number = limits.cells
  let row = 0
  for (const cells of records(text, delimiter ?? ';')) {
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    if (row >= limits.rows) refuse('tooManyRows', { sheet: name })
    room -= cells.length
    if (cells.length > limits.columns || room < 0) refuse('tooManyCells', { sheet: name, cell: `A${row + 1}` })
    if (cells.length > 0) rows.push({ row, cells })
    columnCount = Math.max(columnCount, cells.length)
    row++
  }
  return {
    encoding,
    ...(delimiter ? { delimiter } : {}),
    rows,
    info: {
      name,
      visibility: 'visible',
      rowCount: rows.length,
      columnCount,
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      formulaCount: 0,
    },
  }
}

/** Programs of the DOS days end a file with this sign. */
const oldEndOfFile = '\u001a'

const delimiters = [';', '\t', '|', ','] as const satisfies readonly Delimiter[]

/**
 * The sign that splits most of the first lines into the same number of fields. A decimal comma loses against `;` because
 * titles have none and numbers have it unevenly.
 */
export function findDelimiter(text: string): Delimiter | undefined {
  let best: Delimiter | undefined
  let bestScore = 0
  for (const delimiter of delimiters) {
    const score = evenness(text, delimiter)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

function evenness(text: string, delimiter: Delimiter): number {
  const counts = new Map<number, number>()
  let seen = 0
  try {
    for (const fields of records(text, delimiter)) {
      if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
      if (++seen === 200) break
    }
  } catch {
    // A quote that never closes is reported by the reading itself.
  }
  let most = 0
  for (const [width, lines] of counts) most = Math.max(most, lines * Math.min(width, 3))
  return most
}

/** The records of a text table; a quoted field may hold delimiters, doubled quotes and line ends. Empty fields are null. */
export function* records(text: string, delimiter: Delimiter): Generator<Cell[]> {
  const separator = delimiter.charCodeAt(0)
  let fields: Cell[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    if (text.charCodeAt(at) === QUOTE) {
      const [value, end] = quoted(text, at, separator, line)
      for (let i = value.indexOf('\n'); i >= 0; i = value.indexOf('\n', i + 1)) line++
      fields.push(plain(value))
      at = end
    } else {
      const start = at
      while (at < text.length && !isEnd(text.charCodeAt(at), separator)) at++
      fields.push(plain(text.slice(start, at)))
    }
    if (at >= text.length) break
    const end = text.charCodeAt(at++)
    if (end === separator) {
      if (at === text.length) fields.push(null)
      continue
    }
    if (end === RETURN && text.charCodeAt(at) === FEED) at++
    line++
    yield fields
    fields = []
  }
  if (fields.length > 0) yield fields
}

const QUOTE = 0x22
const FEED = 0x0a
const RETURN = 0x0d

const isEnd = (code: number, separator: number) => code === separator || code === FEED || code === RETURN

function quoted(text: string, start: number, separator: number, line: number): [value: string, end: number] {
  let value = ''
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at)
    if (quote < 0 || quote - start > limits.quotedCharacters) {
      return refuse('unclosedQuote', { cell: `A${line}`, details: { line } })
    }
    value += text.slice(at, quote)
    const next = text.charCodeAt(quote + 1)
    if (Number.isNaN(next) || isEnd(next, separator)) return [value, quote + 1]
    // A lone quote inside a quoted field is kept: people write 19" and forget to double it.
    value += '"'
    at = quote + (next === QUOTE ? 2 : 1)
  }
}

/**
 * A field as its author meant it: `="00123"` is how exporters keep the zeros in Excel, and an apostrophe before a sign that
 * would start a formula is how spreadsheets, ours among them, keep text from being calculated.
 */
function plain(field: string): Cell {
  if (field === '') return null
  const first = field.charCodeAt(0)
  if (first === 0x3d) return (/^="([^"]*)"$/.exec(field)?.[1] ?? field) || null
  if (first === 0x27 && /^'+[=+\-@\t\r]/.test(field)) return field.slice(1)
  return field
}
