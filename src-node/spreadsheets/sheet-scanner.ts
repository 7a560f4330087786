import { isOperationError } from '../../src-core/kernel/errors.ts'
import type { Cell, SheetRow } from '../../src-core/kernel/sheet.ts'
import { cellName } from '../../src-core/kernel/sheet.ts'
import {
  columnOf,
  EQUALS,
  GREATER,
  isTagDelimiter,
  LESS,
  numberOf,
  SLASH,
  SMALL_C,
  SMALL_F,
  SMALL_R,
  SMALL_S,
  SMALL_T,
  SMALL_V,
  SPACE,
  TYPE_BOOLEAN,
  TYPE_ERROR,
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_TEXT,
  TYPE_UNKNOWN,
  typeOf,
  wholeNumber,
} from './cell-bytes.ts'
import { dateOfSerial, serialOfDate } from './excel-date.ts'
import { limits } from './limits.ts'
import { refuse, Unusual } from './refuse.ts'
import { type Cursor, decodeText, readStringItem, tagEnd } from './string-item.ts'

/** What the rows of one sheet held. Rows without a value are not among them. */
export type ScannedRows = {
  readonly rows: SheetRow[]
  readonly hiddenRows: number[]
  columnCount: number
  formulaCount: number
  formulasWithoutValue: number
}

/** What cells refer to, and how much room is left for them. */
export type ScanContext = {
  readonly sheet: string
  readonly strings: readonly string[]
  readonly dateStyles: Uint8Array
  readonly date1904: boolean
  /** Length of the namespace prefix with its colon: 2 for `<x:row>`. */
  readonly prefix: number
  /** Sees every text that does not come from the shared strings. */
  readonly see: (text: string) => void
  /** Cell places left in the whole workbook; shared between the scanners of one file. */
  readonly room: { cells: number }
}

/**
 * Reads complete rows (`<row …>…</row>`, without the surrounding `sheetData`) straight from their UTF-8 bytes. Anything
 * legal that it does not know throws Unusual; anything illegal is refused with sheet and cell.
 */
