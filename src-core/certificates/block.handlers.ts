import type { Handlers } from '../database/dispatcher.ts'
import type { CertificateBlockTable, CertificateKind } from '../database/schema.ts'
import type { Writer } from '../database/writer.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import type { blockContract, NumberBlock } from './block.contract.ts'
import * as blocks from './block.repository.ts'
import { blockSize, nextSpan, refuseOverlap, takeNumbers } from './block.rules.ts'
import { readSettings } from './stored-settings.ts'

const toBlock = (row: CertificateBlockTable, storeId: string): NumberBlock => ({
  id: row.id,
  rowVersion: row.rowVersion,
  kind: row.kind,
  year: row.year,
  here: row.storeId === storeId,
  fromNo: row.fromNo,
  toNo: row.toNo,
  nextNo: row.nextNo,
  open: row.state === 'ACTIVE',
  endReason: row.endReason,
})

type Register = { readonly kind: CertificateKind; readonly year: number }

async function addBlock(write: Writer, { kind, year }: Register, storeId: string, span: ReturnType<typeof nextSpan>) {
  const own = { kind, year, storeId, ...span, nextNo: span.fromNo, state: 'ACTIVE', endReason: null } as const
  const id = await write.insert('certificateBlock', own)
  return found(await blocks.blockById(write.db, id), 'certificateBlock', id)
}

/**
 * The next numbers of a register, taken in the transaction that uses them. A store that keeps the register itself leases
 * the next block when one is used up; any other refuses and says how many are lacking.
 */
export async function drawNumbers(write: Writer, register: Register, count: number): Promise<readonly number[]> {
  const storeId = await blocks.storeIdOf(write.db)
  const given = await blocks.blocksOf(write.db, register.kind, register.year)
  const open = given.filter((block) => block.storeId === storeId && block.state === 'ACTIVE')
  const lacking = takeNumbers(open, count).lacking
  if (lacking > 0) {
    const { numbersFrom } = await readSettings(write.db)
    if (numbersFrom === 'portal') breaksRule('blockUsedUp', { lacking, size: blockSize })
    for (let left = lacking; left > 0; left -= blockSize) {
      const block = await addBlock(write, register, storeId, nextSpan([...given, ...open]))
      open.push(block)
    }
  }
  const { numbers, moved } = takeNumbers(open, count)
  await write.updateMany(
    'certificateBlock',
    moved.map(({ id, nextNo }) => ({ id, patch: { nextNo } })),
  )
  return numbers
}

export const blockHandlers: Handlers<typeof blockContract> = {
  numberBlocks: async ({ db }) => {
    const storeId = await blocks.storeIdOf(db)
    return { storeId, blocks: (await blocks.allBlocks(db)).map((row) => toBlock(row, storeId)) }
  },

  leaseBlock: async ({ db, input, write }) => {
    if ((await readSettings(db)).numbersFrom === 'portal') breaksRule('registerElsewhere')
    const span = nextSpan(await blocks.blocksOf(db, input.kind, input.year), input.size)
    return toBlock(await addBlock(write, input, input.storeId, span), await blocks.storeIdOf(db))
  },

  takeBlock: async ({ db, input, write }) => {
    const { fromNo, toNo } = input
    if (toNo < fromNo || toNo - fromNo >= 1000) breaksRule('blockReversed')
    if ((await readSettings(db)).numbersFrom === 'here') breaksRule('registerHere')
    refuseOverlap(await blocks.blocksOf(db, input.kind, input.year), { fromNo, toNo })
    const storeId = await blocks.storeIdOf(db)
    return toBlock(await addBlock(write, input, storeId, { fromNo, toNo }), storeId)
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
