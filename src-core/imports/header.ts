import { formatDate } from '../kernel/dates.ts'
import type { Cell, SheetInfo, SheetRow } from '../kernel/sheet.ts'
import { isBlank, isFigure } from './cell-text.ts'
import type { HeaderTexts } from './header-names.ts'
import { headerKey } from './header-text.ts'

/** Where the header stands, zero-based rows, both included, and what it says. */
export type Header = { readonly top: number; readonly bottom: number; readonly texts: HeaderTexts }

export type HeaderOptions = {
  /** Whether a header is one that some field is known to have. Makes the search surer. */
  readonly isKnown?: (header: string) => boolean
  /** Rows an officer pointed at; nothing is searched then. */
  readonly rows?: { readonly top: number; readonly bottom: number }
}

const rowsSearched = 30
const bodyRows = 60
const leastScore = 4.2
const longestHeader = 1000
const widestLoneGroup = 0.7

type Candidate = Header & { readonly score: number }
type Body = ReadonlyMap<
  number,
  { readonly figures: number; readonly count: number; readonly texts: ReadonlySet<string> }
>

/** What a cell says as part of a header, line breaks and all; empty for what is no text. */
export const headerText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined || typeof cell === 'boolean') return ''
  if (typeof cell === 'object') return 'error' in cell ? '' : formatDate(cell.iso)
  return String(cell).replaceAll('\u00a0', ' ').trim()
}

function rowTexts(row: SheetRow): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  row.cells.forEach((cell, column) => {
    const text = headerText(cell)
    if (text !== '') texts.set(column, text)
  })
  return texts
}

/** What stands under a header; rows that repeat the header, and rows of one cell, are left out. */
function bodyOf(rows: readonly SheetRow[], texts: HeaderTexts): Body {
  const columns = new Map<number, { figures: number; count: number; texts: Set<string> }>()
  for (const row of rows) {
    const filled: [number, Cell][] = []
    row.cells.forEach((cell, column) => {
      if (!isBlank(cell)) filled.push([column, cell])
    })
    const same = filled.filter(([column, cell]) => texts.get(column)?.at(-1) === headerText(cell)).length
    if (filled.length < 2 || same >= 2) continue
    for (const [column, cell] of filled) {
      const seen = columns.get(column) ?? { figures: 0, count: 0, texts: new Set<string>() }
      seen.count++
      if (isFigure(cell)) seen.figures++
      else seen.texts.add(headerKey(headerText(cell)))
      columns.set(column, seen)
    }
  }
  return columns
}

function scoreOf(texts: HeaderTexts, below: readonly SheetRow[], options: HeaderOptions): number {
  const columns = [...texts]
  if (columns.length === 0) return 0
  const body = bodyOf(below, texts)
  const last = columns.map(([column, path]) => [column, path.at(-1) ?? ''] as const)
  const known = columns.filter(([, path]) => path.some((part) => options.isKnown?.(part))).length
  const wordy = last.filter(([, text]) => !isFigure(text) && text.length <= longestHeader).length / columns.length
  const distinct = new Set(columns.map(([, path]) => path.map(headerKey).join(' / '))).size / columns.length
  let covered = 0
  let contrast = 0
  let clash = 0
  for (const [column, seen] of body) {
    const text = texts.get(column)?.at(-1)
    if (text === undefined) continue
    covered++
    if (seen.texts.has(headerKey(text))) clash++
    else if (
      !isFigure(text) &&
      (seen.figures > seen.count / 2 || (seen.count >= 4 && seen.texts.size <= seen.count / 2))
    )
      contrast++
  }
  if (wordy < 0.6 || (columns.length < 2 && known === 0)) return 0
  const share = (n: number): number => (covered === 0 ? 0 : n / covered)
  const coverage = body.size === 0 ? (known >= 2 ? 1 : 0) : covered / body.size
  if (known === 0 && share(contrast) < 0.15) return 0
  return 3 * coverage + wordy + distinct + 2 * share(contrast) + Math.min(known, 5) * 0.7 - 4 * share(clash)
}

const spanAt = (info: SheetInfo, row: number, column: number) =>
  info.merges.find((range) => range.top <= row && row <= range.bottom && range.left <= column && column <= range.right)

