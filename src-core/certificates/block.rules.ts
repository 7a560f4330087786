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

/** The reason that stands behind numbers which were passed over after a backup had been restored. */
export const restoredReason = 'RESTORED'

type Kept = Span & {
  readonly id: string
  readonly nextNo: number
  readonly storeId: string
  readonly state: 'ACTIVE' | 'RETIRED'
}

/**
 * How the blocks of a register go on behind a mark that another, later state of the store left: what lies between is ended as not
 * given out, and the next number is the one behind the mark. Nothing is to do where the register is already there.
 */
export function behindMark(
  blocks: readonly Kept[],
  holder: string,
  { since, upTo }: { readonly since: number; readonly upTo: number },
) {
  const behind = blocks.filter(
    (block) => block.storeId === holder && block.state === 'ACTIVE' && block.nextNo <= Math.min(upTo, block.toNo),
  )
  const last = blocks.reduce((highest, { toNo }) => Math.max(highest, toNo), 0)
  const unknown = Math.max(last + 1, since)
  return {
    ended: behind.map(({ id, toNo }) => ({ id, toNo: Math.min(toNo, upTo) })),
    /** Rests of blocks that reach beyond the mark, to go on with. */
    open: behind.filter(({ toNo }) => toNo > upTo).map(({ toNo }) => ({ fromNo: upTo + 1, toNo })),
    /** Numbers of which this state knows nothing. */
    passedOver: unknown <= upTo ? [{ fromNo: unknown, toNo: upTo }] : [],
  } as const
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
