import type { SheetInfo, SheetRow } from '../../src-core/kernel/sheet.ts'
import { limits } from './limits.ts'
import type { LetterWitness } from './mojibake.ts'
import { createSheetStream } from './sheet-stream.ts'
import { readSharedStrings } from './string-item.ts'
import { readXlsxParts } from './xlsx-parts.ts'
import type { ZipDirectory } from './zip-guard.ts'
import { inflateEntry, inflateInPieces } from './zip-inflate.ts'

/** What a reader makes of one sheet. */
export type ReadSheet = { readonly info: SheetInfo; readonly rows: SheetRow[] }

/**
 * Reads an `.xlsx` from its bytes. Sheets are inflated and read piece by piece; only values are kept. Throws Unusual where
 * the general library has to take over.
 */
export async function readXlsx(
  zip: Uint8Array,
  directory: ZipDirectory,
  witness: LetterWitness,
  signal?: AbortSignal,
): Promise<ReadSheet[]> {
  const parts = readXlsxParts(zip, directory)
  const strings = parts.sharedStrings ? readSharedStrings(inflateEntry(zip, parts.sharedStrings)) : []
  for (const text of strings) witness.see(text)
  const room = { cells: limits.cells }
  const sheets: ReadSheet[] = []
  for (const { name, visibility, entry } of parts.sheets) {
    const { dateStyles, date1904 } = parts
    const stream = createSheetStream({ sheet: name, strings, dateStyles, date1904, room, see: witness.see })
    await inflateInPieces(zip, entry, stream.take, signal)
    const { found, merges, hiddenColumns } = stream.end()
    sheets.push({
      rows: found.rows,
      info: {
        name,
        visibility,
        rowCount: found.rows.length,
        columnCount: found.columnCount,
        merges,
        hiddenRows: found.hiddenRows,
        hiddenColumns: hiddenColumns.flatMap(([first, last]) => range(first, Math.min(last, found.columnCount - 1))),
        formulaCount: found.formulaCount,
        ...(found.formulasWithoutValue ? { formulasWithoutValue: found.formulasWithoutValue } : {}),
      },
    })
  }
  return sheets
}

const range = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
