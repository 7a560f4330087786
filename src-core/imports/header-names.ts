import { columnName, type SheetInfo } from '../kernel/sheet.ts'
import { oneLine } from './cell-text.ts'
import { headerKey } from './header-text.ts'

/** One column of a table. */
export type TableColumn = {
  /** Zero-based number in the sheet. */
  readonly column: number
  /** Unlike every other in the table: `Konu`, `Konu (2)`, `Eğitim / Konu`; the letter of a column without a header. */
  readonly name: string
  /** The header's parts from the top down, as typed, line breaks and all. */
  readonly path: readonly string[]
  readonly named: boolean
  readonly hidden: boolean
}

/** The texts of a header by column, one list a column from the top down, without repetitions. */
export type HeaderTexts = ReadonlyMap<number, readonly string[]>

const cleaned = (text: string): string =>
  oneLine(text)
    .replace(/^[*\s]+|[*:\s]+$/g, '')
    .trim()

/** `Eğitim / Konu` of a parent and a child header, without `*` and line breaks. */
export const joinedName = (path: readonly string[]): string =>
  path
    .map(cleaned)
    .filter((part, at, parts) => part !== '' && headerKey(part) !== headerKey(parts[at - 1] ?? ''))
    .join(' / ')

/** Gives every column its name. Columns without header text are listed when they hold values. */
export function nameColumns(texts: HeaderTexts, used: Iterable<number>, info: SheetInfo): readonly TableColumn[] {
  const hidden = new Set(info.hiddenColumns)
  const taken = new Map<string, number>()
  const numbers = [...new Set([...texts.keys(), ...used])].sort((a, b) => a - b)
  const unique = (name: string): string => {
    const key = headerKey(name) || name
    const times = (taken.get(key) ?? 0) + 1
    taken.set(key, times)
    return times === 1 ? name : unique(`${name} (${times})`)
  }
  return numbers.map((column) => {
    const path = texts.get(column) ?? []
    const joined = joinedName(path)
    const name = unique(joined === '' ? columnName(column) : joined)
    return { column, name, path, named: joined !== '', hidden: hidden.has(column) }
  })
}
