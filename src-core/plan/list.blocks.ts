import {
  headerKey,
  type ImportIssue,
  isBlank,
  issueOf,
  proposeMapping,
  readTable,
  type TableRow,
  type TargetField,
  textOf,
  workbookIssues,
} from '../imports/index.ts'
import type { OpenWorkbook } from '../kernel/ports.ts'
import type { SheetRow } from '../kernel/sheet.ts'
import { type ReadSheet, type SeenSheet, versionSheetName } from '../people/index.ts'
import { monthOfColumn } from './list.fields.ts'

const fewestNames = 3
const shareOfNames = 0.6
const groupFields = ['unit', 'provider']

const filledTexts = ({ cells }: SheetRow): ReadonlyMap<number, string> =>
  new Map([...cells.entries()].flatMap(([column, cell]) => (isBlank(cell) ? [] : [[column, textOf(cell)] as const])))

/** Whether a row below the first header names columns again. */
function namesColumns(row: SheetRow, words: ReadonlySet<string>): boolean {
  const texts = [...filledTexts(row).values()]
  const known = texts.filter((text) => words.has(headerKey(text)) || monthOfColumn(text) !== undefined).length
  return known >= fewestNames && known >= texts.length * shareOfNames
}

const isTitle = (row: SheetRow | undefined): boolean => {
  const texts = row ? [...filledTexts(row).values()] : []
  return texts.length === 1 && Number.isNaN(Number(texts[0]))
}

/** Where blocks with other columns than those before them begin, as positions among the rows. */
function newHeaders(rows: readonly SheetRow[], first: SeenSheet, fields: readonly TargetField[]): readonly number[] {
  const words = new Set(fields.flatMap((field) => field.words.keys))
  const below = first.proposal?.table.headerBottom ?? -1
  let names = (first.proposal?.table.columns ?? []).map(({ column, path }) => `${column} ${path.at(-1) ?? ''}`)
  return rows.flatMap((row, at) => {
    if (row.row <= below || !namesColumns(row, words)) return []
    const own = [...filledTexts(row)].map(([column, text]) => `${column} ${text}`)
    const known = new Set(names)
    if (own.every((name) => known.has(name))) return []
    names = own
    return [at]
  })
}

/** What columns of these names mean in the first block, where the officer may have corrected it. */
function meantAbove({ proposal }: SeenSheet, names: readonly string[]): Readonly<Record<string, string>> {
  const keys = new Set(names.map(headerKey))
  const meant = Object.entries(proposal?.mapping.fields ?? {}).filter(([, name]) => keys.has(headerKey(name)))
  return Object.fromEntries(meant)
}

async function allRows(book: OpenWorkbook, index: number, signal: AbortSignal): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of book.rows(index)) {
    signal.throwIfAborted()
    rows.push(...batch)
  }
  return rows
}

function readBlock(book: OpenWorkbook, seen: SeenSheet, rows: readonly SheetRow[], before: readonly ImportIssue[]) {
  const { proposal, info } = seen
  const data: TableRow[] = []
  const issues = [...before, ...seen.issues]
  if (proposal) {
    const groups = new Set(groupFields.map((field) => proposal.resolved.fields.get(field)))
    const carried = proposal.table.carried.filter(({ column, why }) => why === 'merged' || groups.has(column))
    const reader = readTable({ ...proposal.table, carried }, info)
    for (const row of rows) {
      const read = reader.read(row)
      if (read) data.push(read)
    }
    issues.push(...reader.finish())
  }
  return { workbook: book.info, seen, rows: data, issues }
}

/**
 * Reads a sheet to its end, block by block: plans often repeat their table for each department, now and then with other
 * columns, and each such block is read by its own header. A column that has the name of one above means the same.
 */
export async function readBlocks(
  book: OpenWorkbook,
  seen: SeenSheet,
  fields: readonly TargetField[],
  signal: AbortSignal,
): Promise<readonly ReadSheet[]> {
  const rows = await allRows(book, seen.index, signal)
  const headers = newHeaders(rows, seen, fields)
  // The titles right above a header belong to the block that it begins.
  const starts = headers.map((at) => {
    let start = at
    while (start > 0 && isTitle(rows[start - 1])) start--
    return start
  })
  const foreign = workbookIssues(book.info).filter(({ sheet }) => sheet !== versionSheetName)
  const blocks = [readBlock(book, seen, rows.slice(0, starts[0] ?? rows.length), foreign)]
  for (const [number, at] of headers.entries()) {
    const own = rows.slice(starts[number], starts[number + 1] ?? rows.length)
    const top = rows[at]?.row ?? 0
    const names = [...filledTexts(rows[at] ?? { row: 0, cells: [] }).values()]
    const { proposal, issues } = proposeMapping(seen.info, own, fields, {
      chosen: { layout: 'long', header: { top, bottom: top }, fields: meantAbove(seen, names) },
    })
    const told = issueOf(
      'W46',
      { sheet: seen.info.name, row: top, column: 0 },
      { row: top + 1, columns: names.join(', ') },
    )
    blocks.push(readBlock(book, { ...seen, proposal, issues }, own, [told]))
  }
  return blocks
}
