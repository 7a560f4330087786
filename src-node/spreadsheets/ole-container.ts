import { refuse } from './refuse.ts'

/** One stream of an OLE container: its name and where it begins. */
type OleEntry = { readonly name: string; readonly start: number; readonly size: number }

export type OleContainer = {
  readonly names: readonly string[]
  /** The whole stream; refuses a file that ends before the stream does. */
  readonly stream: (name: string) => Buffer | undefined
}

/**
 * Reads the directory of an OLE container ([MS-CFB]), the wrapping of `.xls` and of encrypted workbooks. The general
 * library takes a container that was cut off for an empty workbook, so every chain is followed to its end here.
 */
export function readOleContainer(bytes: Uint8Array): OleContainer {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 512) refuse('truncated')
  const shift = file.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) refuse('damaged')
  const sectorSize = 1 << shift
  const sector = (number: number): Buffer => {
    const start = (number + 1) * sectorSize
    // The last sector of a file may be shorter than the others.
    if (start >= file.length) refuse('truncated')
    return file.subarray(start, start + sectorSize)
  }
  const table = allocationTable(file, sector, sectorSize)
  const chain = (first: number): Buffer => {
    const pieces: Buffer[] = []
    for (let number = first; number < lastSector; number = table[number] ?? endOfChain) {
      if (pieces.length > table.length) refuse('damaged')
      pieces.push(sector(number))
    }
    return Buffer.concat(pieces)
  }
  const entries = directoryEntries(chain(file.readUInt32LE(48)))
  const root = entries[0]
  if (!root) return refuse('damaged')
  const small = file.readUInt32LE(56)
  return {
    names: entries.map((entry) => entry.name),
    stream(name) {
      const entry = entries.find((each) => each.name.toLowerCase() === name.toLowerCase())
      if (!entry) return undefined
      const whole =
        entry.size < small ? miniStream(entry, chain(root.start), chain(file.readUInt32LE(60))) : chain(entry.start)
      if (whole.length < entry.size) refuse('truncated')
      return whole.subarray(0, entry.size)
    },
  }
}

const lastSector = 0xffff_fffa
const endOfChain = 0xffff_fffe

function allocationTable(file: Buffer, sector: (number: number) => Buffer, sectorSize: number): number[] {
  const numbers: number[] = []
  for (let at = 76; at < 512; at += 4) numbers.push(file.readUInt32LE(at))
  let next = file.readUInt32LE(68)
  for (let i = 0; next < lastSector; i++) {
    if (i * sectorSize > file.length) refuse('damaged')
    const more = sector(next)
    for (let at = 0; at + 8 <= more.length; at += 4) numbers.push(more.readUInt32LE(at))
    next = more.readUInt32LE(more.length - 4)
  }
  const table: number[] = []
  for (const number of numbers) {
    if (number >= lastSector) continue
    if (table.length * 4 > file.length + sectorSize * 128) refuse('damaged')
    const part = sector(number)
    for (let at = 0; at + 4 <= part.length; at += 4) table.push(part.readUInt32LE(at))
  }
  return table
}

function directoryEntries(directory: Buffer): OleEntry[] {
  const entries: OleEntry[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const type = directory[at + 66]
    if (type !== 1 && type !== 2 && type !== 5) continue
    const length = Math.min(directory.readUInt16LE(at + 64), 64)
    const name = directory.toString('utf16le', at, at + Math.max(0, length - 2))
    entries.push({ name, start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) })
  }
  return entries
}

function miniStream(entry: OleEntry, whole: Buffer, table: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let number = entry.start; number < lastSector; ) {
    if (pieces.length * 4 > table.length) refuse('damaged')
    pieces.push(whole.subarray(number * 64, number * 64 + 64))
    number = number * 4 + 4 <= table.length ? table.readUInt32LE(number * 4) : endOfChain
  }
  return Buffer.concat(pieces)
}
