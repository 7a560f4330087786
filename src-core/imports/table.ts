import { sha256 } from '../kernel/hash.ts'
import type { Cell, SheetInfo, SheetRow } from '../kernel/sheet.ts'
import { isBlank } from './cell-text.ts'
import { type CarriedColumn, groupColumns } from './group-columns.ts'
import { findHeader, type HeaderOptions } from './header.ts'
import { blockAbove, linesAbove } from './header-lines.ts'
import { nameColumns, type TableColumn } from './header-names.ts'
import { headerKey } from './header-text.ts'
import { type ImportIssue, issueOf } from './issue.ts'
import { synonyms } from './synonyms.ts'
import { readTable } from './table-reader.ts'

/** What the first rows of a sheet say about the table in it. */
export type Table = {
  readonly sheet: string
  /** Zero-based rows of the header, both included. */
  readonly headerTop: number
  readonly headerBottom: number
  readonly columns: readonly TableColumn[]
  /** The lines above the header, top down. */
  readonly above: readonly string[]
  /** What the first rows belong to: the unit that the lines above name, else the lone line right above the header. */
  readonly block: string | null
  readonly carried: readonly CarriedColumn[]
  /** The column that only counts the rows (`Sıra No`), if there is one. */
  readonly sequence: number | null
  /** The same for every file made from one form: it depends on the names of the columns alone. */
  readonly fingerprint: string
}

export type TableOptions = HeaderOptions & {
  /** Columns whose empty cells take the value above, in place of those found. */
  readonly carried?: readonly CarriedColumn[]
}

export type FoundTable = {
  readonly table: Table | null
  /** Data rows among the given ones, as the reader gives them. */
  readonly sample: readonly (readonly Cell[])[]
  readonly issues: readonly ImportIssue[]
}

const fingerprintDigits = 24
const counting = new Set(synonyms.sequence.map(headerKey))

/** A short name of a form: the folded names of its columns in order. */
const fingerprintOf = (columns: readonly TableColumn[]): string =>
  sha256(
    columns
      .filter((column) => column.named)
      .map((column) => headerKey(column.name))
      .join('\n'),
  ).slice(0, fingerprintDigits)

function usedColumns(rows: readonly SheetRow[], below: number): ReadonlySet<number> {
  const used = new Set<number>()
  for (const row of rows) {
    if (row.row <= below) continue
    row.cells.forEach((cell, column) => {
      if (!isBlank(cell)) used.add(column)
    })
  }
  return used
}

function duplicates(columns: readonly TableColumn[], sheet: string, row: number): readonly ImportIssue[] {
  const byName = Map.groupBy(
    columns.filter((column) => column.named),
    (column) => headerKey(column.path.join(' / ')),
  )
  return [...byName.values()]
    .filter((same) => same.length > 1)
    .map((same) => {
      const name = same[0]?.name ?? ''
      const names = same.map((column) => column.name).join(', ')
      return issueOf('W26', { sheet, row, column: same[1]?.column }, { name, names })
    })
}

function sampleOf(table: Table, info: SheetInfo, head: readonly SheetRow[]): FoundTable['sample'] {
  const { read } = readTable(table, info)
  const sample: (readonly Cell[])[] = []
  for (const row of head) {
    const data = read(row)
    if (data) sample.push(data.cells)
  }
  return sample
}

/**
 * Finds the table of a sheet from its first rows (a hundred to a few thousand; rows without a value left out). Without a
 * header there is no table and one finding, E10. Read all rows with `readTable`.
 */
export function findTable(info: SheetInfo, head: readonly SheetRow[], options: TableOptions = {}): FoundTable {
  const header = findHeader(info, head, options)
  if (!header) return { table: null, sample: [], issues: [issueOf('E10', { sheet: info.name }, {})] }
  const columns = nameColumns(header.texts, usedColumns(head, header.bottom), info)
  const bare: Table = {
    sheet: info.name,
    headerTop: header.top,
    headerBottom: header.bottom,
    columns,
    above: linesAbove(head, header),
    block: blockAbove(head, header),
    carried: [],
    sequence: columns.find((column) => column.named && counting.has(headerKey(column.name)))?.column ?? null,
    fingerprint: fingerprintOf(columns),
  }
  const plain = sampleOf(bare, info, head)
  const table: Table = {
    ...bare,
    carried: options.carried ?? groupColumns(columns, plain, info.merges, header.bottom),
  }
  const sample = table.carried.length === 0 ? plain : sampleOf(table, info, head)
  return { table, sample, issues: duplicates(columns, info.name, header.bottom) }
}