export function createRowScanner(context: ScanContext) {
  const { strings, dateStyles, date1904, prefix, see, room } = context
  const found: ScannedRows = { rows: [], hiddenRows: [], columnCount: 0, formulaCount: 0, formulasWithoutValue: 0 }
  const dates = new Map<number, Cell>()
  const cursor: Cursor = { at: 0 }
  let row = -1
  let column = -1
  let lastRow = -1
  let hidden = false
  let cells: Cell[] = []

  const damaged = () =>
    refuse('damaged', { sheet: context.sheet, cell: cellName(Math.max(row, 0), Math.max(column, 0)) })

  const dateOf = (serial: number): Cell => {
    let date = dates.get(serial)
    if (date === undefined) {
      date = dateOfSerial(serial, date1904)
      if (dates.size < 100_000) dates.set(serial, date)
    }
    return date
  }

  const textOf = (text: string): Cell => {
    if (text === '') return null
    see(text)
    return text
  }

  /** The value between `<v>` and `</v>`. */
  const cellValue = (bytes: Buffer, start: number, end: number, type: number, style: number): Cell => {
    if (start === end) return null
    if (type === TYPE_SHARED) {
      const text = strings[wholeNumber(bytes, start, end)]
      return text === undefined ? damaged() : text === '' ? null : text
    }
    if (type === TYPE_NUMBER) {
      const number = numberOf(bytes, start, end)
      if (!Number.isFinite(number)) return textOf(decodeText(bytes, start, end).trim())
      return dateStyles[style] === 1 ? dateOf(number) : number
    }
    if (type === TYPE_TEXT) return textOf(decodeText(bytes, start, end))
    const text = bytes.toString('latin1', start, end)
    if (type === TYPE_BOOLEAN) return text === '1' || text === 'true'
    if (type === TYPE_ERROR) return { error: text }
    const serial = serialOfDate(text, date1904)
    return Number.isNaN(serial) ? text : dateOf(serial)
  }

  const startRow = (bytes: Buffer, from: number, end: number): number => {
    let at = from
    hidden = false
    row = lastRow + 1
    column = -1
    cells = []
    for (;;) {
      while (at < end && (bytes[at] as number) <= SPACE) at++
      if (at >= end) return damaged()
      const byte = bytes[at] as number
      if (byte === GREATER || byte === SLASH) break
      const name = at
      while (at < end && bytes[at] !== EQUALS) at++
      const length = at - name
      const quote = bytes[at + 1] as number
      const value = at + 2
      if ((quote !== 0x22 && quote !== 0x27) || (bytes[at - 1] as number) <= SPACE) throw new Unusual('spaces around =')
      at = value
      while (at < end && bytes[at] !== quote) at++
      if (length === 1 && byte === SMALL_R) row = wholeNumber(bytes, value, at) - 1
      else if (length === 6 && byte === 0x68 && bytes[name + 1] === 0x69)
        hidden = bytes[value] === 0x31 || bytes[value] === 0x74
      at++
    }
    if (!(row > lastRow)) throw new Unusual('rows out of order')
    if (row >= limits.rows) refuse('tooManyRows', { sheet: context.sheet })
    lastRow = row
    if (bytes[at] === GREATER) return at + 1
    return at + 2
  }

  const endRow = () => {
    if (cells.length === 0) return
    room.cells -= cells.length
    if (room.cells < 0) refuse('tooManyCells', { sheet: context.sheet, details: { limit: limits.cells } })
    if (cells.length > found.columnCount) found.columnCount = cells.length
    if (hidden) found.hiddenRows.push(row)
    found.rows.push({ row, cells })
  }

  /** Reads one `<c>` whose name ends at `from`; gives back the place behind it. */
  const readCell = (bytes: Buffer, from: number, end: number): number => {
    let at = from
    let type = TYPE_NUMBER
    let style = 0
    column++
    for (;;) {
      while (at < end && (bytes[at] as number) <= SPACE) at++
      if (at >= end) return damaged()
      const byte = bytes[at] as number
      if (byte === GREATER) break
      if (byte === SLASH) return at + 2
      const name = at
      while (at < end && bytes[at] !== EQUALS) at++
      const length = at - name
      const quote = bytes[at + 1] as number
      const value = at + 2
      if ((quote !== 0x22 && quote !== 0x27) || (bytes[at - 1] as number) <= SPACE) throw new Unusual('spaces around =')
      at = value
      while (at < end && bytes[at] !== quote) at++
      if (length === 1) {
        if (byte === SMALL_R) column = columnOf(bytes, value)
        else if (byte === SMALL_S) style = wholeNumber(bytes, value, at)
        else if (byte === SMALL_T) type = typeOf(bytes, value, at)
      }
      at++
    }
    at++
    if (type === TYPE_UNKNOWN || column < 0 || column >= limits.columns) damaged()
    let value: Cell = null
    let formula = false
    for (;;) {
      while (at < end && bytes[at] !== LESS) at++
      if (at >= end) return damaged()
      at++
      if (bytes[at] === SLASH) {
        at += 1 + prefix
        if (bytes[at] !== SMALL_C || bytes[at + 1] !== GREATER) throw new Unusual('tag in a cell')
        at += 2
        break
      }
      at += prefix
      const first = bytes[at] as number
      const second = bytes[at + 1] as number
      if (first === SMALL_V && isTagDelimiter(second)) {
        at = second === GREATER ? at + 2 : tagEnd(bytes, at + 1, end)
        if (bytes[at - 2] === SLASH) continue
        const start = at
        while (at < end && bytes[at] !== LESS) at++
        value = cellValue(bytes, start, at, type, style)
        at = closing(bytes, at, end)
      } else if (first === SMALL_F && isTagDelimiter(second)) {
        formula = true
        at = tagEnd(bytes, at + 1, end)
        if (bytes[at - 2] === SLASH) continue
        while (at < end && bytes[at] !== LESS) at++
        at = closing(bytes, at, end)
      } else if (first === 0x69 && second === SMALL_S) {
        cursor.at = tagEnd(bytes, at + 2, end)
        if (bytes[cursor.at - 2] !== SLASH) value = textOf(readStringItem(bytes, end, cursor))
        at = cursor.at
      } else throw new Unusual('tag in a cell')
    }
    if (formula) {
      found.formulaCount++
      if (value === null && type === TYPE_NUMBER) found.formulasWithoutValue++
    }
    if (value === null) return at
    if (column < cells.length) throw new Unusual('cells out of order')
    while (cells.length < column) cells.push(null)
    cells.push(value)
    return at
  }

  const closing = (bytes: Buffer, at: number, end: number): number => {
    if (bytes[at + 1] !== SLASH) throw new Unusual('tag in a value')
    return tagEnd(bytes, at + 2, end)
  }

  const scanRows = (bytes: Buffer, start: number, end: number): void => {
    let at = start
    for (;;) {
      while (at < end && bytes[at] !== LESS) at++
      if (at >= end) return
      at++
      const isClosing = bytes[at] === SLASH
      at += prefix + (isClosing ? 1 : 0)
      const byte = bytes[at]
      if (byte === SMALL_C && !isClosing && isTagDelimiter(bytes[at + 1] as number)) at = readCell(bytes, at + 1, end)
      else if (byte === SMALL_R && bytes[at + 1] === 0x6f && bytes[at + 2] === 0x77) {
        if (isClosing) {
          endRow()
          at = tagEnd(bytes, at + 3, end)
        } else at = startRow(bytes, at + 3, end)
      } else throw new Unusual('tag between rows')
    }
  }

  return {
    found,
    /** Takes the complete rows between `start` and `end`. */
    scan(bytes: Buffer, start: number, end: number): void {
      try {
        scanRows(bytes, start, end)
      } catch (error) {
        if (isOperationError(error) && error.data && 'problem' in error.data && error.data.problem === 'damaged')
          damaged()
        throw error
      }
    },
  }
}
