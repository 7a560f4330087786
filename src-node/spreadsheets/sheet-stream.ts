import type { CellRange } from '../../src-core/kernel/sheet.ts'
import { limits } from './limits.ts'
import { readMerges } from './merges.ts'
import { refuse, Unusual } from './refuse.ts'
import { createRowScanner, type ScanContext, type ScannedRows } from './sheet-scanner.ts'
import { xmlTags } from './xml-tags.ts'
import { assertPlainXml } from './xml-text.ts'

export type ScannedSheet = {
  readonly found: ScannedRows
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[]
  readonly merges: readonly CellRange[]
}

/**
 * Cuts the bytes of a worksheet part, which arrive in pieces, into what stands before the rows, complete rows, and what
 * stands behind them. At no time more than one row and one piece are held.
 */
export function createSheetStream(context: Omit<ScanContext, 'prefix'>) {
  let held = Buffer.allocUnsafe(1 << 20)
  let start = 0
  let end = 0
  let searched = 0
  let state: 'before' | 'rows' | 'after' = 'before'
  let scanner: ReturnType<typeof createRowScanner> | undefined
  let rowTag = Buffer.from('<row')
  let endTag = Buffer.from('</sheetData')
  let before = Buffer.alloc(0)

  const add = (piece: Buffer) => {
    if (end + piece.length > held.length) {
      const target =
        end - start + piece.length > held.length ? Buffer.allocUnsafe(2 * (end - start + piece.length)) : held
      held.copy(target, 0, start, end)
      held = target
      searched -= start
      end -= start
      start = 0
    }
    end += piece.copy(held, end)
    if (end - start > limits.heldBytes) refuse('tooLarge', { sheet: context.sheet })
  }

  const begin = () => {
    const bytes = held.subarray(start, end)
    const match = /<((?:[\w.-]+:)?)sheetData(\s[^<>]*)?\/?>/.exec(bytes.toString('latin1'))
    if (!match) {
      if (bytes.length > longestHead) throw new Unusual('no sheetData')
      return
    }
    const prefix = match[1] ?? ''
    before = Buffer.from(bytes.subarray(0, match.index))
    assertPlainXml(before)
    const empty = match[0].endsWith('/>')
    scanner = createRowScanner({ ...context, prefix: prefix.length })
    rowTag = Buffer.from(`<${prefix}row`)
    endTag = Buffer.from(`</${prefix}sheetData`)
    start += match.index + match[0].length
    searched = start
    state = empty ? 'after' : 'rows'
  }

  const rows = () => {
    const bytes = held.subarray(0, end)
    const last = bytes.indexOf(endTag, Math.max(start, searched - endTag.length))
    const cut = last >= 0 ? last : bytes.lastIndexOf(rowTag)
    searched = end
    if (cut > start) {
      scanner?.scan(held, start, cut)
      start = cut
    }
    if (last >= 0) state = 'after'
  }

  return {
    take(piece: Buffer): void {
      add(piece)
      if (state === 'before') begin()
      if (state === 'rows') rows()
    },
    end(): ScannedSheet {
      if (!scanner) throw new Unusual('no sheetData')
      if (state === 'rows') refuse('damaged', { sheet: context.sheet })
      const tail = held.toString('latin1', start, end)
      return { found: scanner.found, hiddenColumns: hiddenColumns(before), merges: readMerges(tail, context.sheet) }
    },
  }
}

/** Sixteen thousand `<col>` elements, one for each column there can be, are 1.6 MB. */
const longestHead = 4 * 2 ** 20

function hiddenColumns(before: Buffer): [number, number][] {
  const hidden: [number, number][] = []
  for (const { name, attributes } of xmlTags(before)) {
    const is = attributes.hidden === '1' || attributes.hidden === 'true'
    if (name === 'col' && is) hidden.push([Number(attributes.min) - 1, Number(attributes.max) - 1])
  }
  return hidden
}
