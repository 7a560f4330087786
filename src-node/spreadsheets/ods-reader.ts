import type { Cell, CellRange, SheetRow } from '../../src-core/kernel/sheet.ts'
import { limits } from './limits.ts'
import type { LetterWitness } from './mojibake.ts'
import { createParagraphs, isTruth, odsValue } from './ods-cell.ts'
import { refuse } from './refuse.ts'
import type { ReadSheet } from './xlsx-reader.ts'
import { type XmlTag, xmlTags } from './xml-tags.ts'
import type { ZipDirectory } from './zip-guard.ts'
import { inflateEntry } from './zip-inflate.ts'

/**
 * Reads the `content.xml` of an OpenDocument spreadsheet (ODF 1.3 part 3, 9). Libraries at hand tell neither hidden rows
 * nor hidden sheets, and drop spaces at the end of a text.
 */
export function readOds(zip: Uint8Array, directory: ZipDirectory, witness: LetterWitness): ReadSheet[] {
  const manifest = directory.get('meta-inf/manifest.xml')
  if (manifest && inflateEntry(zip, manifest).includes('encryption-data')) refuse('passwordProtected')
  const content = directory.get('content.xml')
  if (!content) return refuse('notAWorkbook')
  return readContent(inflateEntry(zip, content), witness)
}

type Row = { readonly cells: Cell[]; readonly repeated: number; readonly hidden: boolean }

type Table = {
  readonly name: string
  readonly visible: boolean
  readonly rows: SheetRow[]
  readonly merges: CellRange[]
  readonly hiddenRows: number[]
  readonly hiddenColumns: number[]
  /** A copy of another file's table that a formula refers to. */
  linked: boolean
  row: number
  column: number
  columnCount: number
  formulaCount: number
}

function readContent(content: Buffer, witness: LetterWitness): ReadSheet[] {
  const tables: Table[] = []
  const hiddenStyles = new Set<string>()
  const room = { cells: limits.cells as number }
  let style = ''
  let table: Table | undefined
  let row: Row | undefined
  let cell: { readonly tag: XmlTag; readonly text: ReturnType<typeof createParagraphs> } | undefined
  let aside = 0

  const inTable = (table: Table, tag: XmlTag): void => {
    const { name, closing, alone, attributes } = tag
    if (name === 'table-source') table.linked = true
    else if (name === 'table-column' && !closing) addColumns(table, attributes)
    else if (name === 'table-row') {
      if (!closing) row = startRow(table, attributes)
      if ((closing || alone) && row) endRow(table, row, room)
    } else if (row && isCell(name)) {
      if (!closing) cell = { tag, text: createParagraphs() }
      if ((closing || alone) && cell) {
        endCell(table, row.cells, cell.tag, cell.text.text(), witness)
        cell = undefined
      }
    }
  }

  for (const tag of xmlTags(content)) {
    const { name, closing, attributes } = tag
    if (asides.has(name)) {
      if (aside === 0 && !closing) cell?.text.take(tag)
      aside += closing ? -1 : tag.alone ? 0 : 1
    } else if (aside > 0) continue
    else if (cell && !isCell(name)) cell.text.take(tag)
    else if (name === 'style' && !closing) style = attributes['style:name'] ?? ''
    else if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style)
    else if (name === 'table') {
      table = closing ? undefined : newTable(attributes, hiddenStyles)
      if (table) tables.push(table)
      if (tables.length > limits.sheets) refuse('tooManySheets')
    } else if (table) {
      inTable(table, tag)
    }
  }
  return tables.filter((each) => !each.linked).map(readSheet)
}

/** Notes, drawings and recorded changes may hold tables and texts of their own. */
const asides = new Set(['annotation', 'shapes', 'frame', 'tracked-changes', 'forms'])

const isCell = (name: string) => name === 'table-cell' || name === 'covered-table-cell'

function startRow(table: Table, attributes: XmlTag['attributes']): Row {
  table.column = 0
  return { cells: [], repeated: repeated(attributes['table:number-rows-repeated']), hidden: isHidden(attributes) }
}

function newTable(attributes: XmlTag['attributes'], hiddenStyles: ReadonlySet<string>): Table {
  return {
    name: attributes['table:name'] ?? '',
    visible: !hiddenStyles.has(attributes['table:style-name'] ?? ''),
    rows: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    linked: false,
    row: 0,
    column: 0,
    columnCount: 0,
    formulaCount: 0,
  }
}

function addColumns(table: Table, attributes: XmlTag['attributes']): void {
  const count = repeated(attributes['table:number-columns-repeated'])
  for (let i = 0; i < count && isHidden(attributes); i++) table.hiddenColumns.push(table.column + i)
  table.column = Math.min(table.column + count, limits.columns)
}

function endRow(
  table: Table,
  row: { cells: Cell[]; repeated: number; hidden: boolean },
  room: { cells: number },
): void {
  const { cells } = row
  const first = table.row
  table.row += row.repeated
  if (cells.length === 0) return
  if (table.row > limits.rows) refuse('tooManyRows', { sheet: table.name })
  room.cells -= cells.length * row.repeated
  if (room.cells < 0) refuse('tooManyCells', { sheet: table.name, details: { limit: limits.cells } })
  table.columnCount = Math.max(table.columnCount, cells.length)
  for (let i = 0; i < row.repeated; i++) {
    table.rows.push({ row: first + i, cells })
    if (row.hidden) table.hiddenRows.push(first + i)
  }
}

function endCell(table: Table, cells: Cell[], tag: XmlTag, text: string, witness: LetterWitness): void {
  const { attributes } = tag
  const count = repeated(attributes['table:number-columns-repeated'])
  const across = Number(attributes['table:number-columns-spanned'] ?? 1)
  const down = Number(attributes['table:number-rows-spanned'] ?? 1)
  if (across > 1 || down > 1) {
    const { row: top, column: left } = table
    table.merges.push({ top, left, bottom: top + down - 1, right: left + across - 1 })
    if (table.merges.length > limits.merges) refuse('tooLarge', { sheet: table.name })
  }
  const value = tag.name === 'table-cell' ? odsValue(attributes, text) : null
  const formula = attributes['table:formula']
  if (formula && !isTruth(formula)) table.formulaCount += count
  if (typeof value === 'string') witness.see(value)
  if (value !== null) {
    if (table.column + count > limits.columns) refuse('damaged', { sheet: table.name })
    while (cells.length < table.column) cells.push(null)
    for (let i = 0; i < count; i++) cells.push(value)
  }
  table.column += count
}

function readSheet(table: Table): ReadSheet {
  const { name, rows, merges, hiddenRows, columnCount, formulaCount } = table
  const hiddenColumns = table.hiddenColumns.filter((column) => column < columnCount)
  const visibility = table.visible ? 'visible' : 'hidden'
  return {
    rows,
    info: { name, visibility, rowCount: rows.length, columnCount, merges, hiddenRows, hiddenColumns, formulaCount },
  }
}

const isHidden = (attributes: XmlTag['attributes']) => /^(collapse|filter)$/.test(attributes['table:visibility'] ?? '')

function repeated(value: string | undefined): number {
  const count = Number(value ?? 1)
  return Number.isInteger(count) && count > 0 ? Math.min(count, limits.rows) : 1
}
