import type { CellRange } from '../../src-core/kernel/sheet.ts'
import { limits } from './limits.ts'
import { refuse } from './refuse.ts'

/** The ranges of `<mergeCell ref="A1:B2"/>` in what follows the rows. */
export function readMerges(tail: string, sheet: string): CellRange[] {
  const merges: CellRange[] = []
  for (const [, left = '', top, right = '', bottom] of tail.matchAll(
    /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g,
  )) {
    merges.push({
      top: Number(top) - 1,
      left: columnNumber(left),
      bottom: Number(bottom) - 1,
      right: columnNumber(right),
    })
    if (merges.length > limits.merges) refuse('tooLarge', { sheet })
  }
  return merges
}

const columnNumber = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