/** The header that two rows make together, or null when the upper one does not group the lower one's columns. */
function joinRows(parent: SheetRow, child: SheetRow, info: SheetInfo): HeaderTexts | null {
  const parents = rowTexts(parent)
  const children = rowTexts(child)
  const width = new Set([...parents.keys(), ...children.keys()]).size
  const merged = info.merges.filter((range) => range.top === parent.row && range.right > range.left)
  const groups = merged.filter((range) => {
    const under = [...children.keys()].filter((column) => column >= range.left && column <= range.right)
    // A single text over nearly everything is the form's title, not a group.
    const most = parents.size === 1 ? width * widestLoneGroup : width - 1
    return under.length >= 2 && under.length <= most && parents.has(range.left)
  })
  const tall = [...parents.keys()].filter((column) => !children.has(column))
  const wide = [...children.keys()].filter((column) => !parents.has(column))
  const complementary = tall.length > 0 && wide.length > 0 && merged.length === 0 && [...parents.keys()].length >= 2
  if (groups.length === 0 && !complementary) return null
  const texts = new Map<number, readonly string[]>()
  let carried = ''
  for (const column of [...new Set([...parents.keys(), ...children.keys()])].sort((a, b) => a - b)) {
    const span = spanAt(info, parent.row, column)
    const child = children.get(column)
    const own = parents.get(column) ?? (span ? parents.get(span.left) : undefined)
    if (own !== undefined) carried = own
    // Where merged cells are known they say how far a parent reaches; text files leave only the gap to go by.
    const above = own ?? (complementary && child !== undefined ? carried : '')
    texts.set(
      column,
      [above, child ?? ''].filter((part) => part !== ''),
    )
  }
  return texts
}

const single = (row: SheetRow): HeaderTexts => new Map([...rowTexts(row)].map(([column, text]) => [column, [text]]))

function headerAt(head: readonly SheetRow[], info: SheetInfo, top: number, bottom: number): Header | null {
  const rows = head.filter((row) => row.row >= top && row.row <= bottom)
  const [first, second] = rows
  if (!first) return null
  const joined = second ? joinRows(first, second, info) : null
  const texts = joined ?? (second ? mergeTexts(first, second) : single(first))
  return texts.size === 0 ? null : { top, bottom, texts }
}

/** Two rows an officer declared a header although nothing in them shows it. */
function mergeTexts(first: SheetRow, second: SheetRow): HeaderTexts {
  const texts = new Map<number, readonly string[]>(single(first))
  for (const [column, text] of rowTexts(second)) texts.set(column, [...(texts.get(column) ?? []), text])
  return texts
}

/**
 * Finds the header among the first thirty rows of a sheet: a row of words that names the columns filled below it, differs
 * from what stands in them, and may group its columns under a row above. Null when nothing looks like one. `head` are the
 * first rows that carry values; a hundred are enough.
 */
export function findHeader(info: SheetInfo, head: readonly SheetRow[], options: HeaderOptions = {}): Header | null {
  if (options.rows) return headerAt(head, info, options.rows.top, options.rows.bottom)
  let best: Candidate | null = null
  for (let at = 0; at < head.length; at++) {
    const row = head[at]
    if (!row || row.row >= rowsSearched) break
    const next = head[at + 1]
    const below = head.slice(at + 1, at + 1 + bodyRows)
    const candidates: Candidate[] = []
    const texts = single(row)
    candidates.push({ top: row.row, bottom: row.row, texts, score: scoreOf(texts, below, options) })
    const joined = next && next.row === row.row + 1 ? joinRows(row, next, info) : null
    if (next && joined) {
      const score = scoreOf(joined, head.slice(at + 2, at + 2 + bodyRows), options)
      candidates.push({ top: row.row, bottom: next.row, texts: joined, score: score > 0 ? score + 0.5 : 0 })
    }
    for (const candidate of candidates) {
      // Of two rows that could both be it, the upper one is: names come before what they name.
      if (candidate.score - at * 0.05 > (best ? best.score : leastScore)) {
        best = { ...candidate, score: candidate.score - at * 0.05 }
      }
    }
  }
  return best ? { top: best.top, bottom: best.bottom, texts: best.texts } : null
}
