import type { Reader } from '../database/store.ts'
import {
  findTable,
  type ImportIssue,
  isKnownHeader,
  mappingOf,
  type Proposal,
  proposeMapping,
  readTable,
  type TableRow,
  type TargetField,
  workbookIssues,
} from '../imports/index.ts'
import { found } from '../kernel/errors.ts'
import type { OpenWorkbook, Ports } from '../kernel/ports.ts'
import type { SheetInfo, SheetRow, WorkbookInfo } from '../kernel/sheet.ts'
import type { ListMapping } from './list-change.ts'

/** Rows from which a sheet is understood. */
const headRows = 2000

/** What one sheet of a file seems to be. */
export type SeenSheet = {
  readonly index: number
  readonly info: SheetInfo
  readonly proposal: Proposal | null
  readonly issues: readonly ImportIssue[]
}

/** The sheet of a file that was chosen, whole. */
export type ReadSheet = {
  readonly workbook: WorkbookInfo
  readonly seen: SeenSheet
  readonly rows: readonly TableRow[]
  /** About the workbook, the sheet and its rows as such; what is in the cells belongs to the kind of list. */
  readonly issues: readonly ImportIssue[]
}

type Source = {
  readonly kind: string
  readonly fileHash: string
  readonly fileName: string
  readonly sheet?: string | undefined
  readonly mapping: ListMapping
}

type Means = { readonly db: Reader; readonly ports: Ports; readonly signal: AbortSignal }

/** Opens an uploaded file, hands it to `work`, and closes it. */
export async function withFile<T>(source: Source, means: Means, work: (book: OpenWorkbook) => Promise<T>): Promise<T> {
  const bytes = found(await means.ports.files.get(source.fileHash), 'file', source.fileHash)
  const book = await means.ports.openWorkbook(bytes, { fileName: source.fileName, signal: means.signal })
  try {
    return await work(book)
  } finally {
    await book.close()
  }
}

/** Looks at every sheet that its author shows, the surest first; a sheet that was asked for comes alone. */
export async function seeSheets(
  book: OpenWorkbook,
  fields: readonly TargetField[],
  source: Source,
  db: Reader,
): Promise<readonly SeenSheet[]> {
  const seen: SeenSheet[] = []
  for (const [index, info] of book.info.sheets.entries()) {
    const wanted = source.sheet === undefined ? info.visibility === 'visible' : info.name === source.sheet
    if (!wanted || info.rowCount === 0) continue
    const head = await headOf(book, index)
    const remembered = source.mapping.fingerprint ? undefined : await rememberedFor(db, source.kind, info, head)
    const chosen = source.sheet === undefined || source.sheet === info.name ? source.mapping : {}
    const { proposal, issues } = proposeMapping(info, head, fields, {
      chosen: { ...chosen, layout: 'long' },
      ...(remembered && { remembered }),
    })
    seen.push({ index, info, proposal, issues })
  }
  return seen.sort((a, b) => suits(b, fields) - suits(a, fields))
}

/** How well a sheet suits: its columns that are known, above all those that the list cannot do without. */
function suits({ proposal, info }: SeenSheet, fields: readonly TargetField[]): number {
  if (!proposal) return -1
  const { fields: known } = proposal.resolved
  const required = fields.filter(({ required, key }) => required && known.has(key)).length
  return required * 100 + known.size + Math.min(1, info.rowCount / 1000)
}

async function rememberedFor(db: Reader, kind: string, info: SheetInfo, head: readonly SheetRow[]) {
  const { table } = findTable(info, head, { isKnown: isKnownHeader })
  const row = table && (await mappingOf(db, kind, table.fingerprint))
  return row ? JSON.parse(row.mapping) : undefined
}

async function headOf(book: OpenWorkbook, index: number): Promise<readonly SheetRow[]> {
  const head: SheetRow[] = []
  for await (const batch of book.rows(index)) {
    head.push(...batch.slice(0, headRows - head.length))
    if (head.length >= headRows) break
  }
  return head
}

/** The hidden sheet by which our own workbooks know their version. */
export const versionSheetName = 'akademi'

/**
 * Columns whose empty cells take the value above. Merged cells say so themselves; a value written once for a group of
 * rows is believed only of the given fields, because in a list of records an empty cell otherwise says nothing.
 */
function carriedIn({ table, resolved }: Proposal, groupFields: readonly string[]) {
  const groups = new Set(groupFields.map((field) => resolved.fields.get(field)))
  return table.carried.filter(({ column, why }) => why === 'merged' || groups.has(column))
}

/** Reads a sheet to its end. */
export async function readSheet(
  book: OpenWorkbook,
  seen: SeenSheet,
  groupFields: readonly string[],
  signal: AbortSignal,
): Promise<ReadSheet> {
  const { proposal, info } = seen
  const foreign = workbookIssues(book.info).filter(({ sheet }) => sheet !== versionSheetName)
  const issues: ImportIssue[] = [...foreign, ...seen.issues]
  const rows: TableRow[] = []
  if (proposal) {
    const reader = readTable({ ...proposal.table, carried: carriedIn(proposal, groupFields) }, info)
    for await (const batch of book.rows(seen.index)) {
      signal.throwIfAborted()
      for (const row of batch) {
        const data = reader.read(row)
        if (data) rows.push(data)
      }
    }
    issues.push(...reader.finish())
  }
  return { workbook: book.info, seen, rows, issues }
}
