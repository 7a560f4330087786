import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

/** Takes the next bytes of a file; the writer waits for what it returns. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>

/** An entry that is ready to be written. */
export type PackedEntry = {
  readonly name: string
  readonly packed: readonly Uint8Array[]
  readonly packedSize: number
  readonly size: number
  readonly crc: number
}

/** Writes a zip. Sizes and checksums stand in the entries themselves, which is the form that every reader understands. */
export async function writeZip(entries: readonly PackedEntry[], sink: Sink): Promise<void> {
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(firstDosDate, 6)
    fields.writeUInt32LE(entry.crc, 10)
    fields.writeUInt32LE(entry.packedSize, 14)
    fields.writeUInt32LE(entry.size, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, place, name)
    await sink(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name]))
    for (const bytes of entry.packed) await sink(bytes)
    offset += 30 + name.length + entry.packedSize
  }
  const places = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(places.length, 12)
  end.writeUInt32LE(offset, 16)
  await sink(Buffer.concat([places, end]))
}

/** 1 January 1980: the same workbook gives the same bytes whenever it is written. */
const firstDosDate = 0x0021_0000

/** Measured on 100,000 rows: a fiftieth larger than level 6, in four fifths of its time. */
const level = 5

/** Text that is deflated at once: long enough that the seam costs nothing, short enough that other threads share the work. */
const blockSize = 512 * 1024
/** As far back as deflate looks for what it has seen before. */
const window = 32 * 1024
/** Blocks that wait for a thread; more would only hold memory. */
const mostWaiting = 6

const deflate = promisify(deflateRaw)

/**
 * Deflates one entry from pieces of text, on other threads, while the next piece is made. Blocks are deflated side by
 * side, each knowing the end of the one before it, and make one stream; only the deflated bytes are held.
 */
export async function packEntry(
  name: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string>,
): Promise<PackedEntry> {
  const packed: Buffer[] = []
  let waiting: Promise<Buffer>[] = []
  let size = 0
  let crc = 0
  let before: Buffer | undefined
  const pack = async (block: Buffer, last: boolean) => {
    crc = crc32(block, crc)
    size += block.length
    const finishFlush = last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    waiting.push(deflate(block, { level, finishFlush, ...(before && { dictionary: before }) }))
    before = block.subarray(-window)
    if (waiting.length < mostWaiting && !last) return
    const [first, ...rest] = waiting
    packed.push(...(last ? await Promise.all(waiting) : first ? [await first] : []))
    waiting = last ? [] : rest
  }
  let gathered: Uint8Array[] = []
  let length = 0
  const gather = (): Buffer => {
    const block = Buffer.concat(gathered)
    gathered = []
    length = 0
    return block
  }
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    gathered.push(bytes)
    length += bytes.length
    if (length >= blockSize) await pack(gather(), false)
  }
  await pack(gather(), true)
  return { name, packed, packedSize: packed.reduce((sum, bytes) => sum + bytes.length, 0), size, crc }
}
