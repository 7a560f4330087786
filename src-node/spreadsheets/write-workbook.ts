import type { WorkbookSpec } from '../../src-core/kernel/workbook-spec.ts'
import { planSheets } from './out-lists.ts'
import { commentsXml, noteBlocks, noteBoxesXml } from './out-notes.ts'
import * as parts from './out-parts.ts'
import { type SheetTotals, sheetXml } from './out-sheet.ts'
import { stylesXml } from './out-styles.ts'
import { type PackedEntry, packEntry, type Sink, writeZip } from './zip-writer.ts'

/**
 * Writes an `.xlsx` that Excel and LibreOffice open without repair. Text is stored as text whatever it begins with, so
 * that no foreign text ever becomes a formula. Rows are taken one at a time; what is held meanwhile are the distinct texts
 * and the deflated bytes.
 */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  await streamWorkbook(spec, (bytes) => {
    pieces.push(bytes)
  })
  return Buffer.concat(pieces)
}

/** The same, to a sink such as a file. */
export async function streamWorkbook(spec: WorkbookSpec, sink: Sink): Promise<void> {
  const entries: PackedEntry[] = []
  const add = async (name: string, pieces: Iterable<string> | AsyncIterable<string>) => {
    entries.push(await packEntry(name, pieces))
  }
  const plan = planSheets(spec.sheets)
  const strings = new Map<string, number>()
  const indexOf = (text: string): number => {
    const known = strings.get(text)
    if (known !== undefined) return known
    strings.set(text, strings.size)
    return strings.size - 1
  }
  const first = plan.sheets.findIndex(({ sheet }) => parts.isShown(sheet))
  const written: parts.WrittenSheet[] = []
  let block = 1
  for (const [index, { sheet, name }] of plan.sheets.entries()) {
    const number = index + 1
    const totals: SheetTotals = { rows: 0, notes: [] }
    const listFormula = (column: number) => plan.listFormula(index, column)
    const xml = sheetXml(sheet, { strings: { indexOf }, listFormula, totals, first: index === first })
    await add(`xl/worksheets/sheet${number}.xml`, xml)
    if (totals.notes.length > 0) {
      await add(`xl/worksheets/_rels/sheet${number}.xml.rels`, [parts.sheetRelationsXml(number)])
      await add(`xl/comments${number}.xml`, commentsXml(totals.notes))
      await add(`xl/drawings/vmlDrawing${number}.vml`, noteBoxesXml(totals.notes, block))
      block += noteBlocks(totals.notes)
    }
    written.push({ sheet, name, totals })
  }
  await add('xl/sharedStrings.xml', parts.sharedStringsXml(strings.keys()))
  await add('xl/styles.xml', [stylesXml()])
  await add('xl/workbook.xml', [parts.workbookXml(written)])
  await add('xl/_rels/workbook.xml.rels', [parts.workbookRelationsXml(written)])
  await add('_rels/.rels', [parts.rootRelationsXml()])
  await add('[Content_Types].xml', [parts.contentTypesXml(written)])
  // Programs that tell a file's type by its first bytes look for the content types there.
  await writeZip(entries.reverse(), sink)
}
