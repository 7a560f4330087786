import {
  type ImportIssue,
  type IssueCode,
  type IssuePlace,
  type IssueSuggestion,
  type IssueValues,
  issueOf,
  type TableRow,
  textOf,
  type ValueMatch,
} from '../imports/index.ts'
import { type DateHints, dateHints, parseDate } from '../kernel/dates.ts'
import type { Cell } from '../kernel/sheet.ts'
import type { ReadSheet } from './list-sheet.ts'

/** The cells of one row after the other, by field, with a place to say what is wrong with them. */
export type ListCells = {
  readonly issues: ImportIssue[]
  /** Goes to a row. */
  at(row: TableRow): void
  /** Goes to a row and says which of its cells hold an error of the author's program; those count as empty. */
  open(row: TableRow): void
  /** Whether the sheet has a column for the field. */
  has(field: string): boolean
  cell(field: string): Cell | undefined
  /** What a person would read in the cell. */
  text(field: string): string
  /** Notes a finding at the field's cell, or at the first column where the sheet has none. */
  say<C extends IssueCode>(code: C, field: string, values: IssueValues[C], near?: readonly IssueSuggestion[]): void
  /** Whether an error was said since the row was gone to: it is wrong as a whole then. */
  isWrong(): boolean
  /** The day in a cell, null where it is empty or not understood (then it is said). */
  date(field: string): string | null
  /** One of a closed list, null where the cell is empty or not understood (then it is said). */
  choice<K extends string>(field: string, match: (cell: Cell | undefined) => ValueMatch<K>): K | null
  /** Text of at most so many characters, null where it is empty or too long (then it is said). */
  limited(field: string, most: number): string | null
}

const hintRows = 5000

/** The cells of a sheet that was read, by the fields its columns were found to be. */
export function listCells(sheet: ReadSheet): ListCells {
  const { proposal, info } = sheet.seen
  const columns = proposal?.resolved.fields ?? new Map<string, number>()
  const firstColumn = Math.min(...columns.values(), proposal?.table.columns[0]?.column ?? 0)
  const issues: ImportIssue[] = []
  const hints = new Map<string, DateHints>()
  let current: TableRow = { row: 0, cells: [], carried: [], block: null }
  let wrong = false

  const place = (field: string): IssuePlace => ({
    sheet: info.name,
    row: current.row,
    column: columns.get(field) ?? firstColumn,
  })
  const say: ListCells['say'] = (code, field, values, near) => {
    if (code.startsWith('E')) wrong = true
    issues.push(issueOf(code, place(field), values, near))
  }
  const cell: ListCells['cell'] = (field) => {
    const column = columns.get(field)
    const value = column === undefined ? undefined : current.cells[column]
    return typeof value === 'object' && value !== null && 'error' in value ? undefined : value
  }
  const text = (field: string): string => textOf(cell(field))
  const hintsFor = (field: string): DateHints => {
    let known = hints.get(field)
    if (!known) {
      const column = columns.get(field) ?? -1
      known = dateHints(sheet.rows.slice(0, hintRows).map((row) => row.cells[column] ?? null))
      hints.set(field, known)
    }
    return known
  }

  const at: ListCells['at'] = (row) => {
    current = row
    wrong = false
  }

  return {
    issues,
    at,
    open: (row) => {
      at(row)
      for (const [field, column] of columns) {
        const value = row.cells[column]
        if (typeof value === 'object' && value !== null && 'error' in value) say('E27', field, { text: value.error })
      }
    },
    has: (field) => columns.has(field),
    cell,
    text,
    say,
    isWrong: () => wrong,
    date: (field) => {
      const value = cell(field)
      if (value === undefined) return null
      const parsed = parseDate(value, hintsFor(field))
      if (parsed.kind === 'date') return parsed.iso
      if (parsed.kind === 'ambiguous') {
        const { dayFirst, monthFirst } = parsed
        say('E24', field, { field, text: text(field), dayFirst, monthFirst })
      } else if (parsed.kind !== 'empty') say('E21', field, { field, text: text(field) })
      return null
    },
    choice: (field, match) => {
      const answer = match(cell(field))
      if (answer.kind === 'found') return answer.key
      if (answer.kind === 'unknown') {
        const near = answer.near.map(({ key, word, score }) => ({ value: key, label: word, score }))
        say('E23', field, { field, text: answer.text }, near)
      }
      return null
    },
    limited: (field, most) => {
      const value = text(field)
      if (value.length <= most) return value || null
      say('E26', field, { field, length: value.length, limit: most })
      return null
    },
  }
}
