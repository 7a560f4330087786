import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { CertificateBlockTable, CertificateKind } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import type { blockContract, NumberBlock } from './block.contract.ts'
import * as blocks from './block.repository.ts'
import { behindMark, blockSize, nextSpan, refuseOverlap, restoredReason, takeNumbers } from './block.rules.ts'
import { readSettings } from './stored-settings.ts'

/** Whoever keeps the register itself; such blocks name no store, so that a command gives the same rows wherever it is run. */
const keeper = ''

const toBlock = (row: CertificateBlockTable, storeId: string): NumberBlock => ({
  id: row.id,
  rowVersion: row.rowVersion,
  kind: row.kind,
  year: row.year,
  here: row.storeId === keeper || row.storeId === storeId,
  fromNo: row.fromNo,
  toNo: row.toNo,
  nextNo: row.nextNo,
  open: row.state === 'ACTIVE',
  endReason: row.endReason === restoredReason ? null : row.endReason,
  afterRestore: row.endReason === restoredReason,
})

type Register = { readonly kind: CertificateKind; readonly year: number }

async function addBlock(write: Writer, { kind, year }: Register, storeId: string, span: ReturnType<typeof nextSpan>) {
  const own = { kind, year, storeId, ...span, nextNo: span.fromNo, state: 'ACTIVE', endReason: null } as const
  const id = await write.insert('certificateBlock', own)
  return found(await blocks.blockById(write.db, id), 'certificateBlock', id)
}

/**
 * The next numbers of a register, taken in the transaction that uses them. Where the register is kept the next block is leased
 * when one is used up; a store that works from leased blocks names itself, and is refused what it does not hold.
 */
export async function drawNumbers(
  { write, ports }: Pick<CommandCall<unknown>, 'write' | 'ports'>,
  register: Register,
  count: number,
  storeId: string = keeper,
): Promise<readonly number[]> {
  const given = await blocks.blocksOf(write.db, register.kind, register.year)
  const { numbersFrom } = await readSettings(write.db)
  const holder = numbersFrom === 'here' ? keeper : storeId
  const open = given.filter((block) => block.storeId === holder && block.state === 'ACTIVE')
  const lacking = takeNumbers(open, count).lacking
  if (lacking > 0 && numbersFrom === 'portal') breaksRule('blockUsedUp', { lacking, size: blockSize })
  for (let left = lacking; left > 0; left -= blockSize)
    open.push(await addBlock(write, register, keeper, nextSpan([...given, ...open])))
  const { numbers, moved } = takeNumbers(open, count)
  await write.updateMany(
    'certificateBlock',
    moved.map(({ id, nextNo }) => ({ id, patch: { nextNo } })),
  )
  const last = numbers.at(-1)
  const since = open.find(({ toNo }) => last !== undefined && last <= toNo)?.fromNo ?? 1
  // On the disk before the numbers are: a restored backup goes on behind them.
  if (last !== undefined) await ports.numberMarks.note({ ...register, holder, since, upTo: last })
  return numbers
}

export const blockHandlers: Handlers<typeof blockContract> = {
  numberBlocks: async ({ db }) => {
    const storeId = await blocks.storeIdOf(db)
    return { storeId, blocks: (await blocks.allBlocks(db)).map((row) => toBlock(row, storeId)) }
  },

  leaseBlock: async ({ db, input, write, ports }) => {
    if ((await readSettings(db)).numbersFrom === 'portal') breaksRule('registerElsewhere')
    const span = nextSpan(await blocks.blocksOf(db, input.kind, input.year), input.size)
    const { kind, year } = input
    await ports.numberMarks.note({ kind, year, holder: keeper, since: span.fromNo, upTo: span.toNo })
    return toBlock(await addBlock(write, input, input.storeId, span), await blocks.storeIdOf(db))
  },

  takeBlock: async ({ db, input, write }) => {
    const { fromNo, toNo } = input
    if (toNo < fromNo || toNo - fromNo >= 1000) breaksRule('blockReversed')
    if ((await readSettings(db)).numbersFrom === 'here') breaksRule('registerHere')
    refuseOverlap(await blocks.blocksOf(db, input.kind, input.year), { fromNo, toNo })
    return toBlock(await addBlock(write, input, input.storeId, { fromNo, toNo }), input.storeId)
  },

  continueNumbers: async ({ db, input, write }) => {
    let passedOver = 0
    for (const { kind, year, holder, since, upTo } of input.registers) {
      const {
        ended,
        open,
        passedOver: unknown,
      } = behindMark(await blocks.blocksOf(db, kind, year), holder, { since, upTo })
      for (const { id, toNo } of ended)
        await write.update('certificateBlock', id, { toNo, state: 'RETIRED', endReason: restoredReason })
      for (const span of open) await addBlock(write, { kind, year }, holder, span)
      for (const span of unknown) {
        const own = { kind, year, storeId: holder, ...span, nextNo: span.fromNo, state: 'RETIRED' } as const
        await write.insert('certificateBlock', { ...own, endReason: restoredReason })
      }
      passedOver += ended.length + unknown.length
    }
    return { passedOver }
  },

  closeBlock: async ({ db, input, write }) => {
    const block = found(await blocks.blockById(db, input.id), 'certificateBlock', input.id)
    if (block.state === 'RETIRED') breaksRule('blockClosed')
    await write.update('certificateBlock', block.id, { state: 'RETIRED', endReason: input.reason }, input.rowVersion)
    return toBlock(
      found(await blocks.blockById(db, block.id), 'certificateBlock', block.id),
      await blocks.storeIdOf(db),
    )
  },
}
