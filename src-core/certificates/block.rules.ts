import { breaksRule } from '../kernel/errors.ts'

/** How many numbers a store is given at once (product: certificates). */
export const blockSize = 50

type Span = { readonly fromNo: number; readonly toNo: number }

/** The span after everything that was ever given out, so that no number is given twice and none is left out. */
export function nextSpan(given: readonly Span[], size = blockSize): Span {
  const fromNo = given.reduce((highest, { toNo }) => Math.max(highest, toNo), 0) + 1
  return { fromNo, toNo: fromNo + size - 1 }
}

/** Refuses a span that has a number of another one. */
export function refuseOverlap(given: readonly Span[], { fromNo, toNo }: Span): void {
  const other = given.find((span) => span.fromNo <= toNo && fromNo <= span.toNo)
  if (other) breaksRule('blockOverlaps', { from: other.fromNo, to: other.toNo })
}

type Block = { readonly id: string; readonly nextNo: number; readonly toNo: number }

/** The next `count` numbers out of a store's open blocks, lowest first, and where each block then stands; what is lacking is said. */
export function takeNumbers(blocks: readonly Block[], count: number) {
  const numbers: number[] = []
  const moved: { readonly id: string; readonly nextNo: number }[] = []
  for (const { id, nextNo, toNo } of blocks) {
    const taken = Math.min(count - numbers.length, toNo - nextNo + 1)
    if (taken <= 0) continue
    for (let at = 0; at < taken; at++) numbers.push(nextNo + at)
    moved.push({ id, nextNo: nextNo + taken })
  }
  return { numbers, moved, lacking: count - numbers.length } as const
}
